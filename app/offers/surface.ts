/** Where a shopper may meet an offer. */
export const SURFACES = ['post-purchase', 'thank-you', 'order-status', 'email'] as const
export type Surface = (typeof SURFACES)[number]

/** Whether an offer is meant for this surface; without one it is asked of an offer as such. */
export const isMetOn = ({ shownOn }: { shownOn: readonly Surface[] }, surface: Surface | undefined): boolean =>
  surface === undefined || shownOn.includes(surface)

export const isEverywhere = ({ shownOn }: { shownOn: readonly Surface[] }): boolean => SURFACES.every((one) => shownOn.includes(one))

import type { Surface } from '#app/offers/surface.ts'

export { SURFACES, type Surface } from '#app/offers/surface.ts'

/** How much of a placement's id is of the purchase: the same on every surface. */
export const PURCHASE_LETTERS = 22

/** Where she buys by a link to a second checkout. */
export type LinkSurface = Exclude<Surface, 'post-purchase'>

/**
 * Surfaces of one stage are one place to her: the thank-you page becomes the order's page when she comes back, and the card that she left open
 * there still stands. From one stage to the next nothing is proposed again, answered or not.
 */
const STAGE: Record<Surface, number> = { 'post-purchase': 0, 'thank-you': 1, 'order-status': 1, email: 2 }

/** What she did with one step of an offer for this purchase, and what it proposed. */
export interface Deed {
  surface: Surface
  kind: 'shown' | 'declined' | 'accepted'
  offerId: string
  productIds: readonly string[]
}

export interface Circumstances {
  on: boolean // the merchant has switched the surface on
  expired: boolean // the merchant's time limit after the purchase has passed
  cancelled: boolean
  /** Whether Shopify has a page after the payment for this order: then that one is first. */
  afterPayment: 'over' | 'open'
  deeds: readonly Deed[] // on any surface, for this purchase, by our own rows: webhooks may be late
  boughtSince: readonly string[] // products of her later orders
}

/** What must not be proposed: offers that were answered, or met elsewhere, and every product that was among it. */
export interface Met {
  offers: ReadonlySet<string>
  products: ReadonlySet<string>
}

export type NoPlace =
  'surface-off' | 'order-cancelled' | 'too-late' | 'page-after-payment-first' | 'three-shown' | 'has-seen-one' | 'has-taken-one'
export type Place = { may: true; met: Met } | { may: false; because: NoPlace }

const AT_MOST = 3 // An order is offered no more, over all surfaces together.

/** Whether this surface may propose anything for this purchase, and what it must leave out. */
export function place(surface: Surface, { on, expired, cancelled, afterPayment, deeds, boughtSince }: Circumstances): Place {
  if (!on) return no('surface-off')
  if (cancelled) return no('order-cancelled')
  if (expired) return no('too-late')
  if (surface !== 'post-purchase' && afterPayment === 'open') return no('page-after-payment-first')
  if (surface === 'email' && deeds.length > 0) return no('has-seen-one')
  // A taken offer waits for her at the checkout: a second one beside it would be in its way.
  if (deeds.some((deed) => deed.kind === 'accepted' && STAGE[deed.surface] === STAGE[surface])) return no('has-taken-one')
  const met = deeds.filter((deed) => isOver(surface, deed, deeds))
  if (new Set(deeds.map(({ offerId }) => offerId)).size >= AT_MOST) return no('three-shown')
  const offers = new Set(met.map(({ offerId }) => offerId))
  return { may: true, met: { offers, products: new Set([...met.flatMap(({ productIds }) => productIds), ...boughtSince]) } }
}

/** The same for a mail, whoever asks: before it is planned, when it is written, and when its link is followed. What turns it on are the automations. */
export const placeByMail = (told: Pick<Circumstances, 'cancelled' | 'deeds' | 'boughtSince'>): Place =>
  place('email', { on: true, expired: false, afterPayment: 'over', ...told })

const no = (because: NoPlace): Place => ({ may: false, because })

/** An answer to one step answers the offer: what else it proposed does not come back either. */
const isOver = (surface: Surface, { surface: where, offerId }: Deed, deeds: readonly Deed[]): boolean =>
  STAGE[where] !== STAGE[surface] || deeds.some((deed) => deed.offerId === offerId && deed.kind !== 'shown')

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What the block on a customer's page says, in English. */
export const words = {
  none: 'No review yet',
  summary: (count: number, average: number) => `${plural(count, 'review', 'reviews')}, ${average.toFixed(1)} of 5 on average`,
  rating: (rating: number) => `${rating} of 5`,
  states: { published: 'Published', held: 'Waiting for you', hidden: 'Hidden' } as Record<string, string>,
  requests: {
    planned: (when: string) => `Will be asked ${when}`,
    sent: (when: string) => `Asked ${when}, no answer yet`,
    skipped: (when: string) => `Not asked (${when})`,
    answered: (when: string) => `Asked, and answered ${when}`,
  } as Record<string, (when: string) => string>,
  codes: {
    open: (until: string) => `good until ${until}`,
    redeemed: () => 'redeemed',
    expired: (until: string) => `expired ${until}`,
    revoked: () => 'withdrawn',
  } satisfies Record<string, (until: string) => string>,
  credits: {
    open: (until: string) => `in the account until ${until}`,
    redeemed: () => 'all of it spent',
    expired: (until: string) => `ended ${until}`,
    revoked: () => 'withdrawn',
  } satisfies Record<string, (until: string) => string>,
}

const since = (what: string) => (when: string | null) => (when ? `${what} since ${when}` : what)

/** What the merchant reads of an offer's limits. */
export const LIMIT_WORDS = {
  stopped: { total: since('Accepted as often as it may'), budget: since('Budget spent') },
  accepted: (used: string, most: string) => `${used} of ${most} accepted`,
  given: (used: string, most: string) => `${used} of ${most} discount given`,
} as const

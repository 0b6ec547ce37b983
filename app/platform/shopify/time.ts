/** What Shopify's clock said (ms, rounded down to seconds), and when, by a clock of ours that only moves forward. */
export interface Heard {
  time: number
  at: number
}

/** Never before the time that Shopify's clock has reached by now: what we stamp and what it stamps are compared. */
export const latest = (ours: Date, heard: Heard | undefined, at: number): Date =>
  heard ? new Date(Math.max(ours.getTime(), heard.time + (at - heard.at))) : ours

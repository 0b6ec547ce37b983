const DAY = 24 * 60 * 60 * 1000

/** The days up to now; a moment, not a calendar day, so that the newest sale is always in it. */
export const lastDays = (days: number, now: Date): { from: Date; to: Date } => ({ from: new Date(now.getTime() - days * DAY), to: now })

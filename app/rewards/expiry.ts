import { DateTime } from 'luxon'

/** A code lives until the end of its last day on the shop's clock, so that one discount serves all codes of a day. */
export function expiryOf(now: Date, days: number, timeZone: string): { day: string; expiresAt: Date } {
  const last = DateTime.fromJSDate(now, { zone: timeZone }).plus({ days })
  return { day: last.toFormat('yyyy-MM-dd'), expiresAt: last.endOf('day').startOf('second').toJSDate() }
}

/** The shop's calendar day and month that an instant falls in. */
export function startsOf(now: Date, timeZone: string): { day: Date; month: Date } {
  const local = DateTime.fromJSDate(now, { zone: timeZone })
  return { day: local.startOf('day').toJSDate(), month: local.startOf('month').toJSDate() }
}

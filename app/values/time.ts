import { DateTime } from 'luxon'

/** Lengths of time in milliseconds: `5 * MINUTES`. */
export const SECONDS = 1_000
export const MINUTES = 60 * SECONDS
export const HOURS = 60 * MINUTES
export const DAYS = 24 * HOURS

/** How far our clock may have been put back: what Shopify has signed for a time to come within it was signed just now. */
export const MAY_LAG = 10 * MINUTES

export const later = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds)

/** From the first instant, up to but not including the last. */
export interface Range {
  from: Date
  to: Date
}

const inZone = (instant: Date, timeZone: string) => DateTime.fromJSDate(instant, { zone: timeZone })

/** The calendar day of an instant in the shop's time zone: `2026-11-21`. */
export const dayOf = (instant: Date, timeZone: string): string => inZone(instant, timeZone).toFormat('yyyy-MM-dd')

/** The last `days` calendar days of the shop, today included and whole; days that change the clock have 23 or 25 hours. */
export function lastDays(now: Date, days: number, timeZone: string): Range {
  const today = inZone(now, timeZone).startOf('day')
  return { from: today.minus({ days: days - 1 }).toJSDate(), to: today.plus({ days: 1 }).toJSDate() }
}

/** Every calendar day that the range touches, in order. */
export function daysIn({ from, to }: Range, timeZone: string): string[] {
  const days: string[] = []
  for (let day = inZone(from, timeZone).startOf('day'); day.toMillis() < to.getTime(); day = day.plus({ days: 1 }))
    days.push(day.toFormat('yyyy-MM-dd'))
  return days
}

/** For the eye, on the shop's clock: `21 Nov 2026, 14:05`. */
export const sayTime = (instant: Date, timeZone: string): string => inZone(instant, timeZone).setLocale('en').toFormat('d LLL yyyy, HH:mm')

/** `20 Nov 2026`, on the shop's calendar. */
export const sayDate = (instant: Date, timeZone: string): string => inZone(instant, timeZone).setLocale('en').toFormat('d LLL yyyy')

const QUARTER = 15 * MINUTES
const MOST_OFFSETS = 5_000
const offsets = new Map<string, number>()

/** The clock on the shop's wall, to the minute: `2026-11-21T14:05`. Time zones change only on the quarter hour, so most are looked up. */
export function localMinute(instant: Date, timeZone: string): string {
  const minute = Math.floor(instant.getTime() / MINUTES)
  if (latest.minute !== minute || latest.timeZone !== timeZone) latest = { minute, timeZone, text: readClock(instant, timeZone) }
  return latest.text
}

// Most are asked in the same minute of the same shop.
let latest = { minute: NaN, timeZone: '', text: '' }

function readClock(instant: Date, timeZone: string): string {
  const quarter = Math.floor(instant.getTime() / QUARTER)
  const key = `${timeZone} ${quarter}`
  const offset = offsets.get(key) ?? inZone(new Date(quarter * QUARTER), timeZone).offset * MINUTES
  if (offsets.size > MOST_OFFSETS) offsets.clear()
  offsets.set(key, offset)
  return new Date(instant.getTime() + offset).toISOString().slice(0, 16)
}

/** The shop's calendar day that an instant falls in, and its last second. */
export function dayEnd(instant: Date, timeZone: string): { day: string; expiresAt: Date } {
  const local = inZone(instant, timeZone)
  return { day: local.toFormat('yyyy-MM-dd'), expiresAt: local.endOf('day').startOf('second').toJSDate() }
}

/** From the first calendar day of the shop to the last, both whole. */
export function dayRange(from: string, to: string, timeZone: string): Range {
  const day = (text: string) => DateTime.fromISO(text, { zone: timeZone }).startOf('day')
  return { from: day(from).toJSDate(), to: day(to).plus({ days: 1 }).toJSDate() }
}

import { DateTime } from 'luxon'
import type { Range } from '#app/values/time.ts'

export const PRESETS = ['today', 'yesterday', '7', '30', '90', 'month', 'last-month', 'year'] as const
export type Preset = (typeof PRESETS)[number]

/** Whole calendar days of the shop's time zone, first and last included. */
export interface Period {
  preset: Preset | 'custom'
  from: string // 2026-11-01
  to: string
}

const MOST_DAYS = 731
const STANDARD: Preset = '30'

/** What the address asks for: `period=30`, or `from=2026-11-01&to=2026-11-10`. Whatever makes no sense is the last 30 days. */
export function periodOf(asked: URLSearchParams, now: Date, zone: string): Period {
  const custom = customOf(asked.get('from'), asked.get('to'), zone)
  if (custom) return custom
  const preset = PRESETS.find((each) => each === asked.get('period')) ?? STANDARD
  const [from, to] = PRESET_DAYS[preset](DateTime.fromJSDate(now, { zone }).startOf('day'))
  return { preset, from: from.toFormat(DAY), to: to.toFormat(DAY) }
}

type Days = [from: DateTime, to: DateTime]
const last =
  (days: number) =>
  (today: DateTime): Days => [today.minus({ days: days - 1 }), today]
const PRESET_DAYS: Record<Preset, (today: DateTime) => Days> = {
  today: (today) => [today, today],
  yesterday: (today) => [today.minus({ days: 1 }), today.minus({ days: 1 })],
  '7': last(7),
  '30': last(30),
  '90': last(90),
  month: (today) => [today.startOf('month'), today],
  'last-month': (today) => [today.minus({ months: 1 }).startOf('month'), today.startOf('month').minus({ days: 1 })],
  year: (today) => [today.startOf('year'), today],
}

const DAY = 'yyyy-MM-dd'
const dayIn = (text: string | null, zone: string): DateTime | null => {
  const day = DateTime.fromFormat(text ?? '', DAY, { zone })
  return day.isValid ? day : null
}

function customOf(from: string | null, to: string | null, zone: string): Period | null {
  const [first, end] = [dayIn(from, zone), dayIn(to, zone)]
  if (!first || !end || end < first || end.diff(first, 'days').days >= MOST_DAYS) return null
  return { preset: 'custom', from: first.toFormat(DAY), to: end.toFormat(DAY) }
}

/** Its first instant up to, not including, that of the day after it; days on which the clock changes have 23 or 25 hours. */
export function rangeOf({ from, to }: Pick<Period, 'from' | 'to'>, zone: string): Range {
  return {
    from: DateTime.fromFormat(from, DAY, { zone }).toJSDate(),
    to: DateTime.fromFormat(to, DAY, { zone }).plus({ days: 1 }).toJSDate(),
  }
}

/** As many days just before. */
export function before({ from, to }: Pick<Period, 'from' | 'to'>): Pick<Period, 'from' | 'to'> {
  const first = DateTime.fromFormat(from, DAY, { zone: 'UTC' })
  const days = DateTime.fromFormat(to, DAY, { zone: 'UTC' }).diff(first, 'days').days + 1
  return { from: first.minus({ days }).toFormat(DAY), to: first.minus({ days: 1 }).toFormat(DAY) }
}

export function daysOf({ from, to }: Pick<Period, 'from' | 'to'>): string[] {
  const days: string[] = []
  const end = DateTime.fromFormat(to, DAY, { zone: 'UTC' })
  for (let day = DateTime.fromFormat(from, DAY, { zone: 'UTC' }); day <= end; day = day.plus({ days: 1 })) days.push(day.toFormat(DAY))
  return days
}

/** `1 Nov 2026`. */
export const sayDay = (day: string): string => DateTime.fromFormat(day, DAY, { zone: 'UTC', locale: 'en' }).toFormat('d LLL yyyy')

/** `1 to 30 Nov 2026`, `28 Oct to 3 Nov 2026`, `5 Nov 2026`. */
export function sayPeriod({ from, to }: Pick<Period, 'from' | 'to'>): string {
  if (from === to) return sayDay(from)
  const [first, end] = [from, to].map((day) => DateTime.fromFormat(day, DAY, { zone: 'UTC', locale: 'en' })) as Days
  const start = first.hasSame(end, 'month') ? 'd' : first.hasSame(end, 'year') ? 'd LLL' : 'd LLL yyyy'
  return `${first.toFormat(start)} to ${end.toFormat('d LLL yyyy')}`
}

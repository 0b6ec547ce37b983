import { DateTime, FixedOffsetZone, type Zone } from 'luxon'

/** How a day is written where the month may come first. Null: the file does not say, and the merchant has to. */
export type DateOrder = 'dmy' | 'mdy'

export type ReadDate = { at: Date } | { because: 'date-unreadable' | 'date-ambiguous' } | { at: null }

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\b)?)?/i

/**
 * `4/3/2024` is two days: which, no program can know. It is reported, unless the merchant or the rest of the file has said. What names no zone
 * is told on the shop's clock: its pages would show the day before elsewhere.
 */
export function readDate(text: string, order: DateOrder | null, timeZone: string): ReadDate {
  const written = text.trim()
  if (written === '') return { at: null }
  const iso = ISO.exec(written)
  if (iso) {
    const [, year, month, day, hour = 0, minute = 0, second = 0, zone] = iso
    return dated([year, month, day, hour, minute, second], zone ? zoneIn(zone) : timeZone)
  }
  const slashed = SLASHED.exec(written)
  if (!slashed) return { because: 'date-unreadable' }
  const [, first, second, year, hour = 0, minute = 0, of = 0, half] = slashed
  const known = orderOf(Number(first), Number(second)) ?? order
  if (Number(first) === Number(second) || known) {
    const [day, month] = known === 'mdy' ? [second, first] : [first, second]
    return dated([year, month, day, half ? hourOf(Number(hour), half) : hour, minute, of], timeZone)
  }
  return { because: 'date-ambiguous' }
}

/** What one date betrays of its file: a 23rd month does not exist. */
export function orderIn(text: string): DateOrder | null {
  const found = SLASHED.exec(text.trim())
  return found ? orderOf(Number(found[1]), Number(found[2])) : null
}

const orderOf = (first: number, second: number): DateOrder | null => (first > 12 ? 'dmy' : second > 12 ? 'mdy' : null)

const NO_HOUR = -1
/** 12 is the first hour of each half of the day; 13 is in neither. */
const hourOf = (hour: number, half: string): number =>
  hour < 1 || hour > 12 ? NO_HOUR : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)

const MOST_SECONDS = 59 // a leap second is none to us

function dated(parts: readonly (string | number | undefined)[], zone: Zone | string): ReadDate {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  const local = DateTime.fromObject({ year, month, day, hour, minute, second: Math.min(second, MOST_SECONDS) }, { zone })
  const at = local.toJSDate()
  return local.isValid && second <= MOST_SECONDS + 1 && at.getTime() > 0 ? { at } : { because: 'date-unreadable' }
}

/** The one that is written beside it; `Z` and `UTC` are none that differs. */
function zoneIn(zone: string): Zone {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return FixedOffsetZone.instance(hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)))
}

/** `4,0` is four stars; four and a half are nobody's whole stars, and are not rounded to what she did not say. */
export function readRating(text: string): number | null {
  const rating = Number(
    text
      .trim()
      .replace(',', '.')
      .replace(/\s*(stars?|\/\s*5)$/i, ''),
  )
  return text.trim() !== '' && Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : null
}

/** Addresses in a JSON list, or between commas, semicolons, bars or blanks; plain http becomes https. */
export function readAddresses(text: string): string[] {
  const listed = fromJson(text) ?? text.split(/[,;|\s]+(?=https?:|\/\/)|[;|\s]+/)
  const found = listed
    .map((one) => one.trim().replace(/,$/, ''))
    .map((one) => (one.startsWith('//') ? `https:${one}` : one.replace(/^http:/i, 'https:')))
  return [...new Set(found.filter((one) => /^https:\/\/[^\s"<>]+$/.test(one)))]
}

function fromJson(text: string): string[] | null {
  if (!text.trim().startsWith('[')) return null
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list)
      ? list.map((one) => (typeof one === 'string' ? one : String((one as { url?: unknown } | null)?.url ?? '')))
      : null
  } catch {
    return null
  }
}

/** `gid://shopify/Product/12`, `'12` and `12` are the same product; `1.2E+12` is what a spreadsheet left of one, and none. */
export const readProductId = (text: string): string | null =>
  /^(?:gid:\/\/shopify\/Product\/|')?(\d{1,20})(?:\.0)?$/.exec(text.trim())?.[1] ?? null

export const readHandle = (address: string): string | null => {
  const found = /\/products\/([^/?#\s]+)/.exec(address)?.[1]
  return found ? decoded(found).toLowerCase() : null
}

/** `100%-wool` was never encoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const YES = new Set(['true', 'yes', 'y', '1', 'ja', 'oui', 'si', 'sí'])
const NO = new Set(['', 'false', 'no', 'n', '0', 'nein', 'non', 'none', 'null'])
/** A reward is named, or confirmed; anything but a clear no counts, so that no incentive is lost on the way (R4). */
export const isRewarded = (text: string): boolean => !NO.has(text.trim().toLowerCase())
export const readYes = (text: string): boolean | null =>
  YES.has(text.trim().toLowerCase()) ? true : text.trim() === '' ? null : !NO.has(text.trim().toLowerCase()) ? null : false

const UNPUBLISHED = new Set([
  'unpublished',
  'hidden',
  'disable',
  'disabled',
  'not-yet',
  'pending',
  'held',
  'rejected',
  'archived',
  'draft',
  'false',
  '0',
  'no',
])
/** How it stood in the app that it comes from. */
export function standingOf(status: string): 'published' | 'unpublished' | 'spam' {
  const said = status.trim().toLowerCase()
  if (said === 'spam') return 'spam'
  return UNPUBLISHED.has(said) ? 'unpublished' : 'published'
}

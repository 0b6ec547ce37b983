import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { DAYS, dayOf, later } from '#app/values/time.ts'
import { tidy } from '../tidy.ts'
import type { Field, Mapping } from './format.ts'
import {
  isRewarded,
  readAddresses,
  readDate,
  readHandle,
  readProductId,
  readRating,
  readYes,
  standingOf,
  type DateOrder,
} from './values.ts'

/** A row of the file, as far as it can be understood without the shop. */
export interface ReadRow {
  /** What a review of this shop was called when it was exported. */
  reviewId: string | null
  rating: number
  title: string
  body: string
  author: string
  email: string | null
  product: { id: string | null; handle: string | null; sku: string | null }
  submittedAt: Date | null
  /** Held where it comes from: the merchant decides anew, with a reason. */
  published: boolean
  incentivised: boolean
  recommends: boolean | null
  reply: string | null
  repliedAt: Date | null
  photos: string[]
  videos: string[]
  country: string | null
  language: string | null
}

export const REFUSALS = [
  'rating-missing',
  'rating-not-whole',
  'date-unreadable',
  'date-ambiguous',
  'date-in-future',
  'product-missing',
  'product-unknown',
  'product-contradicts',
  'marked-as-spam',
  'too-long',
] as const
export type Refusal = (typeof REFUSALS)[number]

const LONGEST = 20_000
const MOST_PHOTOS = 10

// A date without a zone may be that of a place where tomorrow has begun.
const AHEAD = DAYS

/** What the file does not say itself. */
interface Reading {
  order: DateOrder | null
  timeZone: string // of the shop
  now: Date
}

export function readRow(cells: readonly string[], mapping: Mapping, { order, timeZone, now }: Reading): Outcome<ReadRow, Refusal> {
  const cell = (field: Field): string => asWritten(tidy(cells[mapping[field] ?? -1] ?? ''))
  const rating = readRating(cell('rating'))
  if (rating === null) return refuse(cell('rating') === '' ? 'rating-missing' : 'rating-not-whole')
  const standing = standingOf(cell('status'))
  if (standing === 'spam') return refuse('marked-as-spam')
  if (cell('body').length > LONGEST) return refuse('too-long')
  const written = readDate(cell('date'), order, timeZone)
  if ('because' in written) return refuse(written.because)
  if (written.at && written.at > later(now, AHEAD)) return refuse('date-in-future')
  const replied = readDate(cell('replyDate'), order, timeZone)
  const product = {
    id: readProductId(cell('productId')),
    handle: cell('handle').toLowerCase() || readHandle(cell('productUrl')),
    sku: cell('sku') || null,
  }
  if (!product.id && !product.handle && !product.sku) return refuse('product-missing')
  const photos = (['photos', 'photo2', 'photo3', 'photo4', 'photo5'] as const).flatMap((field) => readAddresses(cell(field)))
  return ok({
    reviewId: cell('reviewId') || null,
    rating,
    title: cell('title'),
    body: cell('body'),
    author: cell('author') || 'Anonymous',
    email: /^[^@\s]+@[^@\s]+$/.test(cell('email')) ? cell('email').toLowerCase() : null,
    product,
    submittedAt: written.at,
    published: standing === 'published' && readYes(cell('approved')) !== false,
    incentivised: isRewarded(cell('incentivised')),
    recommends: readYes(cell('recommends')),
    reply: cell('reply') || null,
    repliedAt: 'at' in replied ? replied.at : null,
    photos: photos.slice(0, MOST_PHOTOS),
    videos: readAddresses(cell('video')).slice(0, 1),
    country: /^[A-Za-z]{2}$/.test(cell('country')) ? cell('country').toUpperCase() : null,
    language: /^[a-z]{2}(-[A-Za-z]{2})?$/.test(cell('language')) ? cell('language') : null,
  })
}

/** Exports put a sign before what a spreadsheet would take for a formula. */
const asWritten = (cell: string): string => cell.replace(/^'(?=[=+@-])/, '')

export interface KnownProducts {
  ids: ReadonlySet<string>
  handles: ReadonlyMap<string, string>
  skus: ReadonlyMap<string, string>
}

/** By id, handle or SKU. Where two of them name different products, neither is taken: a review on the wrong product is worse than none. */
export function matchProduct({ id, handle, sku }: ReadRow['product'], known: KnownProducts): Outcome<string, Refusal> {
  const named = [
    id && known.ids.has(id) ? id : undefined,
    handle ? known.handles.get(handle) : undefined,
    sku ? known.skus.get(sku) : undefined,
  ]
  const [first, ...others] = [...new Set(named.filter((one) => one !== undefined))]
  if (first === undefined) return refuse('product-unknown')
  return others.length > 0 ? refuse('product-contradicts') : ok(first)
}

/** The same review whichever file it comes in: what makes a second import of it a known one. */
export const naturalKey = (row: ReadRow, productId: string, timeZone: string): string =>
  [
    productId,
    row.email ?? row.author.toLowerCase(),
    row.submittedAt ? dayOf(row.submittedAt, timeZone) : '',
    row.rating,
    row.title,
    row.body,
  ]
    .map((part) => String(part).replaceAll(/\s+/g, ' ').trim())
    .join('\u001f')

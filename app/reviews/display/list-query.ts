import { z } from 'zod'
import { SORTS, type Sort } from './settings.ts'

/** Which of a product's reviews, in which order, after which one. */
export interface ListQuery {
  productId: string
  sort: Sort
  stars: number | null
  verified: boolean
  photos: boolean
  unpaid: boolean
  after: Cursor | null
}

/** The last review of the page before: pages are cut at it, not at a number, so that the thousandth is as fast as the first. */
export interface Cursor {
  rank: number
  submittedAt: string
  id: string
}

// As our own are: what the database could not compare is not ours either.
const Told = z.tuple([z.int().min(-5).max(5), z.iso.datetime().regex(/^[12]\d{3}-/), z.string().regex(/^[\w.-]{1,100}$/)])

export const writeCursor = ({ rank, submittedAt, id }: Cursor): string => encode(JSON.stringify([rank, submittedAt, id]))

/** Null for anything that we did not write. */
export function readCursor(text: string): Cursor | null {
  try {
    const [rank, submittedAt, id] = Told.parse(JSON.parse(decode(text)))
    return { rank, submittedAt, id }
  } catch {
    return null
  }
}

const encode = (text: string): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const decode = (text: string): string => {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.codePointAt(0) ?? 0))
}

const isOn = (value: string | null): boolean => value === '1' || value === 'on' || value === 'true'

/** Null when no product is named. A wish that is not understood is as good as none. */
export function readListQuery(query: URLSearchParams, usual: Sort): ListQuery | null {
  const productId = query.get('product') ?? ''
  if (!/^\d{1,20}$/.test(productId)) return null
  const stars = Number(query.get('stars'))
  return {
    productId,
    sort: SORTS.find((sort) => sort === query.get('sort')) ?? usual,
    stars: Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : null,
    verified: isOn(query.get('verified')),
    photos: isOn(query.get('photos')),
    unpaid: isOn(query.get('unpaid')),
    after: readCursor(query.get('after') ?? ''),
  }
}

export const isFiltered = ({ stars, verified, photos, unpaid }: ListQuery): boolean => stars !== null || verified || photos || unpaid

/** The same list as an address below the shop's own path; what is as usual is left out. */
export function listAddress(
  query: ListQuery,
  locale: string,
  changes: Partial<Omit<ListQuery, 'after'>> & { after?: string | null } = {},
): string {
  const { after = query.after ? writeCursor(query.after) : null, ...others } = changes
  const wished = { ...query, ...others }
  const told = new URLSearchParams({ product: wished.productId, locale, sort: wished.sort })
  if (wished.stars !== null) told.set('stars', String(wished.stars))
  for (const name of ['verified', 'photos', 'unpaid'] as const) if (wished[name]) told.set(name, '1')
  if (after) told.set('after', after)
  return `/apps/reviews/list?${told}`
}

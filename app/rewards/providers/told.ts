import { z } from 'zod'
import type { ToldReview } from './provider.ts'

/** An id, as a number or as text. Empty is none. */
export const Id = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((id) => (id === null || id === undefined || id === '' ? null : String(id)))
export const RequiredId = z.union([z.string().min(1), z.number()]).transform(String)
export const Text = z.string().nullish().transform((text) => text?.trim() || null) // prettier-ignore

/** `true`, `"true"`, `1`: older payloads have only strings. */
export const Flag = z
  .union([z.boolean(), z.string(), z.number()])
  .nullish()
  .transform((flag) => flag === true || flag === 'true' || flag === '1' || flag === 1)

/** A time with its zone, or null. A time without one is UTC. */
export const Time = z
  .string()
  .nullish()
  .transform((text) => {
    if (!text) return null
    const bare = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text)
    const time = new Date(bare ? `${text}Z` : text)
    return Number.isNaN(time.getTime()) ? null : time
  })

/** A list that may be null, one text, or a text with commas. */
export const Listed = z
  .union([z.array(z.unknown()), z.string()])
  .nullish()
  .transform((list) => (typeof list === 'string' ? list.split(',').filter((item) => item.trim()) : (list ?? [])))

const VIDEO = /\.(mp4|mov|webm|m4v)(\?|$)/i

/** Of addresses, how many are photos and how many videos. */
export const countMedia = (urls: readonly unknown[]): { photos: number; videos: number } => {
  const videos = urls.filter((url) => VIDEO.test(String(url))).length
  return { photos: urls.length - videos, videos }
}

const EMPTY: Omit<ToldReview, 'id'> = {
  deleted: false,
  product: { id: null, handle: null, sku: null },
  order: null,
  customerId: null,
  email: null,
  photos: 0,
  videos: 0,
  never: null,
  submittedAt: null,
}

type Said = { id: string | null; product?: Partial<ToldReview['product']> } & Partial<Omit<ToldReview, 'id' | 'product'>>

/** What was not said is not known. */
export const told = ({ product, email, ...said }: Said): ToldReview => ({
  ...EMPTY,
  ...said,
  email: email?.toLowerCase() ?? null,
  product: { ...EMPTY.product, ...product },
})

/** The number at the end of a gid, or of another app's name for it (`shopify-8123`). */
export const numberIn = (id: string | null): string | null => /(\d+)$/.exec(id ?? '')?.[1] ?? null

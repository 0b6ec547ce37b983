import type { ReviewFacts } from '../../reviews/review-facts.ts'
import type { Seal } from './seal.ts'

export const PROVIDERS = [
  'judgeme',
  'okendo',
  'yotpo',
  'stamped',
  'fera',
  'reviewsio',
  'trustoo',
  'loox',
  'shopify',
  'generic',
  'flow',
] as const
export type ProviderName = (typeof PROVIDERS)[number]

/** signed: every byte is proven. secret: only who knows a secret can have sent it. none: whoever has learnt the address may have. */
export type Level = 'signed' | 'secret' | 'none'

/** What a provider says of one review; no rating and no text (R1). */
export interface ToldReview {
  /** What the review is called there; null where the provider does not say. */
  id: string | null
  deleted: boolean
  product: ToldProduct
  /** An order's id, name or number: providers mean either. */
  order: string | null
  customerId: string | null
  email: string | null
  photos: number
  videos: number
  never: Never | null
  submittedAt: Date | null
}
export interface ToldProduct {
  id: string | null
  handle: string | null
  sku: string | null
}
/** What a reward never hears of: what is no review of a product that anybody may see, and runs of a workflow that may not pay. */
export type NotOurs = 'spam' | 'of-the-shop' | 'no-review-id' | 'own-review' | 'not-every-review'
/** Why it is never rewarded. */
export type Never = NonNullable<ReviewFacts['excluded']> | NotOurs

/** Asks the provider itself for one review: how an unproven event becomes a fact. */
export interface FetchBack {
  /** The first request may fetch a token for the second. Null ends the questions. */
  token?: (keys: Keys) => Ask
  review: (id: string, keys: Keys, token: string | null) => Ask
  /** Null: the provider knows no such review. */
  read: (answer: unknown) => ToldReview | null
}
export interface Ask {
  method: 'GET' | 'POST'
  url: string
  headers: Readonly<Record<string, string>>
  body?: object
}
/** What the merchant pasted. */
export interface Keys {
  secret: string | null
  apiKey: string | null
}

/** Another review app, as far as Encore has to know it. */
export interface Provider {
  name: ProviderName
  level: Level
  seal: Seal
  /** Throws a ZodError when it is not what the provider documents. One delivery may tell of several reviews, or of none. */
  read: (body: unknown) => readonly ToldReview[]
  /** Needs a key of the merchant's; without it only an order proves the event. */
  fetchBack?: FetchBack
  /** What it must be answered with, where its retries depend on that. */
  answer?: string
  /** It tries the address out with an empty body. */
  tries?: 'with-empty-body'
}

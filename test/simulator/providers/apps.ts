import { fera } from './apps/fera.ts'
import { flow } from './apps/flow.ts'
import { generic } from './apps/generic.ts'
import { judgeme } from './apps/judgeme.ts'
import { loox } from './apps/loox.ts'
import { okendo } from './apps/okendo.ts'
import { reviewsio } from './apps/reviewsio.ts'
import { shopify } from './apps/shopify.ts'
import { stamped } from './apps/stamped.ts'
import { trustoo } from './apps/trustoo.ts'
import { yotpo } from './apps/yotpo.ts'
import type { Oddity, PlayedReview } from './played.ts'

export interface Envelope {
  headers: Record<string, string>
  query?: Record<string, string>
}
export interface Sealing {
  body: string
  secret: string
  shop: { domain: string; id: number }
  event: PlayedReview['event']
  /** The same for every attempt at one delivery. */
  deliveryId: string
  now: Date
}

/** One review app, as a shop that uses it meets it. */
export interface ReviewApp {
  label: string
  /** Where its contract is thin, the page says so. */
  note: string
  keys: (shop: string) => { secret?: string; apiKey?: string }
  /** What it sends; null where it never tells of such a thing. */
  payload: (review: PlayedReview) => object | null
  seal: (sealing: Sealing) => Envelope
  /** Tries the address out with an empty body when it is saved. */
  tries?: 'with-empty-body'
  /** Anything but this and 2xx is a failure to it. */
  accepts?: (body: string) => boolean
  timeoutMs: number
  /** After each failed attempt it waits so long (ms) for the next. */
  retries: readonly number[]
  oddities: readonly Oddity[]
}

export const APPS: Readonly<Record<string, ReviewApp>> = {
  judgeme,
  okendo,
  yotpo,
  stamped,
  fera,
  reviewsio,
  trustoo,
  loox,
  generic,
  flow,
  shopify,
}

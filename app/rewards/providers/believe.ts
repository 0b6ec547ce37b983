import { isInsider } from '../../reviews/insider.ts'
import type { ReviewFacts } from '../../reviews/review-facts.ts'
import { ok, refuse } from '../../values/outcome.ts'
import type { Outcome } from '../../values/outcome.ts'
import type { Level, NotOurs, ProviderName, ToldReview } from './provider.ts'

/** What our own tables, and the provider itself, say about an event. */
export interface Evidence {
  shop: string
  provider: ProviderName
  level: Level
  /** The provider was asked for the review and told the same. */
  fetchedBack: boolean
  productId: string | null
  purchase: {
    orderId: string
    customerId: string | null
    email: string | null
    language: string | null
    paid: boolean
    fulfilled: boolean
  } | null
  /** Only asked for runs of a workflow: Encore has this review by itself, or from its app, and has decided about it. */
  knownHere: boolean
  /** What the review is called when the provider does not say. */
  reviewKey: string
  language: string
  receivedAt: Date
  insiders: Parameters<typeof isInsider>[1]
}

/** Why an event moves nothing. */
export type Unheeded = NotOurs | 'deleted' | 'unknown-product' | 'nobody-to-thank' | 'unproven' | 'not-yet-fulfilled'

const NOT_OURS: readonly NotOurs[] = ['spam', 'of-the-shop', 'no-review-id', 'own-review', 'not-every-review']

/**
 * Whether an event may cost the merchant money, and what a reward may know of it. What is not proven byte by byte needs the provider's own
 * word or an order that is paid and fulfilled, of that product, by that shopper: then whoever forges it can only thank a real buyer.
 */
export function believe(told: ToldReview, evidence: Evidence): Outcome<ReviewFacts, Unheeded> {
  // A code that was sent stays: a reward is for having written (R3).
  if (told.deleted) return refuse('deleted')
  const notOurs = NOT_OURS.find((one) => one === told.never)
  if (notOurs) return refuse(notOurs)
  if (evidence.knownHere) return refuse('own-review')
  const { purchase, productId } = evidence
  if (!productId) return refuse('unknown-product')
  const proven = evidence.level === 'signed' || evidence.fetchedBack
  const customerId = purchase?.customerId ?? (proven ? told.customerId : null)
  // An address that nobody vouches for must not draw another's code to it.
  const vouched = proven ? (told.email ?? purchase?.email) : purchase?.email
  const email = vouched?.toLowerCase() ?? null
  if (proven && !customerId && !email) return refuse('nobody-to-thank')
  if (!proven && !purchase) return refuse('unproven')
  if (!proven && !(purchase?.paid && purchase.fulfilled)) return refuse('not-yet-fulfilled')
  return ok({
    shop: evidence.shop,
    source: evidence.provider,
    sourceReviewId: told.id ?? evidence.reviewKey,
    reviewId: null,
    productId,
    orderId: purchase?.orderId ?? null,
    customerId,
    email,
    language: purchase?.language ?? evidence.language,
    photos: told.photos,
    videos: told.videos,
    verified: purchase !== null,
    final: false,
    promised: null,
    excluded: (told.never as ReviewFacts['excluded']) ?? (isInsider(email, evidence.insiders) ? 'insider' : null),
    submittedAt: told.submittedAt ?? evidence.receivedAt,
  })
}

/** What was fetched back counts; the event only says what the provider's API leaves out. */
export const completed = (fetched: ToldReview, event: ToldReview): ToldReview => ({
  ...fetched,
  id: event.id,
  product: {
    id: fetched.product.id ?? event.product.id,
    handle: fetched.product.handle ?? event.product.handle,
    sku: fetched.product.sku ?? event.product.sku,
  },
  order: fetched.order ?? event.order,
  customerId: fetched.customerId ?? event.customerId,
  email: fetched.email ?? event.email,
  photos: Math.max(fetched.photos, event.photos),
  videos: Math.max(fetched.videos, event.videos),
  never: fetched.never ?? event.never,
  submittedAt: fetched.submittedAt ?? event.submittedAt,
})

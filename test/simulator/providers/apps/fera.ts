import type { ReviewApp } from '../apps.ts'
import { pictures, type PlayedReview } from '../played.ts'
import { hs256, keyFor } from '../signing.ts'
import { ASSUMED_RETRIES, ASSUMED_TIMEOUT } from './retries.ts'

const EVENTS = { created: 'review_create', updated: 'review_update', deleted: 'review_delete' } as const

/** What the webhook carries: Fera's own ids and no address. */
const bare = (review: PlayedReview) => ({
  id: `frev_${review.id}`,
  state: review.oddity === 'spam' ? 'spam' : 'pending',
  subject: review.oddity === 'of-the-shop' ? 'store' : 'product',
  is_verified: true,
  is_test: review.oddity === 'test',
  product_id: `fpro_${review.product.id}`,
  customer_id: `fcus_${review.id}`,
  rating: review.rating,
  heading: review.title,
  body: review.text,
  ...(review.oddity === 'import' && { source: 'import' }),
})

/** What its API tells of the same review. */
export const feraReview = (review: PlayedReview) => ({
  ...bare(review),
  external_product_id: String(review.product.id),
  external_order_id: review.orderId === null ? null : String(review.orderId),
  external_customer_id: review.customerId === null ? null : String(review.customerId),
  customer: { id: `fcus_${review.id}`, email: review.email, display_name: review.author, external_id: null },
  media: [
    ...pictures(review.photos).map((url) => ({ type: 'photo', url })),
    ...pictures(review.videos, 'mp4').map((url) => ({ type: 'video', url })),
  ],
  created_at: review.writtenAt,
  updated_at: review.updatedAt,
})

export const fera: ReviewApp = {
  label: 'Fera',
  note: 'Its token in the address does not cover the body, and the body has no e-mail: Encore asks Fera for the review by its id.',
  keys: (shop) => ({ secret: `sk_${keyFor(shop, 'fera', 'secret')}` }),
  payload: bare,
  seal: ({ secret, shop, event, now }) => ({
    headers: {},
    query: {
      jwt: hs256(secret, {
        webhook_id: 'fwh_1',
        event_name: EVENTS[event],
        store_domain: shop.domain,
        store_public_key: 'pk_1',
        store_id: 'fsto_1',
        exp: Math.floor(now.getTime() / 1_000) + 3_600,
      }),
    },
  }),
  tries: 'with-empty-body',
  timeoutMs: ASSUMED_TIMEOUT,
  retries: ASSUMED_RETRIES,
  oddities: ['test', 'of-the-shop', 'import', 'spam'],
}

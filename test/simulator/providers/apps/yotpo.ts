import type { ReviewApp } from '../apps.ts'
import { pictures, type PlayedReview } from '../played.ts'
import { keyFor } from '../signing.ts'
import { ASSUMED_RETRIES, ASSUMED_TIMEOUT } from './retries.ts'

/** As Yotpo's API tells of a review; the webhook has the same without e-mail's verification. */
export const yotpoReview = (review: PlayedReview) => ({
  id: review.id,
  app_key: keyFor(review.shop, 'yotpo', 'app'),
  title: review.title,
  content: review.text,
  score: review.rating,
  reviewer_display_name: review.author,
  user_id: review.id + 1,
  user_type: 'VerifiedBuyer',
  verified_buyer: true,
  deleted: review.event === 'deleted',
  new: true,
  archived: false,
  escalated: false,
  shop_owner: review.oddity === 'admin',
  votes_up: 0,
  votes_down: 0,
  review_source_type_id: 1,
  review_type_id: 1,
  source_app_key: '',
  source_review_id: review.oddity === 'import' ? 4711 : null,
  sentiment: '',
  twitter_pushed: 0,
  facebook_pushed: 0,
  customer_email: review.email,
  order_id: review.orderId === null ? null : 123,
  external_order_id: review.orderId === null ? null : String(review.orderId),
  external_product_id: String(review.product.id),
  images: pictures(review.photos),
  videos: pictures(review.videos, 'mp4'),
  created_at: review.writtenAt,
  updated_at: review.updatedAt,
})

export const yotpo: ReviewApp = {
  label: 'Yotpo',
  note: 'Signs nothing: Encore asks Yotpo for the review by its id. Deletions are not told.',
  keys: (shop) => ({ secret: keyFor(shop, 'yotpo', 'secret'), apiKey: keyFor(shop, 'yotpo', 'app') }),
  payload: (review) =>
    review.event === 'deleted'
      ? null
      : { event: review.event === 'created' ? 'review_create' : 'review_updated', data: yotpoReview(review) },
  seal: () => ({ headers: {} }),
  timeoutMs: ASSUMED_TIMEOUT,
  retries: ASSUMED_RETRIES,
  oddities: ['admin', 'import'],
}

/** The generation of 2018: every value a text, the order an object. */
export const yotpo2018 = (review: PlayedReview): object => ({
  event: 'review_create',
  data: {
    id: String(review.id),
    title: review.title,
    content: review.text,
    score: String(review.rating),
    verified_buyer: 'true',
    deleted: 'false',
    customer_email: review.email,
    external_product_id: String(review.product.id),
    order: { id: '123', external_id: review.orderId === null ? '' : String(review.orderId) },
    created_at: review.writtenAt,
  },
})

import type { ReviewApp } from '../apps.ts'
import { pictures } from '../played.ts'
import { ASSUMED_RETRIES, ASSUMED_TIMEOUT } from './retries.ts'

export const reviewsio: ReviewApp = {
  label: 'REVIEWS.io',
  note: 'Signs nothing; tells of a submission and of nothing later.',
  keys: () => ({}),
  payload: (review) =>
    review.event === 'created'
      ? {
          id: String(review.id),
          review_type: review.oddity === 'of-the-shop' ? 'company' : 'product',
          order_id: review.orderId === null ? '' : String(review.orderId),
          rating: review.rating,
          comments: review.text,
          user: { name: review.author, email_address: review.email },
          product: { sku: review.product.sku },
          photos: pictures(review.photos),
          videos: pictures(review.videos, 'mp4'),
        }
      : null,
  seal: () => ({ headers: {} }),
  timeoutMs: ASSUMED_TIMEOUT,
  retries: ASSUMED_RETRIES,
  oddities: ['of-the-shop'],
}

import type { ReviewApp } from '../apps.ts'
import { keyFor, svix } from '../signing.ts'
import { ASSUMED_TIMEOUT, SVIX_RETRIES } from './retries.ts'

export const generic: ReviewApp = {
  label: 'A connection of your own',
  note: 'Standard Webhooks, as a developer would send them.',
  keys: (shop) => ({ secret: `whsec_${Buffer.from(keyFor(shop, 'generic', 'webhook')).toString('base64')}` }),
  payload: (review) => ({
    type: `review.${review.event}`,
    timestamp: review.updatedAt,
    data: {
      id: String(review.id),
      product_id: String(review.product.id),
      order_id: review.orderId === null ? null : String(review.orderId),
      email: review.email,
      photos: review.photos,
      videos: review.videos,
      imported: review.oddity === 'import',
      test: review.oddity === 'test',
      rewarded: review.oddity === 'rewarded',
      created_at: review.writtenAt,
    },
  }),
  seal: ({ body, secret, deliveryId, now }) => {
    const seconds = Math.floor(now.getTime() / 1_000)
    return {
      headers: {
        'webhook-id': deliveryId,
        'webhook-timestamp': String(seconds),
        'webhook-signature': svix(secret, deliveryId, seconds, body),
      },
    }
  },
  timeoutMs: ASSUMED_TIMEOUT,
  retries: SVIX_RETRIES,
  oddities: ['test', 'import', 'rewarded'],
}

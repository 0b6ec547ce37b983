import type { ReviewApp } from '../apps.ts'
import { base64 } from '../signing.ts'
import { ASSUMED_RETRIES, ASSUMED_TIMEOUT } from './retries.ts'

export const flow: ReviewApp = {
  label: 'Shopify Flow: Issue a review reward',
  note: 'A workflow of the merchant’s that ends in Encore’s action. Shopify signs it with the app’s secret.',
  keys: () => ({}),
  payload: (review) =>
    review.event === 'deleted'
      ? null
      : {
          shop_id: review.shopId,
          shopify_domain: review.shop,
          action_run_id: `run-${review.id}-${Date.parse(review.updatedAt)}`,
          action_definition_id: 'issue-review-reward',
          step_reference: '0190f1d2',
          handle: 'issue-review-reward',
          properties: {
            review_id: String(review.id),
            every_review: true,
            product_id: review.product.id,
            order_id: review.orderId,
            email: review.email,
            photos: review.photos,
            videos: review.videos,
          },
        },
  seal: ({ body, secret }) => ({ headers: { 'X-Shopify-Hmac-Sha256': base64(secret, body) } }),
  timeoutMs: ASSUMED_TIMEOUT,
  retries: ASSUMED_RETRIES,
  oddities: [],
}

import type { ReviewApp } from '../apps.ts'
import { pictures } from '../played.ts'
import { base64, keyFor } from '../signing.ts'
import { ASSUMED_RETRIES, ASSUMED_TIMEOUT } from './retries.ts'

/** The header that this simulated shop's Loox signs in, in base64: what Loox really sends is not public. */
export const LOOX_HEADER = 'x-loox-hmac-sha256'

export const loox: ReviewApp = {
  label: 'Loox',
  note: `Shopify Flow's HTTP request with Loox's variables. It is signed in ${LOOX_HEADER} (base64) too, for whoever wants to check it.`,
  keys: (shop) => ({ secret: keyFor(shop, 'loox', 'validation') }),
  payload: (review) =>
    review.event === 'deleted'
      ? null
      : {
          author: review.author,
          email: review.email,
          rating: String(review.rating),
          review_body: review.text,
          review_date: review.writtenAt.slice(0, 10),
          product_title: review.product.title,
          product_id: String(review.product.id),
          product_url: `https://${review.shop}/products/${review.product.handle}`,
          photo_url: pictures(review.photos + review.videos)[0] ?? '',
          order_id: review.orderId === null ? '' : String(review.orderId),
        },
  seal: ({ body, secret }) => ({ headers: { [LOOX_HEADER]: base64(secret, body) } }),
  timeoutMs: ASSUMED_TIMEOUT,
  retries: ASSUMED_RETRIES,
  oddities: [],
}

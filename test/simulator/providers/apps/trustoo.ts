import type { ReviewApp } from '../apps.ts'
import { pictures } from '../played.ts'
import { hex, keyFor } from '../signing.ts'
import { ASSUMED_TIMEOUT, TRUSTOO_RETRIES } from './retries.ts'

const isSuccess = (body: string): boolean => {
  try {
    return (JSON.parse(body) as { code?: unknown }).code === 0
  } catch {
    return false
  }
}

export const trustoo: ReviewApp = {
  label: 'Trustoo',
  note: 'Wants {"code":0} for an answer, else ten tries in 135 minutes. What its signature covers is not published: timestamp and body are assumed.',
  keys: (shop) => ({ secret: keyFor(shop, 'trustoo', 'private') }),
  payload: (review) => ({
    topic: `review/${review.event}`,
    list: [
      {
        id: review.id,
        my_shopify_domain: review.shop,
        product_id: review.product.id,
        order_id: review.orderId,
        author: review.author,
        author_email: review.email,
        rating: review.rating,
        title: review.title,
        content: review.text,
        source: review.oddity === 'import' ? 'aliexpress' : review.oddity === 'admin' ? 'admin' : 'email',
        status: review.oddity === 'spam' ? 'spam' : 'published',
        images: pictures(review.photos),
        videos: pictures(review.videos, 'mp4'),
        created_at: review.writtenAt,
      },
    ],
  }),
  seal: ({ body, secret, shop, deliveryId, now }) => {
    const timestamp = String(Math.floor(now.getTime() / 1_000))
    return {
      headers: {
        'Open-Trustoo-Webhook-Public-token': keyFor(shop.domain, 'trustoo', 'public'),
        'Open-Trustoo-Webhook-Timestamp': timestamp,
        'Open-Trustoo-Webhook-RequestId': deliveryId,
        'Open-Trustoo-Webhook-Sign': hex(secret, `${timestamp}${body}`),
      },
    }
  },
  accepts: isSuccess,
  timeoutMs: ASSUMED_TIMEOUT,
  retries: TRUSTOO_RETRIES,
  oddities: ['import', 'admin', 'spam'],
}

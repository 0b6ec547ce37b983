import type { ReviewApp } from '../apps.ts'
import { pictures } from '../played.ts'
import { hex, keyFor } from '../signing.ts'
import { ASSUMED_RETRIES, ASSUMED_TIMEOUT } from './retries.ts'

export const judgeme: ReviewApp = {
  label: 'Judge.me',
  note: 'Signs the body in hex with the private API token. When it tries again is not documented.',
  keys: (shop) => ({ secret: keyFor(shop, 'judgeme', 'private') }),
  payload: (review) => ({
    event: `review/${review.event}`,
    platform: 'shopify',
    shop_domain: review.shop,
    review: {
      id: review.id,
      title: review.title || null,
      body: review.text,
      rating: review.rating,
      product_external_id: review.product.id,
      product_title: review.product.title,
      product_handle: review.product.handle,
      reviewer: {
        id: review.id + 1,
        external_id: review.customerId,
        email: review.email,
        name: review.author,
        phone: null,
        accepts_marketing: true,
        unsubscribed_at: null,
        tags: null,
        source_email: review.email,
      },
      source: review.oddity === 'admin' ? 'admin' : review.oddity === 'import' ? 'aliexpress' : 'email',
      curated: review.oddity === 'spam' ? 'spam' : 'not-yet',
      hidden: false,
      verified: 'buyer',
      featured: false,
      ip_address: null,
      has_published_videos: review.videos > 0,
      pictures: pictures(review.photos).map((url) => ({ urls: { small: url, compact: url, huge: url, original: url }, hidden: false })),
      created_at: review.writtenAt,
      updated_at: review.updatedAt,
    },
  }),
  seal: ({ body, secret }) => ({ headers: { 'JUDGEME-HMAC-SHA256': hex(secret, body) } }),
  timeoutMs: ASSUMED_TIMEOUT,
  retries: ASSUMED_RETRIES,
  oddities: ['admin', 'import', 'spam'],
}

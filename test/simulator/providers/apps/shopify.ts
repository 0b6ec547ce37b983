import type { ReviewApp } from '../apps.ts'
import { pictures } from '../played.ts'

/** Not an app of its own: what any syndicating review app writes, as Shopify announces it. */
export const shopify: ReviewApp = {
  label: 'Shopify product reviews',
  note: 'What a syndicating review app writes into Shopify. Shopify announces it to apps that it has approved, by the filter in shopify.app.toml.',
  keys: () => ({}),
  payload: (review) =>
    review.event === 'deleted'
      ? null
      : {
          id: `gid://shopify/Metaobject/${review.id}`,
          type: 'product_review',
          handle: `r-${review.id}`,
          display_name: review.title,
          fields: {
            rating: JSON.stringify({ value: `${review.rating}.0`, scale_min: '1.0', scale_max: '5.0' }),
            submitted_at: review.writtenAt,
            source: review.oddity === 'import' ? 'import' : 'email',
            title: review.title,
            body: review.text,
            product: `gid://shopify/Product/${review.product.id}`,
            order: review.orderId === null ? null : `gid://shopify/Order/${review.orderId}`,
            author: review.customerId === null ? null : `gid://shopify/Customer/${review.customerId}`,
            app_verification_status: 'verified_buyer',
            media_urls: JSON.stringify([...pictures(review.photos), ...pictures(review.videos, 'mp4')]),
            language: 'en',
          },
          created_at: review.writtenAt,
          updated_at: review.updatedAt,
        },
  seal: () => ({ headers: {} }),
  timeoutMs: 5_000,
  retries: [],
  oddities: ['import'],
}

export const METAOBJECT_TOPICS = { created: 'metaobjects/create', updated: 'metaobjects/update' } as const

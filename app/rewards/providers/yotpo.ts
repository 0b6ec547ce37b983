import { z } from 'zod'
import type { Provider } from './provider.ts'
import { Flag, Id, Listed, RequiredId, Text, Time, told } from './told.ts'

/** Both generations: all strings with an `order` of its own (2018), and the typed one of today. */
const Review = z.object({
  id: RequiredId,
  customer_email: Text,
  email: Text,
  deleted: Flag,
  shop_owner: Flag,
  spam: Flag,
  source_review_id: Id,
  external_order_id: Id,
  order: z.object({ external_id: Id }).nullish(),
  external_product_id: Id,
  product: z.object({ external_id: Id }).nullish(),
  sku: Id,
  images: Listed,
  videos: Listed,
  created_at: Time,
})
type Review = z.infer<typeof Review>

function neverOf(review: Review) {
  if (review.shop_owner) return 'insider' as const
  if (review.source_review_id) return 'import' as const
  return review.spam ? ('spam' as const) : null
}

const toldBy = (review: Review) =>
  told({
    id: review.id,
    deleted: review.deleted,
    // Yotpo calls the product's id in Shopify a SKU where it fetches reviews back.
    product: { id: review.external_product_id ?? review.product?.external_id ?? review.sku, sku: review.sku },
    order: review.external_order_id ?? review.order?.external_id ?? null,
    email: review.customer_email ?? review.email,
    photos: review.images.length,
    videos: review.videos.length,
    never: neverOf(review),
    submittedAt: review.created_at,
  })

const Event = z.object({ event: z.enum(['review_create', 'review_updated']), data: Review })
const Fetched = z.object({ response: z.object({ review: Review.nullish() }) })

/** Its review hooks carry no signature, so each is fetched back by its id (apidocs.yotpo.com). */
export const yotpo: Provider = {
  name: 'yotpo',
  level: 'none',
  seal: { kind: 'address' },
  read: (body) => [toldBy(Event.parse(body).data)],
  fetchBack: {
    token: ({ apiKey, secret }) => ({
      method: 'POST',
      url: 'https://api.yotpo.com/oauth/token',
      headers: { accept: 'application/json' },
      body: { client_id: apiKey, client_secret: secret, grant_type: 'client_credentials' },
    }),
    review: (id, _keys, token) => ({
      method: 'GET',
      url: `https://api.yotpo.com/reviews/${encodeURIComponent(id)}?utoken=${encodeURIComponent(token ?? '')}`,
      headers: { accept: 'application/json' },
    }),
    read: (answer) => {
      const { review } = Fetched.parse(answer).response
      return review ? toldBy(review) : null
    },
  },
}

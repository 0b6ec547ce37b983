import { z } from 'zod'
import type { Provider } from './provider.ts'
import { Id, Listed, RequiredId, Text, Time, told } from './told.ts'

const Review = z.object({
  id: RequiredId,
  review_type: Text,
  order_id: Id,
  user: z.object({ email_address: Text, email: Text }).nullish(),
  product: z.object({ id: Id, product_id: Id, sku: Text, handle: Text }).nullish(),
  photos: Listed,
  videos: Listed,
  source: Text,
  date_created: Time,
})

/** No signature is documented; a review of the company may end up in Google's seller ratings, which allow no incentive at all. */
export const reviewsio: Provider = {
  name: 'reviewsio',
  level: 'none',
  seal: { kind: 'address' },
  read: (body) => {
    const review = Review.parse(body)
    return [
      told({
        id: review.id,
        product: { id: review.product?.product_id ?? null, sku: review.product?.sku ?? null, handle: review.product?.handle ?? null },
        order: review.order_id,
        email: review.user?.email_address ?? review.user?.email ?? null,
        photos: review.photos.length,
        videos: review.videos.length,
        never: review.review_type === 'product' ? (review.source === 'import' ? 'import' : null) : 'of-the-shop',
        submittedAt: review.date_created,
      }),
    ]
  },
}

import { z } from 'zod'
import type { Provider } from './provider.ts'
import { Id, RequiredId, Text, Time, told } from './told.ts'

const Review = z.object({
  id: Id,
  review_id: Id,
  email: Text,
  product_id: RequiredId,
  order_id: Id,
  photo_url: Text,
  video_url: Text,
  review_date: Time,
})

/** Shopify Flow's HTTP request with Loox's variables (no id, no signature), or Loox's own webhook where the merchant knows how it signs. */
export const loox: Provider = {
  name: 'loox',
  level: 'secret',
  seal: { kind: 'configured' },
  read: (body) => {
    const review = Review.parse(body)
    return [
      told({
        id: review.review_id ?? review.id,
        product: { id: review.product_id },
        order: review.order_id,
        email: review.email,
        // Loox sends a still picture for a video too.
        photos: review.photo_url && !review.video_url ? 1 : 0,
        videos: review.video_url ? 1 : 0,
        submittedAt: review.review_date,
      }),
    ]
  },
}

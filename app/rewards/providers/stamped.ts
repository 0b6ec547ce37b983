import { z } from 'zod'
import type { Provider } from './provider.ts'
import { Id, Listed, RequiredId, Text, Time, told } from './told.ts'

const Review = z.object({
  id: RequiredId,
  customerEmail: Text,
  email: Text,
  productId: Id,
  productSKU: Text,
  orderId: Id,
  reviewUserPhotos: Listed,
  reviewUserVideos: Listed,
  reviewSource: Text,
  dateCreated: Time,
})

/** Sends its secret as it is, so that whoever reads one delivery can write another (stampedsupport 10152800778395). */
export const stamped: Provider = {
  name: 'stamped',
  level: 'secret',
  seal: { kind: 'shared-secret', headers: ['x-secret-key', 'x-stamped-webhook-secret'], shopHeader: 'x-stamped-store-url' },
  read: (body) => {
    const review = Review.parse(body)
    return [
      told({
        id: review.id,
        product: { id: review.productId, sku: review.productSKU },
        order: review.orderId,
        email: review.customerEmail ?? review.email,
        photos: review.reviewUserPhotos.length,
        videos: review.reviewUserVideos.length,
        never: review.reviewSource === 'import' ? 'import' : null,
        submittedAt: review.dateCreated,
      }),
    ]
  },
}

import { z } from 'zod'
import type { Provider } from './provider.ts'
import { Flag, Id, Listed, RequiredId, Text, Time, told } from './told.ts'

const Review = z.object({
  id: RequiredId,
  author_email: Text,
  email: Text,
  product_id: Id,
  order_id: Id,
  customer_id: Id,
  is_deleted: Flag,
  source: Text,
  status: Text,
  images: Listed,
  videos: Listed,
  created_at: Time,
})
const Batch = z.object({ topic: Text, list: z.array(Review) })

function neverOf({ source, status }: z.infer<typeof Review>) {
  if (source === 'import' || source === 'aliexpress') return 'import' as const
  if (source === 'admin') return 'made-in-admin' as const
  return status === 'spam' ? ('spam' as const) : null
}

/**
 * Ten tries with growing gaps unless it reads `code: 0` (apidoc.trustoo.io/doc-3282041). What exactly its signature covers is not public:
 * the timestamp and the body are assumed, and the README lists it among what to check.
 */
export const trustoo: Provider = {
  name: 'trustoo',
  level: 'signed',
  seal: {
    kind: 'hmac',
    headers: ['open-trustoo-webhook-sign'],
    encoding: 'hex',
    over: 'timestamp-and-body',
    timestamp: 'open-trustoo-webhook-timestamp',
  },
  answer: '{"code":0,"message":"success"}',
  read: (body) => {
    const { topic, list } = Batch.parse(body)
    return list.map((review) =>
      told({
        id: review.id,
        deleted: topic === 'review/deleted' || review.is_deleted,
        product: { id: review.product_id },
        order: review.order_id,
        customerId: review.customer_id,
        email: review.author_email ?? review.email,
        photos: review.images.length,
        videos: review.videos.length,
        never: neverOf(review),
        submittedAt: review.created_at,
      }),
    )
  },
}

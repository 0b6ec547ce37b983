import { z } from 'zod'
import type { Keys, Provider } from './provider.ts'
import { Flag, Id, RequiredId, Text, Time, told } from './told.ts'

const Media = z.array(z.object({ type: Text })).nullish()
const Review = z.object({
  id: RequiredId,
  state: Text,
  subject: Text,
  is_test: Flag,
  source: Text,
  external_product_id: Id,
  external_order_id: Id,
  external_customer_id: Id,
  customer: z.object({ email: Text, external_id: Id }).nullish(),
  product: z.object({ external_id: Id }).nullish(),
  media: Media,
  created_at: Time,
})
type Review = z.infer<typeof Review>

function neverOf({ is_test, subject, source, state }: Review) {
  if (is_test) return 'test' as const
  if (subject === 'store') return 'of-the-shop' as const
  if (source === 'import') return 'import' as const
  return state === 'spam' ? ('spam' as const) : null
}

const toldBy = (review: Review) =>
  told({
    id: review.id,
    product: { id: review.external_product_id ?? review.product?.external_id ?? null },
    order: review.external_order_id,
    customerId: review.external_customer_id ?? review.customer?.external_id ?? null,
    email: review.customer?.email ?? null,
    photos: (review.media ?? []).filter(({ type }) => type !== 'video').length,
    videos: (review.media ?? []).filter(({ type }) => type === 'video').length,
    never: neverOf(review),
    submittedAt: review.created_at,
  })

const isReview = (body: unknown) => String((body as { id?: unknown }).id ?? '').startsWith('frev')
// Fera's store secret key is both: it signs the token, and it opens the API.
const opening = ({ apiKey, secret }: Keys) => ({ accept: 'application/json', 'secret-key': apiKey ?? secret ?? '' })

/** Its token does not cover the body, so whatever the body says is fetched back (developers.fera.ai/docs/webhook-structure). */
export const fera: Provider = {
  name: 'fera',
  level: 'secret',
  seal: { kind: 'jwt', parameter: 'jwt' },
  tries: 'with-empty-body',
  read: (body) => (isReview(body) ? [toldBy(Review.parse(body))] : []),
  fetchBack: {
    review: (id, keys) => ({
      method: 'GET',
      url: `https://api.fera.ai/v3/private/reviews/${encodeURIComponent(id)}`,
      headers: opening(keys),
    }),
    read: (answer) => toldBy(Review.parse(answer)),
  },
}

import { z } from 'zod'
import type { Provider } from './provider.ts'
import { Flag, Id, RequiredId, Text, Time, told } from './told.ts'

const Event = z.object({
  event: z.string(),
  review: z.object({
    id: RequiredId,
    product_external_id: Id,
    product_handle: Text,
    reviewer: z.object({ external_id: Id, email: Text }).nullish(),
    source: Text,
    curated: Text,
    pictures: z.array(z.object({ hidden: Flag })).nullish(),
    has_published_videos: Flag,
    created_at: Time,
  }),
})

/** What a shopper writes herself comes from one of these; every other source is an import. */
const OWN = new Set(['web', 'email', 'email-review-request', 'sms', 'qr-code', 'shop-app', 'widget'])

function neverOf(source: string | null, curated: string | null) {
  if (source === 'admin') return 'made-in-admin' as const
  if (source !== null && !OWN.has(source)) return 'import' as const
  return curated === 'spam' ? ('spam' as const) : null
}

/** Signs the raw body in hex with the shop's private API token (judge.me/help 8299679). */
export const judgeme: Provider = {
  name: 'judgeme',
  level: 'signed',
  seal: { kind: 'hmac', headers: ['judgeme-hmac-sha256', 'x-judgeme-hmac-sha256'], encoding: 'hex' },
  read: (body) => {
    const { event, review } = Event.parse(body)
    return [
      told({
        id: review.id,
        deleted: event === 'review/deleted' || event === 'review/destroyed',
        product: { id: review.product_external_id, handle: review.product_handle },
        customerId: review.reviewer?.external_id ?? null,
        email: review.reviewer?.email ?? null,
        photos: (review.pictures ?? []).length,
        videos: review.has_published_videos ? 1 : 0,
        never: neverOf(review.source, review.curated),
        submittedAt: review.created_at,
      }),
    ]
  },
}

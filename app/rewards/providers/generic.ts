import { z } from 'zod'
import type { Provider } from './provider.ts'
import { Id, RequiredId, Text, Time, told } from './told.ts'

const Count = z.number().int().min(0).max(100).default(0)
const Event = z.object({
  type: z.enum(['review.created', 'review.updated', 'review.deleted']),
  data: z.object({
    id: RequiredId,
    product_id: Id,
    product_handle: Text,
    sku: Text,
    order_id: Id,
    customer_id: Id,
    email: Text,
    photos: Count,
    videos: Count,
    imported: z.boolean().default(false),
    test: z.boolean().default(false),
    rewarded: z.boolean().default(false),
    created_at: Time,
  }),
})

const neverOf = ({ imported, test, rewarded }: z.infer<typeof Event>['data']) =>
  imported ? ('import' as const) : test ? ('test' as const) : rewarded ? ('rewarded-elsewhere' as const) : null

/** For whoever writes a connection of their own: Standard Webhooks, one documented body. */
export const generic: Provider = {
  name: 'generic',
  level: 'signed',
  seal: { kind: 'standard', prefixes: ['webhook', 'svix'] },
  read: (body) => {
    const { type, data } = Event.parse(body)
    return [
      told({
        id: data.id,
        deleted: type === 'review.deleted',
        product: { id: data.product_id, handle: data.product_handle, sku: data.sku },
        order: data.order_id,
        customerId: data.customer_id,
        email: data.email,
        photos: data.photos,
        videos: data.videos,
        never: neverOf(data),
        submittedAt: data.created_at,
      }),
    ]
  },
}

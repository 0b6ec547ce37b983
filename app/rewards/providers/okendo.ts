import { z } from 'zod'
import type { Provider } from './provider.ts'
import { Flag, Id, numberIn, RequiredId, Text, Time, told } from './told.ts'

const Event = z.object({
  topic: z.string(),
  resourceType: Text,
  resource: z.object({
    reviewId: RequiredId,
    productId: Id,
    orderId: Id,
    dateCreated: Time,
    status: Text,
    isIncentivized: Flag,
    achievedReward: Text,
    source: Text,
    media: z.array(z.object({ type: Text })).nullish(),
    reviewer: z.object({ email: Text }).nullish(),
  }),
})

function neverOf({ achievedReward, isIncentivized, source, status }: z.infer<typeof Event>['resource']) {
  if (achievedReward || isIncentivized) return 'rewarded-elsewhere' as const
  if (source === 'import') return 'import' as const
  return status === 'spam' ? ('spam' as const) : null
}

/** Svix's signature; the order of events is not promised, but media only ever become more (docs.okendo.io/webhooks). */
export const okendo: Provider = {
  name: 'okendo',
  level: 'signed',
  seal: { kind: 'standard', prefixes: ['svix', 'webhook'] },
  read: (body) => {
    const { topic, resourceType, resource } = Event.parse(body)
    // Both forms are in use: `review.create`, and `create` beside the type.
    const [kind, deed] = topic.includes('.') ? topic.split('.') : [resourceType, topic]
    if (kind !== 'review') return []
    const media = resource.media ?? []
    return [
      told({
        id: resource.reviewId,
        deleted: deed === 'delete',
        product: { id: numberIn(resource.productId) },
        order: numberIn(resource.orderId),
        email: resource.reviewer?.email ?? null,
        photos: media.filter(({ type }) => type === 'image').length,
        videos: media.filter(({ type }) => type === 'video').length,
        never: neverOf(resource),
        submittedAt: resource.dateCreated,
      }),
    ]
  },
}

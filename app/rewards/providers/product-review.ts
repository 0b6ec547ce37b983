import { z } from 'zod'
import type { Provider } from './provider.ts'
import { countMedia, numberIn, RequiredId, Text, Time, told } from './told.ts'

const Metaobject = z.object({
  id: RequiredId,
  type: z.literal('product_review'),
  fields: z.object({
    submitted_at: Time,
    source: Text,
    product: Text,
    author: Text,
    order: Text,
    media_urls: Text,
  }),
})

function urlsIn(text: string | null): unknown[] {
  if (!text) return []
  const list: unknown = JSON.parse(text)
  return Array.isArray(list) ? list : []
}

/** Shopify's standard metaobject, which every syndicating review app writes: it names the order and the customer. */
export const productReview: Provider = {
  name: 'shopify',
  level: 'signed',
  seal: { kind: 'shopify' },
  read: (body) => {
    const { id, fields } = Metaobject.parse(body)
    return [
      told({
        id: numberIn(id) ?? id,
        product: { id: numberIn(fields.product) },
        order: numberIn(fields.order),
        customerId: numberIn(fields.author),
        ...countMedia(urlsIn(fields.media_urls)),
        never: fields.source === 'import' || fields.source === 'imported' ? 'import' : null,
        submittedAt: fields.submitted_at,
      }),
    ]
  },
}

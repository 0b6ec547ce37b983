import { z } from 'zod'
import { FLOW_PREFIX } from '../../reviews/flow/trigger.ts'
import type { Provider } from './provider.ts'
import { Flag, Id, Text, told } from './told.ts'

const Count = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((count) => Math.max(0, Math.trunc(Number(count ?? 0)) || 0))

/** What Shopify Flow posts when a workflow comes to the action (shopify.dev: Create Flow action endpoints). */
const Run = z.object({
  shopify_domain: z.string(),
  action_run_id: z.string().min(1),
  properties: z.object({
    review_id: Id,
    every_review: Flag,
    product_id: Id,
    email: Text,
    customer_id: Id,
    order_id: Id,
    photos: Count,
    videos: Count,
  }),
})

/** Which shop a run is of, and the id under which Flow sends it again; null when it is no run. */
export function readRun(body: unknown): { shop: string; runId: string } | null {
  const run = Run.pick({ shopify_domain: true, action_run_id: true }).safeParse(body)
  return run.success ? { shop: run.data.shopify_domain.toLowerCase(), runId: run.data.action_run_id } : null
}

/**
 * A workflow may look at what a review says before it comes to the action, and Encore cannot see that (R1). So what Encore has decided about
 * by itself is never decided about again, a run must say which review it is for, and its author that every review of the app comes here.
 */
export function faultOf(reviewId: string | null, everyReview: boolean): 'no-review-id' | 'own-review' | 'not-every-review' | null {
  const id = reviewId?.trim().toLowerCase() ?? ''
  if (id === '') return 'no-review-id'
  if (id.startsWith(FLOW_PREFIX)) return 'own-review'
  return everyReview ? null : 'not-every-review'
}

/** “Issue a review reward”, the action for every app that has a Flow trigger and no webhook. Shopify signs it with the app's secret. */
export const flow: Provider = {
  name: 'flow',
  level: 'signed',
  seal: { kind: 'shopify' },
  read: (body) => {
    const { properties, action_run_id } = Run.parse(body)
    const { review_id, every_review, product_id, order_id, customer_id, email, photos, videos } = properties
    return [
      told({
        id: review_id ?? action_run_id,
        product: { id: product_id },
        order: order_id,
        customerId: customer_id,
        email,
        photos,
        videos,
        never: faultOf(review_id, every_review),
      }),
    ]
  },
}

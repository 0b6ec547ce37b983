import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { AdminRefused, adminFor } from '#app/platform/shopify/admin.server.ts'
import { document } from '#app/platform/shopify/document.ts'
import { logReview } from '../log.server.ts'
import { TRIGGER, triggerPayload } from './trigger.ts'

const KIND = 'flow-trigger'

type Variables = { handle: string; payload: Record<string, string | number | boolean> }

export const StartWorkflowsDocument = document<{ flowTriggerReceive: { userErrors: { message: string }[] } }, Variables>(`
  mutation StartWorkflows($handle: String!, $payload: JSON!) {
    flowTriggerReceive(handle: $handle, payload: $payload) {
      userErrors {
        field
        message
      }
    }
  }
`)

/** Reaction to `review.received`: starts the merchant's workflows, once a review. */
export async function tellFlow(shop: string, reviewId: string): Promise<void> {
  const key = `${KIND}:${reviewId}`
  const where = { shop_key: { shop, key } }
  const [payload, before] = [await readPayload(shop, reviewId), await db.effect.findUnique({ where })]
  if (!payload || (before && before.state !== 'planned')) return
  // Flow cannot be asked whether it heard: after a lost answer it hears again, under the same review id.
  await db.effect.upsert({ where, create: { shop, key, kind: KIND, request: { reviewId } }, update: { attempts: { increment: 1 } } })
  try {
    await adminFor(shop).query(StartWorkflowsDocument, { handle: TRIGGER, payload })
    await db.effect.update({ where, data: { state: 'done', doneAt: now() } })
  } catch (error) {
    if (!(error instanceof AdminRefused)) throw error
    const reason = error.message.slice(0, 300)
    // Trying again would get the same answer, and no shopper waits for a workflow: it stands in the review's log.
    await transact(async (tx) => {
      await tx.effect.update({ where, data: { state: 'failed', reason } })
      await logReview(tx, [{ shop, reviewId, at: now(), who: 'Encore', what: 'flow-refused', detail: { because: reason } }])
    })
  }
}

/** As it stands now; null: it is gone. */
async function readPayload(shop: string, reviewId: string) {
  const review = await db.review.findUnique({ where: { shop_id: { shop, id: reviewId } } })
  if (!review) return null
  const media = await db.reviewMedia.groupBy({ by: ['kind'], where: { shop, reviewId, state: { not: 'failed' } }, _count: true })
  const count = (kind: string) => media.find((group) => group.kind === kind)?._count ?? 0
  return triggerPayload({ ...review, photos: count('photo'), videos: count('video') })
}

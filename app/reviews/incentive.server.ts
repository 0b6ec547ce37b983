import { transact } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'

/** What she got stands beside the review wherever it is shown (R4). */
export const noteIncentive = (
  { shop, reviewId, productId }: { shop: string; reviewId: string; productId: string },
  incentive: string,
): Promise<void> =>
  transact(async (tx) => {
    const other = { shop, id: reviewId, OR: [{ incentive: null }, { incentive: { not: incentive } }] }
    const { count } = await tx.review.updateMany({ where: other, data: { incentive } })
    if (count > 0) await emit(tx, 'review.changed', { shop, reviewId, productId })
  })

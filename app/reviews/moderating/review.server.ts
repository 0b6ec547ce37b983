import { db } from '#app/platform/db.server.ts'

/** A review with everything that the merchant may know of it. */
export async function readReview(shop: string, id: string) {
  const review = await db.review.findUnique({ where: { shop_id: { shop, id } }, omit: { origin: true } })
  if (!review) return null
  const of = { shop, reviewId: id }
  const [media, versions, log, request] = await Promise.all([
    db.reviewMedia.findMany({ where: of, orderBy: { position: 'asc' }, omit: { body: true } }),
    db.reviewVersion.findMany({ where: of, orderBy: { version: 'desc' } }),
    db.reviewLog.findMany({ where: of, orderBy: { at: 'asc' } }),
    review.requestId ? db.reviewRequest.findUnique({ where: { shop_id: { shop, id: review.requestId } } }) : null,
  ])
  return { ...review, media, versions, log, request }
}
export type ReviewRead = NonNullable<Awaited<ReturnType<typeof readReview>>>

export const isReviewOf = async (shop: string, id: string): Promise<boolean> => (await db.review.count({ where: { shop, id } })) > 0

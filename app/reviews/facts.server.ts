import { db } from '#app/platform/db.server.ts'
import { reads } from './collecting/reads.server.ts'
import { isInsider } from './insider.ts'
import type { ReviewFacts } from './review-facts.ts'
import { isSought, type SoughtReview } from './sought.ts'
import { promisedVersion } from './terms.ts'

/** What rewards may know of a review of ours; null when there is none of that id. */
export async function readReviewFacts(shop: string, reviewId: string): Promise<ReviewFacts | null> {
  const where = { shop_id: { shop, id: reviewId } }
  const select = {
    source: true,
    sourceId: true,
    productId: true,
    orderId: true,
    customerId: true,
    requestId: true,
    email: true,
    language: true,
    verified: true,
    submittedAt: true,
  }
  const review = await db.review.findUnique({ where, select })
  if (!review) return null
  const { sourceId, requestId, ...told } = review
  const [media, request, insiders] = await Promise.all([
    db.reviewMedia.groupBy({ by: ['kind'], where: { shop, reviewId, state: { not: 'failed' } }, _count: true }),
    requestId ? db.reviewRequest.findUnique({ where: { shop_id: { shop, id: requestId } }, select: { terms: true } }) : null,
    reads().readInsiders(shop),
  ])
  const count = (kind: string) => media.find((group) => group.kind === kind)?._count ?? 0
  return {
    ...told,
    shop,
    sourceReviewId: sourceId,
    reviewId,
    photos: count('photo'),
    videos: count('video'),
    // Our own form knows its media.
    final: true,
    promised: promisedVersion(request?.terms),
    excluded: told.source === 'import' ? 'import' : isInsider(told.email, insiders) ? 'insider' : null,
  }
}

/** Encore has this review. What it says is not read. */
export const hasReview = async (shop: string, sought: SoughtReview): Promise<boolean> =>
  (await db.review.findFirst({ where: { shop, ...isSought(sought) }, select: { id: true } })) !== null

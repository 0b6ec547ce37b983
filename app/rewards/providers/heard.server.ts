import { db } from '../../platform/db.server.ts'
import { isSought, type SoughtReview } from '../../reviews/sought.ts'

/** Another way told of this review, and the program has decided about it, whatever it decided. */
export const wasHeardOf = async (shop: string, sought: SoughtReview): Promise<boolean> =>
  (await db.reward.findFirst({ where: { shop, source: { not: 'flow' }, ...isSought(sought) }, select: { key: true } })) !== null

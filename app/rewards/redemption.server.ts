import { transact, type Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import type { ShopifyId } from '../values/ids.ts'
import { sameCode } from '../values/code.ts'
import { redemptionsOf } from './redemption.ts'
import { reads } from './reads.server.ts'

/** Reaction: counts anew which of our rewards an order used, from what the mirror holds of it now. What it spent of her credit only her account tells. */
export const redeemOrder = (shop: string, orderId: ShopifyId): Promise<void> =>
  transact(async (tx) => {
    const customerId = await redeemWithin(tx, shop, orderId)
    if (!customerId) return
    const credited = await tx.reward.findFirst({ where: { shop, customerId, creditId: { not: null } }, select: { key: true } })
    if (credited) await enqueue(tx, 'trace-credit', { shop, customerId })
  })

/** Answers whose order it is, where that is known. */
export async function redeemWithin(tx: Tx, shop: string, orderId: ShopifyId): Promise<string | null> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`redemption:${shop}:${orderId}`}, 0))::text`
  const order = await reads().readPaidOrder(tx, shop, orderId)
  const codes = order?.codes.map(({ code }) => sameCode(code)) ?? []
  const rewards =
    codes.length === 0 ? [] : await tx.reward.findMany({ where: { shop, code: { in: codes } }, select: { key: true, code: true } })
  const known = rewards.flatMap(({ key, code }) => (code ? [{ key, code }] : []))
  const uses = await tx.creditUse.findMany({ where: { shop, orderId } })
  const spent = uses.map(({ rewardKey, amount }) => ({ rewardKey, amount: Number(amount) }))
  await tx.redemption.deleteMany({ where: { shop, orderId } })
  if (order) await tx.redemption.createMany({ data: redemptionsOf(order, known, spent).map((one) => ({ ...one, shop, orderId })) })
  return order?.customerId ?? null
}

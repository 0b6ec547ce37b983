import { transact } from '../platform/db.server.ts'
import type { ShopifyId } from '../values/ids.ts'
import { sameCode } from '../values/code.ts'
import { redemptionsOf } from './redemption.ts'
import { reads } from './reads.server.ts'

/** Reaction: counts anew which of our codes an order used, from what the mirror holds of it now. */
export const redeemOrder = (shop: string, orderId: ShopifyId): Promise<void> =>
  transact(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`redemption:${shop}:${orderId}`}, 0))::text`
    const order = await reads().readPaidOrder(tx, shop, orderId)
    const codes = order?.codes.map(({ code }) => sameCode(code)) ?? []
    const rewards =
      codes.length === 0 ? [] : await tx.reward.findMany({ where: { shop, code: { in: codes } }, select: { key: true, code: true } })
    const known = rewards.flatMap(({ key, code }) => (code ? [{ key, code }] : []))
    await tx.redemption.deleteMany({ where: { shop, orderId } })
    if (order) await tx.redemption.createMany({ data: redemptionsOf(order, known).map((one) => ({ ...one, shop, orderId })) })
  })

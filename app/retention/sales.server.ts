import { transact } from '#app/platform/db.server.ts'
import { sameCode } from '#app/values/code.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { reads } from './reads.server.ts'
import { saleOf } from './sale.ts'

/** Reaction: counts anew whether an order came of a message of ours, from what the mirror holds of it now. */
export const attributeSale = (shop: string, orderId: ShopifyId): Promise<void> =>
  transact(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`follow-up sale ${shop} ${orderId}`}, 0))::text`
    const worth = await reads().readOrderWorth(tx, shop, orderId)
    const marks = [...(worth?.codes.map(({ code }) => sameCode(code)) ?? []), ...(worth?.offerRef ? [worth.offerRef] : [])]
    const followed = marks.length === 0 ? null : await tx.followUp.findFirst({ where: { shop, marks: { hasSome: marks } } })
    await tx.followUpSale.deleteMany({ where: { shop, orderId } })
    if (!worth || !followed) return
    const { automation, orderId: firstOrderId } = followed
    await tx.followUpSale.create({ data: { shop, orderId, automation, firstOrderId, ...saleOf(worth, followed.marks), at: worth.at } })
  })

import { db, transact, type Tx } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { attribute, withoutOffers, type Earning } from './attribution.ts'
import { reads } from './reads.server.ts'

/** Counts an order anew from what the mirror holds of it now, and replaces what was counted before. */
export function attributeOrder(shop: string, orderId: ShopifyId): Promise<void> {
  return transact(async (tx) => {
    // Two reactions to one order take turns; the one that reads last has seen all that both were told.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`earning:${shop}:${orderId}`}, 0))::text`
    const earnings = await countOrder(tx, shop, orderId)
    await tx.earning.deleteMany({ where: { shop, orderId } })
    await tx.earning.createMany({ data: earnings.map((earning) => ({ ...earning, shop, orderId })) })
  })
}

async function countOrder(tx: Tx, shop: string, orderId: ShopifyId) {
  const order = await reads().readPaidOrder(tx, shop, orderId)
  if (!order) return []
  const signed = order.checkoutToken ? await reads().readSigned(tx, shop, order.checkoutToken) : null
  const linked = await reads().readLinked(tx, shop, { orderId, codes: order.codes.map(({ code }) => code), offerRef: order.offerRef })
  const met = [signed, linked].filter((one) => one !== null)
  const earned = met.map(({ visit, initial, signings }) => ({ visit, earnings: attribute(order, initial, signings) }))
  const rest = withoutOffers(
    order,
    earned.flatMap(({ earnings }) => earnings),
  )
  return earned.flatMap(({ visit, earnings }) => earnings.map((earning) => ({ ...earning, ...visit, rest })))
}

/** What each line that an offer brought into the order has earned, in the order of acceptance. */
export async function readOrderEarnings(shop: string, orderId: ShopifyId): Promise<Earning[]> {
  const rows = await db.earning.findMany({
    where: { shop, orderId },
    orderBy: [{ acceptedAt: 'asc' }, { lineId: 'asc' }],
    omit: { shop: true, orderId: true, placementId: true, surface: true, paidIn: true, visitedAt: true, rest: true, updatedAt: true },
  })
  return rows.map((earning) => ({
    ...earning,
    unpaid: Number(earning.unpaid),
    cost: earning.cost === null ? null : Number(earning.cost),
    sold: Number(earning.sold),
    paid: Number(earning.paid),
    returned: Number(earning.returned),
    revenue: Number(earning.revenue),
    discount: Number(earning.discount),
  }))
}

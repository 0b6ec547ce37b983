import type { Tx } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { isPaid, withoutOffers } from './attribution.ts'
import { reads } from './reads.server.ts'

/** What an order comes to now, all its lines counted alike, and what was taken off it. Null while no record of it has come. */
export async function readOrderWorth(tx: Tx, shop: string, orderId: ShopifyId) {
  const order = await reads().readPaidOrder(tx, shop, orderId)
  if (!order) return null
  return {
    customerId: order.customerId,
    codes: order.codes,
    offerRef: order.offerRef,
    discount: order.lines.reduce((sum, { discount }) => sum + discount, 0),
    revenue: isPaid(order) ? withoutOffers(order, []) : 0,
    cancelled: order.cancelled,
    at: order.processedAt,
  }
}

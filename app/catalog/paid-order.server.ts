import type { Tx } from '../platform/db.server.ts'
import type { ShopifyId } from '../values/ids.ts'

/** One order as money sees it: what was sold, paid and given back, in the shop's currency. Null while no record of it has come. */
export async function readPaidOrder(tx: Tx, shop: string, orderId: ShopifyId) {
  const order = await tx.order.findUnique({ where: { shop_id: { shop, id: orderId } } })
  if (!order) return null
  const parts = { where: { shop, orderId } }
  const lines = await tx.orderLine.findMany(parts)
  const transactions = await tx.orderTransaction.findMany(parts)
  const refundLines = await tx.refundLine.findMany(parts)
  return {
    checkoutToken: order.checkoutToken,
    customerId: order.customerId,
    offerRef: order.offerRef,
    codes: order.discountCodes.map((code) => ({ code, amount: null as number | null })),
    processedAt: order.processedAt,
    currency: order.currency,
    originalTotal: Number(order.originalTotal),
    taxesIncluded: order.taxesIncluded,
    cancelled: order.cancelledAt !== null,
    lines: lines.map((line) => ({ ...line, unitPrice: Number(line.unitPrice), discount: Number(line.discount), tax: Number(line.tax) })),
    transactions: transactions.map(({ amount, ...one }) => ({ ...one, amount: Number(amount) })),
    refundLines: refundLines.map(({ lineId, quantity, subtotal }) => ({ lineId, quantity, subtotal: Number(subtotal) })),
  }
}

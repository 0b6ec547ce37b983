import type { SimOrder, SimShop } from '../model.ts'
import { both } from '../checkout/money.ts'
import { toMinor } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { deed } from './orders-announce.ts'
import { countPurchase } from './orders-customer.ts'
import { chargeBy } from './orders-payment.ts'
import { refundOrder } from './orders-refund.ts'
import { removeFromOrder } from './orders-remove.ts'
import { currenciesOf, paymentsOf } from './orders-totals.ts'

/** Cancels and pays everything back. */
export async function cancelOrder(
  simulator: Simulator,
  shop: SimShop,
  orderId: number,
  reason: 'CUSTOMER' | 'INVENTORY' | 'FRAUD' | 'OTHER',
): Promise<SimOrder> {
  const before = await found(simulator, shop, orderId)
  if (before.cancelledAt) return before
  const lines = before.lines.filter((line) => line.currentQuantity > 0).map((line) => ({ lineId: line.id, quantity: line.currentQuantity }))
  if (lines.length > 0) await refundOrder(simulator, shop, orderId, { lines, shipping: true, restock: true, note: 'Cancelled' })
  const at = simulator.clock.now().toISOString()
  const order = await change(simulator, shop, orderId, (current) => ({
    ...current,
    cancelledAt: at,
    cancelReason: reason.toLowerCase(),
    holdUntil: null,
    updatedAt: at,
  }))
  const customer = await countPurchase(simulator, shop, order, 0, -1)
  const say = deed(simulator, shop)
  await say.order('orders/cancelled', order)
  await say.order('orders/updated', order)
  await say.customer(customer, order.id)
  return order
}

/** Takes a line out by an order edit of the merchant's; no money moves. */
export async function removeLine(simulator: Simulator, shop: SimShop, orderId: number, lineId: number): Promise<SimOrder> {
  const before = await found(simulator, shop, orderId)
  const line = before.lines.find(({ id }) => id === lineId)
  if (!line || line.currentQuantity === 0) return before
  return removeFromOrder(simulator, shop, orderId, { lines: [{ lineId, quantity: 0, restock: true }], shippingLineIds: [], appId: null })
}

/** The merchant has received what was still owed, by hand, or at most so many minor units of it. */
export async function markPaid(simulator: Simulator, shop: SimShop, orderId: number, most = Infinity): Promise<SimOrder> {
  const before = await found(simulator, shop, orderId)
  const { outstanding: owed } = paymentsOf(before)
  if (toMinor(owed.shop, shop.currency) <= 0) return before
  const outstanding = toMinor(owed.shop, shop.currency) > most ? both(most, currenciesOf(before)) : owed
  const at = simulator.clock.now().toISOString()
  const transaction = chargeBy('manual', { id: await simulator.store.nextId(), amount: outstanding, at, status: 'SUCCESS' })
  const order = await change(simulator, shop, orderId, (current) => ({
    ...current,
    transactions: [...current.transactions.filter(({ status }) => status !== 'PENDING'), transaction],
    updatedAt: at,
  }))
  const say = deed(simulator, shop)
  await say.transaction(order, transaction)
  await say.order('orders/paid', order)
  await say.order('orders/updated', order)
  return order
}

async function found({ store }: Simulator, shop: SimShop, orderId: number): Promise<SimOrder> {
  const order = await store.get(shop.domain, 'order', orderId)
  if (!order) throw new Error(`${shop.handle} has no order ${orderId}`)
  return order
}

async function change({ store }: Simulator, shop: SimShop, orderId: number, change: (order: SimOrder) => SimOrder): Promise<SimOrder> {
  const order = await store.update(shop.domain, 'order', orderId, change)
  if (!order) throw new Error(`${shop.handle} has no order ${orderId}`)
  return order
}

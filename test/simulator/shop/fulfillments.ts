import type { SimFulfillment, SimOrder, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { deed } from './orders-announce.ts'

/** What of a line has not left yet. */
export const unsent = (order: SimOrder, lineId: number): number => {
  const line = order.lines.find(({ id }) => id === lineId)
  const sent = (order.fulfillments ?? [])
    .filter(({ status }) => status === 'success')
    .flatMap(({ lines }) => lines)
    .filter((one) => one.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
  return line && !order.fulfilledAt ? Math.max(0, line.currentQuantity - sent) : 0
}

/** Sends a parcel with some lines, or with all that is left; 'held' while the post-purchase page may still be open. */
export async function fulfilOrder(
  simulator: Simulator,
  shop: SimShop,
  orderId: number,
  lineId: number | null = null,
): Promise<SimOrder | 'held'> {
  const before = await simulator.store.get(shop.domain, 'order', orderId)
  if (!before) throw new Error(`${shop.handle} has no order ${orderId}`)
  if (before.holdUntil) return 'held'
  const lines = before.lines
    .filter(({ id }) => lineId === null || id === lineId)
    .flatMap(({ id }) => (unsent(before, id) > 0 ? [{ lineId: id, quantity: unsent(before, id) }] : []))
  if (lines.length === 0 || before.cancelledAt) return before
  const now = simulator.clock.now()
  const parcel = parcelOf(before, await simulator.store.nextId(), lines, now.toISOString())
  const order = await simulator.store.update(shop.domain, 'order', orderId, (current) => withParcel(current, parcel))
  if (!order) throw new Error(`${shop.handle} has no order ${orderId}`)
  const say = deed(simulator, shop)
  await say.parcel('fulfillments/create', order, parcel)
  await say.order(order.fulfilledAt ? 'orders/fulfilled' : 'orders/partially_fulfilled', order)
  await say.order('orders/updated', order)
  await simulator.at('deliver-parcel', new Date(now.getTime() + simulator.settings.parcelTravelsMs), {
    shop: shop.domain,
    orderId,
    parcelId: parcel.id,
  })
  return order
}

export const parcelOf = (order: SimOrder, id: number, lines: SimFulfillment['lines'], at: string): SimFulfillment => ({
  id,
  name: `${order.name}.${(order.fulfillments?.length ?? 0) + 1}`,
  status: 'success',
  shipmentStatus: 'in_transit',
  trackingCompany: 'DHL Express',
  trackingNumber: `JD${id}`,
  lines,
  createdAt: at,
  deliveredAt: null,
  updatedAt: at,
})

function withParcel(order: SimOrder, parcel: SimFulfillment): SimOrder {
  const sent = { ...order, fulfillments: [...(order.fulfillments ?? []), parcel], updatedAt: parcel.createdAt }
  const lines = sent.lines.map((line) => ({ ...line, fulfillableQuantity: unsent(sent, line.id) }))
  return { ...sent, lines, fulfilledAt: lines.some(({ fulfillableQuantity }) => fulfillableQuantity > 0) ? null : parcel.createdAt }
}

/** The carrier hands the parcel over; said again it changes nothing. */
export async function deliverParcel(simulator: Simulator, shop: SimShop, orderId: number, parcelId: number): Promise<void> {
  const at = simulator.clock.now().toISOString()
  const before = await simulator.store.get(shop.domain, 'order', orderId)
  if (before?.fulfillments?.find(({ id }) => id === parcelId)?.shipmentStatus !== 'in_transit') return
  const order = await simulator.store.update(shop.domain, 'order', orderId, (current) => ({
    ...current,
    fulfillments: (current.fulfillments ?? []).map((parcel) =>
      parcel.id === parcelId ? { ...parcel, shipmentStatus: 'delivered' as const, deliveredAt: at, updatedAt: at } : parcel,
    ),
    updatedAt: at,
  }))
  const parcel = order?.fulfillments?.find(({ id }) => id === parcelId)
  if (order && parcel) await deed(simulator, shop).parcel('fulfillments/update', order, parcel)
}

/** By itself, some days after it left. */
export async function deliverInTime(due: { shop: string; orderId: number; parcelId: number }, simulator: Simulator): Promise<void> {
  const shop = await simulator.store.shop(due.shop)
  if (shop) await deliverParcel(simulator, shop, due.orderId, due.parcelId)
}

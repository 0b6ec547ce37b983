import type { SimOrder, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { deed } from './orders-announce.ts'
import { giveBackStock } from './orders-stock.ts'

export interface Removal {
  lines: readonly { lineId: number; quantity: number; restock: boolean }[] // the quantity that is left
  shippingLineIds: readonly number[]
  appId: number | null // null: the shop's staff
}

/** Takes lines and deliveries out by an order edit; no money moves. */
export async function removeFromOrder(simulator: Simulator, shop: SimShop, orderId: number, removal: Removal): Promise<SimOrder> {
  const id = await simulator.store.nextId()
  const at = simulator.clock.now().toISOString()
  let gone: Gone[] = []
  const order = await simulator.store.update(shop.domain, 'order', orderId, (current) => {
    gone = goneOf(current, removal)
    const removals = gone.map(({ lineId, delta }) => ({ id: lineId, delta }))
    const edit = { id, appId: removal.appId, additions: [], removals, committedAt: at, shippingRemovals: [...removal.shippingLineIds] }
    return { ...lessened(current, gone, removal.shippingLineIds), edits: [...current.edits, edit], updatedAt: at }
  })
  const edit = order?.edits.at(-1)
  if (!order || !edit) throw new Error(`${shop.handle} has no order ${orderId}`)
  const say = deed(simulator, shop)
  await say.edited(order, edit)
  await say.order('orders/updated', order)
  const back = gone.flatMap(({ variantId, delta, restock }) => (variantId && restock ? [{ variantId, quantity: delta }] : []))
  await giveBackStock(simulator, shop, back)
  await say.stock(back.map(({ variantId }) => variantId))
  return order
}

interface Gone {
  lineId: number
  variantId: number | null
  delta: number
  restock: boolean
}

const goneOf = (order: SimOrder, { lines }: Removal): Gone[] =>
  order.lines.flatMap(({ id, variantId, currentQuantity }) => {
    const wanted = lines.find(({ lineId }) => lineId === id)
    const delta = wanted ? currentQuantity - wanted.quantity : 0
    return wanted && delta > 0 ? [{ lineId: id, variantId, delta, restock: wanted.restock }] : []
  })

const lessened = (order: SimOrder, gone: readonly Gone[], shippingLineIds: readonly number[]): SimOrder => ({
  ...order,
  lines: order.lines.map((line) => {
    const delta = gone.find(({ lineId }) => lineId === line.id)?.delta ?? 0
    return {
      ...line,
      currentQuantity: line.currentQuantity - delta,
      fulfillableQuantity: Math.max(0, line.fulfillableQuantity - delta),
    }
  }),
  shippingLines: order.shippingLines.map((line) => (shippingLineIds.includes(line.id) ? { ...line, removed: true } : line)),
})

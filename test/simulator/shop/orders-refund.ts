import type { SimLine, SimMoney, SimOrder, SimRefund, SimShop, SimTransaction } from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { deed } from './orders-announce.ts'
import { countPurchase } from './orders-customer.ts'
import { giveBackStock } from './orders-stock.ts'
import { paymentsOf } from './orders-totals.ts'
import { giveCreditBack } from './store-credit.ts'

interface RefundWish {
  lines: { lineId: number; quantity: number }[]
  shipping: boolean // what was paid for shipping goes back too
  restock: boolean
  note: string
}

const SIDES = ['shop', 'presentment'] as const
type Side = (typeof SIDES)[number]
type Units = Record<Side, number>

const currencyOf = (order: SimOrder, side: Side): string => (side === 'shop' ? order.currency : order.presentmentCurrency)
const perSide = (count: (side: Side) => number): Units => ({ shop: count('shop'), presentment: count('presentment') })
const moneyOf = (order: SimOrder, units: Units): SimMoney => ({
  shop: toDecimal(units.shop, order.currency),
  presentment: toDecimal(units.presentment, order.presentmentCurrency),
})
const unitsOf = (order: SimOrder, money: SimMoney): Units => perSide((side) => toMinor(money[side], currencyOf(order, side)))

/** What a line costs at a quantity: differences of these add up to exactly what was paid, however a line is refunded in parts. */
function worth(order: SimOrder, line: SimLine, quantity: number): { net: Units; tax: Units } {
  const share = (units: number) => Math.round((units * quantity) / line.quantity)
  const off = perSide((side) => line.discounts.reduce((sum, { amount }) => sum + toMinor(amount[side], currencyOf(order, side)), 0))
  return {
    net: perSide((side) => toMinor(line.unitPrice[side], currencyOf(order, side)) * quantity - share(off[side])),
    tax: perSide((side) => share(toMinor(line.tax[side], currencyOf(order, side)))),
  }
}

const minus = (one: Units, other: Units): Units => perSide((side) => one[side] - other[side])
const plus = (...all: Units[]): Units => perSide((side) => all.reduce((sum, one) => sum + one[side], 0))

export async function refundOrder(simulator: Simulator, shop: SimShop, orderId: number, wish: RefundWish): Promise<SimOrder> {
  const ids = await simulator.store.nextIds(20 + wish.lines.length)
  const order = await simulator.store.update(shop.domain, 'order', orderId, (current) => refunded(simulator, current, wish, [...ids]))
  const refund = order?.refunds.at(-1)
  if (!order || !refund) throw new Error(`${shop.handle} has no order ${orderId}`)
  const back = order.transactions.filter(({ id }) => refund.transactionIds.includes(id))
  for (const transaction of back)
    if (transaction.gateway === 'shopify_store_credit') await giveCreditBack(simulator, shop, order, transaction)
  const customer = await countPurchase(
    simulator,
    shop,
    order,
    -back.reduce((sum, one) => sum + toMinor(one.amount.shop, shop.currency), 0),
    0,
  )
  const say = deed(simulator, shop)
  for (const transaction of back) await say.transaction(order, transaction)
  await say.refund(order, refund)
  await say.order('orders/updated', order)
  if (wish.restock) await restock(simulator, shop, order, wish.lines)
  await say.customer(customer, order.id)
  return order
}

async function restock(simulator: Simulator, shop: SimShop, order: SimOrder, lines: RefundWish['lines']): Promise<void> {
  const given = lines.flatMap(({ lineId, quantity }) => {
    const variantId = order.lines.find(({ id }) => id === lineId)?.variantId
    return variantId ? [{ variantId, quantity }] : []
  })
  await giveBackStock(simulator, shop, given)
  await deed(simulator, shop).stock(given.map(({ variantId }) => variantId))
}

function refunded(simulator: Simulator, order: SimOrder, wish: RefundWish, ids: number[]): SimOrder {
  const nextId = () => ids.pop() as number
  const at = simulator.clock.now().toISOString()
  const parts = wish.lines.map(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId)
    if (!line || quantity < 1 || quantity > line.currentQuantity)
      throw new Error(`Line ${lineId} of ${order.name} has no ${quantity} left to refund`)
    const [before, after] = [worth(order, line, line.currentQuantity), worth(order, line, line.currentQuantity - quantity)]
    return { lineId, quantity, net: minus(before.net, after.net), tax: minus(before.tax, after.tax) }
  })
  const shippingLines = wish.shipping ? order.shippingLines.filter(({ removed }) => !removed) : []
  const shipping = plus(...shippingLines.map(({ discounted }) => unitsOf(order, discounted)))
  const shippingTax = plus(...shippingLines.map(({ tax }) => unitsOf(order, tax)))
  const taxes = order.taxesIncluded ? plus() : plus(shippingTax, ...parts.map(({ tax }) => tax))
  const transactions = payBack(order, plus(shipping, taxes, ...parts.map(({ net }) => net)), nextId, at)
  const refund: SimRefund = {
    id: nextId(),
    note: wish.note,
    restock: wish.restock,
    lines: parts.map(({ lineId, quantity, net, tax }) => ({
      id: nextId(),
      lineId,
      quantity,
      subtotal: moneyOf(order, net),
      tax: moneyOf(order, tax),
    })),
    shipping: moneyOf(order, shipping),
    transactionIds: transactions.map(({ id }) => id),
    createdAt: at,
  }
  return {
    ...order,
    lines: order.lines.map((line) => lessened(line, parts)),
    shippingLines: order.shippingLines.map((line) => (wish.shipping ? { ...line, removed: true } : line)),
    transactions: [...order.transactions, ...transactions],
    refunds: [...order.refunds, refund],
    updatedAt: at,
  }
}

function lessened(line: SimLine, parts: readonly { lineId: number; quantity: number }[]): SimLine {
  const gone = parts.find(({ lineId }) => lineId === line.id)?.quantity ?? 0
  return { ...line, currentQuantity: line.currentQuantity - gone, fulfillableQuantity: Math.max(0, line.fulfillableQuantity - gone) }
}

/** The latest charge is paid back first; never more than what came in. */
function payBack(order: SimOrder, wanted: Units, nextId: () => number, at: string): SimTransaction[] {
  const { received, refunded: before } = paymentsOf(order)
  const open = minus(unitsOf(order, received), unitsOf(order, before))
  let left = perSide((side) => Math.min(wanted[side], open[side]))
  const made: SimTransaction[] = []
  for (const sale of order.transactions
    .filter(({ kind, status }) => ['SALE', 'CAPTURE'].includes(kind) && status === 'SUCCESS')
    .reverse()) {
    const children = order.transactions.filter(({ parentId, kind }) => parentId === sale.id && kind === 'REFUND')
    const rest = minus(unitsOf(order, sale.amount), plus(...children.map(({ amount }) => unitsOf(order, amount))))
    const amount = perSide((side) => Math.min(left[side], rest[side]))
    if (amount.shop <= 0) continue
    left = minus(left, amount)
    made.push({ ...sale, id: nextId(), kind: 'REFUND', amount: moneyOf(order, amount), parentId: sale.id, processedAt: at })
  }
  return made
}

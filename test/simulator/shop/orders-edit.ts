import { addMoney, both } from '../checkout/money.ts'
import type { SimLine, SimMetafield, SimOrder, SimShippingLine, SimShop, SimTransaction } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import type { AddedLine, AddedShipping, Calculation } from '../post-purchase/calculate.ts'
import { deed } from './orders-announce.ts'
import { countPurchase } from './orders-customer.ts'
import { chargeAgain } from './orders-payment.ts'
import { giveBackStock, takeStock } from './orders-stock.ts'
import { currenciesOf } from './orders-totals.ts'

interface Edit {
  jti: string
  calculation: Calculation
  charge: 'good' | 'declined'
}

/** Adds an accepted changeset to the order and charges for it, once; 'sold-out' when the stock went meanwhile. */
export async function editOrder(
  simulator: Simulator,
  shop: SimShop,
  orderId: number,
  edit: Edit,
): Promise<SimOrder | 'sold-out' | 'already-applied'> {
  const wanted = edit.calculation.lines.map(({ variant, quantity }) => ({ variantId: variant.id, quantity }))
  if (!(await takeStock(simulator, shop, wanted))) return 'sold-out'
  const ids = await simulator.store.nextIds(2 + edit.calculation.lines.length + edit.calculation.shipping.length)
  let again = false
  const order = await simulator.store.update(shop.domain, 'order', orderId, (current) => {
    again = current.usedJtis.includes(edit.jti)
    return again ? current : edited(simulator, current, edit, [...ids])
  })
  if (!order) throw new Error(`${shop.handle} has no order ${orderId}`)
  if (again) {
    await giveBackStock(simulator, shop, wanted)
    return 'already-applied'
  }
  const customer = await countPurchase(simulator, shop, order, edit.calculation.added, 0)
  await tell(simulator, shop, order, wanted)
  await deed(simulator, shop).customer(customer, order.id)
  return order
}

/** Adds lines, shipping, the charge and the edit's own record to the order. */
function edited(simulator: Simulator, order: SimOrder, { jti, calculation, charge }: Edit, ids: number[]): SimOrder {
  const at = simulator.clock.now().toISOString()
  const currencies = currenciesOf(order)
  const lines = calculation.lines.map((line) => addedLine(line, ids.pop() as number, order))
  const shippingLines = calculation.shipping.map((line) => addedShipping(line, ids.pop() as number, order))
  const first = order.transactions.find(({ kind }) => kind === 'SALE')
  const amount = addMoney([both(calculation.added, currencies)], currencies)
  const status = charge === 'good' ? 'SUCCESS' : 'FAILURE'
  const transactions: SimTransaction[] =
    first && calculation.added > 0 ? [chargeAgain(first, { id: ids.pop() as number, amount, at, status })] : []
  const additions = lines.map((line) => ({ id: line.id, delta: line.quantity }))
  return {
    ...order,
    lines: [...order.lines, ...lines],
    shippingLines: [...order.shippingLines, ...shippingLines],
    transactions: [...order.transactions, ...transactions],
    edits: [...order.edits, { id: ids.pop() as number, appId: APP_ID, additions, removals: [], committedAt: at }],
    metafields: withMetafields(order, calculation, at),
    usedJtis: [...order.usedJtis, jti],
    updatedAt: at,
  }
}

const APP_ID = 1

const METAFIELD_TYPE = { integer: 'number_integer', string: 'single_line_text_field', json_string: 'json' } as const

function withMetafields({ id, metafields = [] }: SimOrder, { metafields: set }: Calculation, updatedAt: string): SimMetafield[] {
  const kept = metafields.filter((one) => !set.some(({ namespace, key }) => namespace === one.namespace && key === one.key))
  const written = set.map(({ namespace, key, value, valueType }, index) => {
    return { id: id * 100 + kept.length + index, namespace, key, type: METAFIELD_TYPE[valueType], value: String(value), updatedAt }
  })
  return [...kept, ...written]
}

const addedLine = (line: AddedLine, id: number, order: SimOrder): SimLine => ({
  id,
  productId: line.product.id,
  variantId: line.variant.id,
  title: line.product.title,
  variantTitle: line.product.variants.length > 1 ? line.variant.title : null,
  sku: line.variant.sku,
  vendor: line.product.vendor,
  quantity: line.quantity,
  currentQuantity: line.quantity,
  fulfillableQuantity: 0,
  unitPrice: both(line.unitPrice, currenciesOf(order)),
  discounts: line.discount > 0 ? [{ applicationIndex: -1, amount: both(line.discount, currenciesOf(order)) }] : [],
  tax: both(line.tax, currenciesOf(order)),
  requiresShipping: line.variant.requiresShipping,
  addedByEdit: true,
  ...(line.sellingPlanId ? { sellingPlanId: line.sellingPlanId } : {}),
})

const addedShipping = (line: AddedShipping, id: number, order: SimOrder): SimShippingLine => ({
  id,
  code: line.title,
  title: line.title,
  price: both(line.price, currenciesOf(order)),
  discounted: both(line.price, currenciesOf(order)),
  tax: both(line.tax, currenciesOf(order)),
  removed: false,
})

/** The sequence after a changeset is not documented: a setting names it. */
async function tell(simulator: Simulator, shop: SimShop, order: SimOrder, wanted: readonly { variantId: number }[]): Promise<void> {
  const say = deed(simulator, shop)
  const edit = order.edits.at(-1)
  const transaction = order.transactions.at(-1)
  for (const topic of simulator.settings.webhooksAfterChangeset) {
    if (topic === 'orders/edited' && edit) await say.edited(order, edit)
    if (topic === 'orders/updated') await say.order('orders/updated', order)
    if (topic === 'order_transactions/create' && transaction) await say.transaction(order, transaction)
  }
  await say.stock(wanted.map(({ variantId }) => variantId))
}

/** Ends the hold: the shopper has left the page, or the hour is over. */
export async function releaseOrder(simulator: Simulator, shop: SimShop, orderId: number): Promise<SimOrder | null> {
  const before = await simulator.store.get(shop.domain, 'order', orderId)
  if (!before?.holdUntil) return before
  const order = await simulator.store.update(shop.domain, 'order', orderId, (current) => ({
    ...current,
    holdUntil: null,
    lines: current.lines.map((line) => ({ ...line, fulfillableQuantity: line.currentQuantity })),
    updatedAt: simulator.clock.now().toISOString(),
  }))
  if (order) await deed(simulator, shop).order('orders/updated', order)
  return order
}

/** Shopify's own end of the hold, when the shopper never left the page. */
export async function releaseAfterHold({ shop: domain, orderId }: { shop: string; orderId: number }, simulator: Simulator): Promise<void> {
  const shop = await simulator.store.shop(domain)
  if (shop) await releaseOrder(simulator, shop, orderId)
}

import { randomBytes } from 'node:crypto'
import { addMoney, both, inPresentment } from '../checkout/money.ts'
import type { Currencies } from '../checkout/money.ts'
import type { Quote, QuotedLine } from '../checkout/quote.ts'
import { applicationOf, discountCodeOf } from '../discounts/apply.ts'
import { giveBackUses, noteRedemption, takeUses } from '../discounts/redemption.ts'
import type { Records, SimLine, SimMoney, SimOrder, SimShippingLine, SimShop, SimTransaction } from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { deed } from './orders-announce.ts'
import { countPurchase, customerOf } from './orders-customer.ts'
import { chargeBy } from './orders-payment.ts'
import { takeStock } from './orders-stock.ts'
import { totalsOf } from './orders-totals.ts'
import { spendCredit } from './store-credit.ts'

type Checkout = Records['checkout']

/** Takes the codes and the stock, then writes the paid order and tells everyone, in the order in which Shopify does. `hold` keeps it from being fulfilled. */
export async function placeOrder(
  simulator: Simulator,
  shop: SimShop,
  checkout: Checkout,
  quoted: Quote,
  hold: boolean,
): Promise<SimOrder | 'sold-out' | 'code-used-up'> {
  const wanted = quoted.lines.map(({ variant, quantity }) => ({ variantId: variant.id, quantity }))
  if (!(await takeUses(simulator, shop, quoted.applied))) return 'code-used-up'
  if (!(await takeStock(simulator, shop, wanted))) {
    await giveBackUses(simulator, shop, quoted.applied)
    return 'sold-out'
  }
  const buyer = await customerOf(simulator, shop, checkout)
  const order = await writeOrder(simulator, shop, { ...checkout, customerId: buyer?.id ?? null }, quoted, hold)
  const customer = await countPurchase(simulator, shop, order, toMinor(order.originalTotal.shop, shop.currency), 1)
  await noteRedemption(simulator, shop, order, quoted.applied)
  const say = deed(simulator, shop)
  await say.order('orders/create', order)
  for (const transaction of order.transactions) await say.transaction(order, transaction)
  if (order.transactions.every(({ status }) => status === 'SUCCESS')) await say.order('orders/paid', order)
  await say.stock(wanted.map(({ variantId }) => variantId))
  await say.customer(customer, order.id)
  return order
}

async function writeOrder(simulator: Simulator, shop: SimShop, checkout: Checkout, quoted: Quote, hold: boolean): Promise<SimOrder> {
  const { store, clock, settings } = simulator
  const [id, shippingId, transactionId, ...lineIds] = (await store.nextIds(3 + quoted.lines.length)) as [
    number,
    number,
    number,
    ...number[],
  ]
  const number = await nextOrderNumber(simulator, shop)
  const at = clock.now()
  const draft: SimOrder = {
    ...originOf(shop, checkout, quoted.currencies, at.toISOString()),
    id,
    number,
    name: `#${number}`,
    token: randomBytes(16).toString('hex'),
    lines: quoted.lines.map((line, index) => orderLine(line, lineIds[index] as number, quoted.currencies, hold)),
    shippingLines: quoted.shipping ? [shippingLine(quoted.shipping, shippingId, quoted.currencies)] : [],
    discountCodes: quoted.applied.map((applied) => discountCodeOf(applied, shop.currency)),
    discountApplications: quoted.applied.map(applicationOf),
    holdUntil: hold ? new Date(at.getTime() + settings.holdMs).toISOString() : null,
  }
  const total = totalsOf(draft).total
  const order = {
    ...draft,
    originalTotal: total,
    transactions: await charges(simulator, shop, checkout, { draft, total, id: transactionId }),
  }
  await store.put(shop.domain, 'order', order)
  return order
}

/** Store credit first, as far as it reaches and the shopper wishes it; the rest by the method that she chose. */
async function charges(
  simulator: Simulator,
  shop: SimShop,
  checkout: Checkout,
  { draft, total, id }: { draft: SimOrder; total: SimMoney; id: number },
): Promise<SimTransaction[]> {
  const at = draft.createdAt
  const method = checkout.paymentMethod ?? 'card'
  if (!checkout.usesStoreCredit) return [chargeBy(method, { id, amount: total, at })]
  const transactionId = await simulator.store.nextId()
  const wanted = toMinor(total.presentment, draft.presentmentCurrency)
  const paid = await spendCredit(simulator, shop, checkout, { orderId: draft.id, transactionId, wanted })
  if (paid === 0) return [chargeBy(method, { id, amount: total, at })]
  const credited = amountsOf(draft, paid)
  const rest = {
    shop: toDecimal(toMinor(total.shop, draft.currency) - toMinor(credited.shop, draft.currency), draft.currency),
    presentment: toDecimal(wanted - paid, draft.presentmentCurrency),
  }
  const byCredit = chargeBy('store_credit', { id: transactionId, amount: credited, at })
  return paid === wanted ? [byCredit] : [byCredit, chargeBy(method, { id, amount: rest, at })]
}

/** An amount of what the shopper pays in, beside what it is in the shop's currency. */
const amountsOf = ({ currency, presentmentCurrency, rate }: SimOrder, presentment: number): SimMoney => {
  const decimal = toDecimal(presentment, presentmentCurrency)
  return {
    presentment: decimal,
    shop: currency === presentmentCurrency ? decimal : toDecimal(toMinor(String(Number(decimal) / rate), currency), currency),
  }
}

function originOf(shop: SimShop, checkout: Checkout, currencies: Currencies, at: string) {
  return {
    checkoutToken: checkout.token,
    cartToken: checkout.cartToken,
    customerId: checkout.customerId,
    email: checkout.email,
    phone: checkout.address?.phone ?? null,
    currency: shop.currency,
    presentmentCurrency: currencies.presentment,
    rate: currencies.rate,
    locale: checkout.locale,
    sourceName: checkout.sourceName,
    landingSite: checkout.landingSite,
    referringSite: checkout.referringSite,
    ...(checkout.note ? { note: checkout.note } : {}),
    ...(checkout.attributes ? { attributes: checkout.attributes } : {}),
    shippingAddress: checkout.address,
    billingAddress: checkout.address,
    transactions: [],
    refunds: [],
    edits: [],
    usedJtis: [],
    fulfilledAt: null,
    cancelledAt: null,
    cancelReason: null,
    taxesIncluded: shop.taxesIncluded,
    tags: [],
    test: false,
    originalTotal: addMoney([], currencies),
    createdAt: at,
    processedAt: at,
    updatedAt: at,
  }
}

export function orderLine(line: QuotedLine, id: number, currencies: Currencies, hold: boolean): SimLine {
  return {
    id,
    productId: line.product.id,
    variantId: line.variant.id,
    title: line.product.title,
    variantTitle: line.product.variants.length > 1 ? line.variant.title : null,
    sku: line.variant.sku,
    vendor: line.product.vendor,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    fulfillableQuantity: hold ? 0 : line.quantity,
    unitPrice: both(line.unitPrice, currencies),
    discounts: line.discounts.map(({ index, amount }) => ({ applicationIndex: index, amount: both(amount, currencies) })),
    tax: both(line.tax, currencies),
    requiresShipping: line.variant.requiresShipping,
    addedByEdit: false,
    ...(line.plan ? { sellingPlanId: line.plan.id } : {}),
  }
}

const shippingLine = (
  { method, price, discounted, tax }: NonNullable<Quote['shipping']>,
  id: number,
  currencies: Currencies,
): SimShippingLine => ({
  id,
  code: method.code,
  title: method.title,
  price: both(price, currencies),
  discounted: both(discounted, currencies),
  tax: both(tax, currencies),
  removed: false,
})

/** What the shopper pays at the checkout: the sum of the parts as she sees them. */
export function presentmentTotal(quoted: Quote): string {
  const { currencies } = quoted
  const of = (units: number) => inPresentment(units, currencies)
  const goods = quoted.lines.reduce(
    (sum, line) => sum + of(line.unitPrice) * line.quantity - line.discounts.reduce((part, { amount }) => part + of(amount), 0),
    0,
  )
  const taxes = quoted.lines.reduce((sum, line) => sum + of(line.tax), 0) + of(quoted.shipping?.tax ?? 0)
  return toDecimal(goods + of(quoted.shipping?.discounted ?? 0) + (quoted.taxesIncluded ? 0 : taxes), currencies.presentment)
}

/** The seed leaves the next number behind; a shop that never had one starts at 1001. */
async function nextOrderNumber({ store }: Simulator, shop: SimShop): Promise<number> {
  const { rows } = await store.sql.query<{ next: number }>(
    `insert into setting (key, value) values ($1, '1002') on conflict (key) do update set value = to_json((setting.value #>> '{}')::int + 1)
     returning (value #>> '{}')::int as next`,
    [`${shop.domain}:next-order-number`],
  )
  return (rows[0]?.next ?? 1002) - 1
}

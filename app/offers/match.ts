import type { PurchasedLine } from './facts.ts'
import { compileRules } from './judge.ts'
import type { Group } from './rules/rules.ts'
import { factsOf, type Scope } from './told.ts'

/** One order of our mirror, as far as rules can ask about it. Null: not read, or not known. */
export interface PastOrder {
  id: string
  at: Date
  customerId: string | null
  currency: string
  total: number // as first placed
  presentmentCurrency: string
  presentmentTotal: number | null
  country: string | null
  region: string | null
  locale: string | null
  codes: readonly string[]
  shippingMethod: string | null
  landingPage: string | null
  sourceName: string | null
  lines: readonly (readonly [productId: string | null, variantId: string | null, quantity: number, full: number, off: number])[]
  earlierOrders: number | null // of the same customer
  spent: number | null // by her before it
  tags: readonly string[] | null // hers, today
  consent: string | null // hers, today
  subscriber: string | null // hers, today
  before: readonly (readonly [productId: string, at: number])[] | null // what she had bought by then
}

export interface ShopThen extends Scope {
  currency: string
  ordersComplete: boolean
}

/** Whether these rules would have let an order through, were they in force then. What only the moment itself knew stays not known. */
export function matcher(rules: Group, shop: ShopThen): (order: PastOrder) => boolean {
  const holds = compileRules(rules)
  return (order) => holds(factsOf(toldOf(order, shop), shop))
}

function toldOf(order: PastOrder, { currency, ordersComplete }: ShopThen) {
  const { customerId, earlierOrders, spent } = order
  const bounds = (least: number | null) =>
    customerId === null || least === null ? null : { atLeast: least, atMost: ordersComplete ? least : null }
  return {
    at: order.at,
    lines: order.lines.flatMap(([productId, variantId, quantity, full, off]): PurchasedLine[] =>
      productId && variantId ? [{ productId, variantId, quantity, total: Math.max(0, full - off) }] : [],
    ),
    unmirrored: false,
    total: order.currency === currency ? order.total : null,
    currency: order.presentmentCurrency,
    presentmentTotal: order.presentmentTotal,
    country: order.country,
    locale: order.locale,
    journey: {
      codes: order.codes,
      discountShare: shareOff(order.lines),
      region: order.region,
      shippingMethod: order.shippingMethod,
      landingPage: order.landingPage,
      sourceName: order.sourceName,
    },
    shopper: customerId ?? order.id,
    earlierOrders: bounds(earlierOrders),
    spent: bounds(spent),
    tags: order.tags,
    consent: order.consent,
    subscriber: order.subscriber,
    before: customerId === null || !order.before ? null : { days: ordersComplete ? null : 0, bought: order.before },
    offers: null,
    reviewed: null,
  }
}

function shareOff(lines: PastOrder['lines']): number | null {
  let [whole, taken] = [0, 0]
  for (const [, , , full, off] of lines) [whole, taken] = [whole + full, taken + off]
  return whole > 0 ? Math.round((taken / whole) * 10_000) / 100 : null
}

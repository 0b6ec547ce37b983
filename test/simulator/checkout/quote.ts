import { applyCodes } from '../discounts/apply.ts'
import type { Applied, Discounting } from '../discounts/apply.ts'
import type { DiscountLine } from '../discounts/codes.ts'
import type { SimCheckout, SimDiscount, SimProduct, SimSellingPlan, SimShop, SimVariant } from '../model.ts'
import { toMinor } from '../money.ts'
import { marketPrice } from '../shop/markets.ts'
import type { Currencies } from './money.ts'
import { byPlan } from './plan.ts'
import { taxOn } from './tax.ts'

export interface QuotedLine {
  key: string
  product: SimProduct
  variant: SimVariant
  quantity: number
  plan: SimSellingPlan | null
  unitPrice: number
  discounts: { index: number; amount: number }[]
  tax: number
}

export type ShippingMethod = SimShop['shippingMethods'][number]

/** What a checkout costs; all amounts are minor units of the shop's currency. */
export interface Quote {
  currencies: Currencies
  lines: QuotedLine[]
  applied: Applied[]
  refused: Discounting['refused']
  subtotal: number // after discounts
  discount: number
  shipping: { method: ShippingMethod; price: number; discounted: number; tax: number } | null
  tax: number
  taxesIncluded: boolean
  total: number
}

interface QuoteFacts {
  shop: SimShop
  checkout: Pick<SimCheckout, 'presentmentCurrency' | 'shippingMethod' | 'customerId'>
  lines: (Pick<QuotedLine, 'key' | 'product' | 'variant' | 'quantity'> & {
    plan?: SimSellingPlan | null
    collectionIds: readonly number[]
  })[]
  codes: { code: string; discount: SimDiscount | null }[]
  redeemed: (discountId: number) => boolean
  now: Date
}

const currenciesFor = (shop: SimShop, presentment: string): Currencies => ({
  shop: shop.currency,
  presentment,
  rate: presentment === shop.currency ? 1 : rateOf(shop, presentment),
})

function rateOf(shop: SimShop, currency: string): number {
  const rate = shop.rates[currency]
  if (!rate) throw new Error(`${shop.handle} does not sell in ${currency}`)
  return rate
}

export function quote(facts: QuoteFacts): Quote {
  const { shop, checkout } = facts
  const terms = { rate: shop.taxRate, included: shop.taxesIncluded }
  const discountLines = facts.lines.map((line) => discountLine(line, shop, checkout.presentmentCurrency))
  const goods = discountLines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0)
  const method = facts.lines.some((line) => line.variant.requiresShipping)
    ? (shop.shippingMethods.find((one) => one.code === checkout.shippingMethod) ?? shop.shippingMethods[0] ?? null)
    : null
  const price = method ? shippingPrice(method, goods, shop.currency) : 0
  const { applied, refused } = applyCodes(
    facts.codes,
    { now: facts.now, currency: shop.currency, lines: discountLines, customerId: checkout.customerId, redeemed: facts.redeemed },
    price,
  )
  const lines = facts.lines.map(({ key, product, variant, quantity, plan = null }, index): QuotedLine => {
    const discounts = applied
      .map((one, position) => ({ index: position, amount: one.perLine[index] ?? 0 }))
      .filter(({ amount }) => amount > 0)
    const unitPrice = discountLines[index]?.unitPrice ?? 0
    const net = unitPrice * quantity - discounts.reduce((sum, { amount }) => sum + amount, 0)
    return { key, product, variant, quantity, plan, unitPrice, discounts, tax: variant.taxable ? taxOn(net, terms) : 0 }
  })
  const discount = lines.reduce((sum, line) => sum + line.discounts.reduce((part, { amount }) => part + amount, 0), 0)
  const discounted =
    price -
    Math.min(
      price,
      applied.reduce((sum, one) => sum + one.shipping, 0),
    )
  const shipping = method ? { method, price, discounted, tax: shop.taxShipping ? taxOn(discounted, terms) : 0 } : null
  const tax = lines.reduce((sum, line) => sum + line.tax, 0) + (shipping?.tax ?? 0)
  const total = goods - discount + discounted + (shop.taxesIncluded ? 0 : tax)
  return {
    currencies: currenciesFor(shop, checkout.presentmentCurrency),
    lines,
    applied,
    refused,
    subtotal: goods - discount,
    discount,
    shipping,
    tax,
    taxesIncluded: shop.taxesIncluded,
    total,
  }
}

const discountLine = (line: QuoteFacts['lines'][number], shop: SimShop, presentment: string): DiscountLine => ({
  key: line.key,
  productId: line.product.id,
  variantId: line.variant.id,
  collectionIds: line.collectionIds,
  quantity: line.quantity,
  isSubscription: line.plan != null,
  unitPrice: byPlan(marketPrice(shop, line.variant.price, presentment), line.plan, shop.currency),
})

/** Free from a subtotal where the method says so. */
export function shippingPrice(method: ShippingMethod, goods: number, currency: string): number {
  return method.freeFrom !== null && goods >= toMinor(method.freeFrom, currency) ? 0 : toMinor(method.price, currency)
}

import { byPlan, type PlanPrice } from '#app/offers/plan-price.ts'
import { formatDecimal, parseMoney, percentageOf } from '#app/values/money.ts'

/** A change as the extension asks to have it calculated: a variant or a shipping line. */
export interface AskedChange {
  type: string
  variantId?: number
  sellingPlanId?: number
  quantity?: number
  discount?: { value: number; valueType: 'percentage' | 'fixed_amount' }
  price?: number
  initialShippingPrice?: number // of a subscription
  title?: string
  presentmentTitle?: string
}
export interface PretendPrices {
  currency: string
  variants: Readonly<Record<string, number>> // minor units, by variant id
  plans: Readonly<Record<string, PlanPrice | null | 'gone'>> // by selling plan
  tax: { rate: number; included: boolean } | null // a preview knows no address to tax: as most orders bore it
}

/** What Shopify would answer to calculateChangeset. */
export function pretendCalculation(changes: readonly AskedChange[], prices: PretendPrices) {
  const bag = (amount: number) => {
    const written = { amount: formatDecimal(amount, prices.currency), currencyCode: prices.currency }
    return { shopMoney: written, presentmentMoney: written }
  }
  const lines = changes.filter(({ variantId }) => variantId !== undefined).map((change) => lineOf(change, prices))
  const shipping = changes.filter(isDelivered).map((change) => shippingOf(change, prices))
  const nets = [...lines.map(({ net }) => net), ...shipping.map(({ price }) => price)]
  const tax = sum(nets.map((net) => taxOn(net, prices.tax)))
  const total = sum(nets) + (prices.tax?.included ? 0 : tax)
  return {
    subtotalPriceSet: bag(sum(lines.map(({ net }) => net))),
    totalPriceSet: bag(total),
    addedTaxLines: prices.tax && tax > 0 ? [{ priceSet: bag(tax), rate: prices.tax.rate, title: '' }] : [],
    updatedLineItems: lines.map(({ variantId, quantity, unit, net }) => ({
      productId: 0,
      productHandle: '',
      variantId,
      quantity,
      priceSet: bag(unit),
      totalPriceSet: bag(net),
    })),
    addedShippingLines: shipping.map(({ price, title }) => ({ priceSet: bag(price), presentmentTitle: title })),
    totalOutstandingSet: bag(total),
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** Each line's is rounded by itself, as in an order. */
function taxOn(net: number, tax: PretendPrices['tax']): number {
  if (!tax) return 0
  return Math.round(tax.included ? net - net / (1 + tax.rate) : net * tax.rate)
}

function lineOf({ variantId = 0, sellingPlanId, quantity = 1, discount }: AskedChange, { currency, variants, plans }: PretendPrices) {
  const plan = sellingPlanId === undefined ? null : plans[sellingPlanId]
  const unit = byPlan(variants[variantId] ?? 0, plan === 'gone' ? null : plan)
  const gross = unit * quantity
  return { variantId, quantity, unit, net: Math.max(0, gross - amountOff(discount, gross, quantity, currency)) }
}

function amountOff(discount: AskedChange['discount'], gross: number, quantity: number, currency: string): number {
  if (!discount) return 0
  if (discount.valueType === 'percentage') return percentageOf(gross, discount.value)
  return parseMoney(String(discount.value), currency) * quantity
}

const isDelivered = ({ type, initialShippingPrice = 0 }: AskedChange): boolean => type === 'add_shipping_line' || initialShippingPrice > 0

const shippingOf = (
  { initialShippingPrice = 0, price = initialShippingPrice, title = '', presentmentTitle = title }: AskedChange,
  { currency }: PretendPrices,
) => ({
  price: parseMoney(String(price), currency),
  title: presentmentTitle,
})

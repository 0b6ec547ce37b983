import { formatDecimal, percentageOf } from '#app/values/money.ts'
import type { OfferedVariant } from '#app/offers/availability.ts'
import type { Shelf } from '#app/offers/funnel.ts'
import { namedProducts, priceOf, type Discount, type Step } from '#app/offers/step.ts'
import type { Change, ChangeDiscount } from './contract.ts'
import { fill, type Catalogue } from './wording/catalogue.ts'

/** What a step adds, as we counted it when we signed. Minor units of the shop's currency, a whole line each. */
export interface ChangesetLine {
  productId: string
  variantId: string
  quantity: number
  unitPrice: number
  discount: number
  cost?: number | null // of one unit to the shop, when we signed
}

/** Exactly what Shopify is asked to add. */
export function changesOf(step: Step, shelf: Shelf, currency: string, words: Catalogue): Change[] {
  return namedProducts(step).map(({ variantId, quantity }) => {
    const discount = discountOf(priceOf(step), shelf.get(variantId), currency, words)
    return { type: 'add_variant', variantId: Number(variantId), quantity, ...(discount ? { discount } : {}) }
  })
}

/** jsonb forgets the order of keys; what is read back must sign to the same bytes. */
export const inSigningOrder = ({ type, variantId, quantity, discount }: Change): Change => ({
  type,
  variantId,
  quantity,
  ...(discount ? { discount: { value: discount.value, valueType: discount.valueType, title: discount.title } } : {}),
})

export const linesOf = (step: Step, shelf: Shelf): ChangesetLine[] =>
  namedProducts(step).map(({ productId, variantId, quantity }) => {
    const { price: unitPrice = 0, cost = null } = shelf.get(variantId) ?? {}
    return { productId, variantId, quantity, unitPrice, discount: amountOff(priceOf(step), unitPrice) * quantity, cost }
  })

function discountOf(discount: Discount, variant: OfferedVariant | undefined, currency: string, words: Catalogue): ChangeDiscount | null {
  if (discount.kind === 'none') return null
  if (discount.kind === 'percentage')
    return { value: discount.percent, valueType: 'percentage', title: fill(words.discount, { percent: String(discount.percent) }) }
  const amount = amountOff(discount, variant?.price ?? discount.amount)
  return amount === 0 ? null : { value: Number(formatDecimal(amount, currency)), valueType: 'fixed_amount', title: words.amountOff }
}

/** Off one unit, never more than it costs. */
function amountOff(discount: Discount, price: number): number {
  if (discount.kind === 'none') return 0
  return discount.kind === 'percentage' ? percentageOf(price, discount.percent) : Math.min(discount.amount, price)
}

import { numberFormat } from '#app/values/formats.ts'
import { formatDecimal } from '#app/values/money.ts'
import type { OfferedVariant, Shelf } from '#app/offers/availability.ts'
import { unitPriceOf } from '#app/offers/plan-price.ts'
import { amountOff, deliveryOf, priceOf, type Step } from '#app/offers/step.ts'
import type { Taken } from './choice.ts'
import type { AddShippingLine, AddSubscription, Change, ChangeDiscount } from '../contract.ts'
import type { Voice } from '../voice.ts'
import { fill } from '../wording/catalogue.ts'

/** What a step adds, as we counted it when we signed. Minor units of the shop's currency, a whole line each. */
export interface ChangesetLine {
  productId: string
  variantId: string
  quantity: number
  unitPrice: number
  discount: number
  cost?: number | null // of one unit to the shop, when we signed
}

/** What was signed for one step, and what the shopper's browser said became of it. */
export interface SignedChangeset {
  id: string
  offerId: string
  offerVersion: number
  stepId: string
  lines: ChangesetLine[]
  currency: string
  signedAt: Date
  reported: string | null
  errorCodes: string[]
  reportedAt: Date | null
}

type Terms = Pick<Step, 'gift' | 'discount' | 'shipping' | 'subscription'>

/** Exactly what Shopify is asked to add. */
export function changesOf(step: Terms, taken: readonly Taken[], shelf: Shelf, voice: Voice): Change[] {
  const plan = planOf(step, voice)
  const delivery = deliveryLineOf(step, voice)
  const lines = taken.map(({ variantId: id, quantity }): Change => {
    const discount = discountOf(step, shelf.get(id), voice)
    const what = { variantId: Number(id), quantity, ...(discount ? { discount } : {}) }
    return plan ? { ...plan, ...what } : { type: 'add_variant', ...what }
  })
  return delivery ? [...lines, delivery] : lines
}

/** A subscription brings its own delivery, now and later. */
export function planOf(step: Terms, { currency, words }: Voice): Omit<AddSubscription, 'variantId' | 'quantity' | 'discount'> | null {
  if (!step.subscription) return null
  const delivery = deliveryOf(step)
  return {
    type: 'add_subscription',
    sellingPlanId: Number(step.subscription.sellingPlanId),
    initialShippingPrice: delivery.kind === 'fixed' ? major(delivery.amount, currency) : 0,
    recurringShippingPrice: major(step.subscription.recurringShipping, currency),
    shippingOption: { title: words.delivery, presentmentTitle: words.delivery },
  }
}

export function deliveryLineOf(step: Terms, { currency, words }: Voice): AddShippingLine | null {
  const delivery = deliveryOf(step)
  if (step.subscription || delivery.kind === 'with-order') return null
  const [price, title] = delivery.kind === 'fixed' ? [major(delivery.amount, currency), words.delivery] : [0, words.freeDelivery]
  return { type: 'add_shipping_line', price, title, presentmentTitle: title }
}

const ORDER = [
  'type',
  'variantId',
  'sellingPlanId',
  'quantity',
  'initialShippingPrice',
  'recurringShippingPrice',
  'shippingOption',
  'price',
  'title',
  'presentmentTitle',
  'discount',
  'value',
  'valueType',
]

/** jsonb forgets the order of keys; what is read back must sign to the same bytes. */
export function inSigningOrder<Part extends object>(part: Part): Part {
  const entries = Object.entries(part).sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'object' ? inSigningOrder(value) : value])) as Part
}

export const linesOf = (step: Terms, taken: readonly Taken[], shelf: Shelf): ChangesetLine[] =>
  taken.map(({ productId, variantId, quantity }) => {
    const variant = shelf.get(variantId)
    const [unitPrice, cost] = [variant ? unitPriceOf(step, variant) : 0, variant?.cost ?? null]
    return { productId, variantId, quantity, unitPrice, discount: amountOff(priceOf(step), unitPrice) * quantity, cost }
  })

export const discountOfAll = (lines: readonly Pick<ChangesetLine, 'discount'>[]): number =>
  lines.reduce((sum, { discount }) => sum + discount, 0)

export function discountOf(step: Terms, variant: OfferedVariant | undefined, voice: Voice): ChangeDiscount | null {
  const discount = priceOf(step)
  if (discount.kind === 'none') return null
  if (discount.kind === 'percentage') {
    const title = step.gift ? voice.words.words.gift : sayPercent(discount.percent, voice)
    return { value: discount.percent, valueType: 'percentage', title }
  }
  const amount = amountOff(discount, variant ? unitPriceOf(step, variant) : discount.amount)
  return amount === 0 ? null : { value: major(amount, voice.currency), valueType: 'fixed_amount', title: voice.words.amountOff }
}

/** Written as her language writes numbers. */
export const sayPercent = (percent: number, { language, words }: Voice): string =>
  fill(words.discount, { percent: numberFormat(language, { maximumFractionDigits: 4 }).format(percent) })

const major = (amount: number, currency: string): number => Number(formatDecimal(amount, currency))

import type { SimDiscount } from '../model.ts'
import { toMinor } from '../money.ts'

type DiscountClass = 'order' | 'product' | 'shipping'

export interface DiscountLine {
  key: string
  productId: number
  variantId: number
  collectionIds: readonly number[]
  quantity: number
  isSubscription?: boolean
  unitPrice: number // minor units of the shop's currency
}

/** What a code is judged by; `redeemed` says whether this shopper has used the discount before. */
export interface DiscountFacts {
  now: Date
  currency: string
  lines: readonly DiscountLine[]
  customerId: number | null
  redeemed: (discountId: number) => boolean
}

export type CodeRefusal =
  | {
      because:
        'unknown' | 'not-started' | 'expired' | 'used-up' | 'already-used' | 'not-for-this-customer' | 'no-entitled-items' | 'minimum'
    }
  | { because: 'does-not-combine'; with: string }

export const classOf = (discount: SimDiscount): DiscountClass => {
  if (discount.kind === 'free_shipping') return 'shipping'
  return 'all' in discount.items ? 'order' : 'product'
}

const COMBINES_WITH = { order: 'orderDiscounts', product: 'productDiscounts', shipping: 'shippingDiscounts' } as const

/** Both must allow the other's class. */
export const combines = (one: SimDiscount, other: SimDiscount): boolean =>
  one.combinesWith[COMBINES_WITH[classOf(other)]] && other.combinesWith[COMBINES_WITH[classOf(one)]]

export function isEntitled(discount: SimDiscount, line: DiscountLine): boolean {
  if (line.isSubscription && !discount.subscriptions) return false
  if ('all' in discount.items) return true
  if ('collectionIds' in discount.items) return discount.items.collectionIds.some((id) => line.collectionIds.includes(id))
  return discount.items.productIds.includes(line.productId) || discount.items.variantIds.includes(line.variantId)
}

export const lineTotal = (line: DiscountLine): number => line.unitPrice * line.quantity

/** Why one code on its own does not apply, or null when it does. */
export function refusalOf(discount: SimDiscount | null, code: string, facts: DiscountFacts): CodeRefusal | null {
  const redeem = discount?.codes.find((one) => one.code.toUpperCase() === code.toUpperCase())
  if (!discount || !redeem) return { because: 'unknown' }
  if (new Date(discount.startsAt) > facts.now) return { because: 'not-started' }
  if (discount.endsAt && new Date(discount.endsAt) <= facts.now) return { because: 'expired' }
  if (discount.usageLimit !== null && redeem.used >= discount.usageLimit) return { because: 'used-up' }
  if (discount.customerIds && !(facts.customerId !== null && discount.customerIds.includes(facts.customerId)))
    return { because: 'not-for-this-customer' }
  if (discount.oncePerCustomer && facts.redeemed(discount.id)) return { because: 'already-used' }
  const entitled = facts.lines.filter((line) => isEntitled(discount, line))
  if (discount.kind === 'basic' && entitled.length === 0) return { because: 'no-entitled-items' }
  return reachesMinimum(discount, entitled, facts.currency) ? null : { because: 'minimum' }
}

function reachesMinimum(discount: SimDiscount, entitled: readonly DiscountLine[], currency: string): boolean {
  if (!discount.minimum) return true
  if ('quantity' in discount.minimum) return entitled.reduce((sum, line) => sum + line.quantity, 0) >= discount.minimum.quantity
  return entitled.reduce((sum, line) => sum + lineTotal(line), 0) >= toMinor(discount.minimum.subtotal, currency)
}

/** In the shopper's words. */
export function explain(code: string, refusal: CodeRefusal): string {
  switch (refusal.because) {
    case 'unknown':
      return `“${code}” is not a code of this shop.`
    case 'not-started':
      return `“${code}” cannot be used yet.`
    case 'expired':
      return `“${code}” has expired.`
    case 'used-up':
      return `“${code}” has reached its limit of uses.`
    case 'already-used':
      return `You have used “${code}” before.`
    case 'not-for-this-customer':
      return `“${code}” belongs to another customer.`
    case 'no-entitled-items':
      return `“${code}” is not valid for the items in your cart.`
    case 'minimum':
      return `Your cart has not reached the minimum for “${code}”.`
    case 'does-not-combine':
      return `“${code}” cannot be combined with “${refusal.with}”.`
  }
}

import { priceOf, type Step } from '#app/offers/step.ts'
import type { CodeTerms } from '#app/values/code.ts'
import { gid } from '#app/values/ids.ts'
import { formatDecimal } from '#app/values/money.ts'
import type { ChangesetLine } from '../accept/changeset.ts'

/** A discount that a link needs a code of, by a name that says all that it depends on. */
export interface WantedCode {
  key: string
  kind: 'basic' | 'free-shipping'
  terms: CodeTerms
}

interface Asked {
  offerId: string
  step: Pick<Step, 'id' | 'gift' | 'discount' | 'subscription'>
  lines: readonly ChangesetLine[]
  off: number // what the lines' prices come down by together
  currency: string
  expiry: { day: string; expiresAt: Date }
}

/** The price that the step promised, as a discount code: for just these products. Null where it promised none. */
export function priceCode({ offerId, step, lines, off, currency, expiry }: Asked): WantedCode | null {
  const { kind, name, value } = worthOf(step, off, currency)
  if (kind === 'none') return null
  const products = [...new Set(lines.map(({ productId }) => productId))].sort()
  const key = `offer/${offerId}/${step.id}/${name}${step.subscription ? '/by-plan' : ''}/${products.join('+')}/${expiry.day}`
  const items = { products: { productsToAdd: products.map((id) => gid('Product', id)) } }
  const combinesWith = { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true }
  return {
    key,
    kind: 'basic',
    terms: { ...shared(key, expiry), combinesWith, customerGets: { value, items, ...bought(step.subscription !== null) } },
  }
}

/** Delivery for nothing, because it travels with the first order. */
export function deliveryCode(expiry: Asked['expiry'], byPlan = false): WantedCode {
  const key = `together/${byPlan ? 'by-plan/' : ''}${expiry.day}`
  const combinesWith = { orderDiscounts: true, productDiscounts: true, shippingDiscounts: false }
  return { key, kind: 'free-shipping', terms: { ...shared(key, expiry), ...bought(byPlan), combinesWith, destination: { all: true } } }
}

// A shop without subscriptions is refused these fields.
const bought = (byPlan: boolean) => (byPlan ? { appliesOnOneTimePurchase: true, appliesOnSubscription: true } : {})

const shared = (key: string, { expiresAt }: Asked['expiry']): CodeTerms => ({
  title: `Offer ${key} (Encore)`,
  endsAt: expiresAt.toISOString(),
  usageLimit: 1,
  context: { all: 'ALL' },
})

function worthOf(step: Asked['step'], off: number, currency: string): { kind: string; name: string; value: object } {
  const price = priceOf(step)
  if (price.kind === 'none' || off === 0) return { kind: 'none', name: '', value: {} }
  if (price.kind === 'percentage' && price.percent < 100)
    return { kind: 'percentage', name: `${price.percent}`, value: { percentage: price.percent / 100 } }
  // An amount once, not off each unit: whoever puts ten gifts into the cart pays nine.
  return { kind: 'amount', name: `-${off}`, value: { discountAmount: { amount: formatDecimal(off, currency), appliesOnEachItem: false } } }
}

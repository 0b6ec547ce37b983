import type { CodeTerms } from '../values/code.ts'
import { gid } from '../values/ids.ts'
import { formatDecimal } from '../values/money.ts'
import type { Program, Terms, Tier, Value } from './program.ts'

export interface DiscountTerms {
  program: Program
  tier: Tier
  expiresAt: Date
  currency: string
}

/** One Shopify discount for all codes of one version, tier and expiry day. */
export const discountKeyOf = (version: number, tier: string, day: string): string => `${version}/${tier}/${day}`

/** Unique by its words: after a crash they tell our own discount from a merchant's that happens to have the code. */
const titleOf = (key: string): string => `Review reward ${key} (Encore)`

/** The classes that Shopify puts a discount of these terms in. It never combines with its own class unless both say so. */
export const classOf = (value: Value, terms: Pick<Terms, 'buys'>): 'orders' | 'products' | 'shipping' => {
  if (value.kind === 'free-shipping') return 'shipping'
  return terms.buys.kind === 'everything' ? 'orders' : 'products'
}

/** What `discountCodeBasicCreate` or `discountCodeFreeShippingCreate` takes, except the code and the start. */
export function discountTerms(
  key: string,
  { program: { terms }, tier, expiresAt, currency }: DiscountTerms,
): { kind: 'basic' | 'free-shipping'; terms: CodeTerms } {
  const value = terms.values[tier]
  if (!value) throw new Error(`The terms promise nothing for ${tier}`)
  const shared = {
    title: titleOf(key),
    endsAt: expiresAt.toISOString(),
    usageLimit: 1 as const,
    context: { all: 'ALL' },
    combinesWith: {
      orderDiscounts: terms.combinesWith.orders,
      productDiscounts: terms.combinesWith.products,
      shippingDiscounts: terms.combinesWith.shipping && value.kind !== 'free-shipping',
    },
    ...(terms.minimumOrder && {
      minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: formatDecimal(terms.minimumOrder, currency) } },
    }),
  }
  // A shop without subscriptions is refused the field, so only those who want it say so.
  const subscribed = terms.subscriptions ? { appliesOnOneTimePurchase: true, appliesOnSubscription: true } : {}
  if (value.kind === 'free-shipping') return { kind: 'free-shipping', terms: { ...shared, ...subscribed, destination: { all: true } } }
  const worth =
    value.kind === 'percentage'
      ? { percentage: value.percent / 100 }
      : { discountAmount: { amount: formatDecimal(value.amount, currency), appliesOnEachItem: false } }
  return { kind: 'basic', terms: { ...shared, customerGets: { value: worth, items: itemsOf(terms), ...subscribed } } }
}

function itemsOf({ buys }: Terms): object {
  switch (buys.kind) {
    case 'everything':
      return { all: true }
    case 'products':
      return { products: { productsToAdd: buys.ids.map((id) => gid('Product', id)) } }
    case 'collections':
      return { collections: { add: buys.ids.map((id) => gid('Collection', id)) } }
  }
}

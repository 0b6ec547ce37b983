import { gid } from '../values/ids.ts'
import { formatDecimal } from '../values/money.ts'
import type { Program, Terms, Tier, Value } from './program.ts'

export interface DiscountTerms {
  program: Program
  tier: Tier
  expiresAt: Date
  currency: string
  /** Only this shopper may use it; null: whoever has the code, once. */
  customerId: string | null
}

/** Unique by its words: after a crash they tell our own discount from a merchant's that happens to have the code. */
export const titleOf = (key: string): string => `Review reward ${key} (Encore)`

/** The classes that Shopify puts a discount of these terms in. It never combines with its own class unless both say so. */
export const classOf = (value: Value, terms: Pick<Terms, 'buys'>): 'orders' | 'products' | 'shipping' => {
  if (value.kind === 'free-shipping') return 'shipping'
  return terms.buys.kind === 'everything' ? 'orders' : 'products'
}

/** What `discountCodeBasicCreate` or `discountCodeFreeShippingCreate` takes. `startsAt` is given, because clocks differ by seconds. */
export function discountInput(
  key: string,
  code: string,
  startsAt: Date,
  { program: { terms }, tier, expiresAt, currency, customerId }: DiscountTerms,
): { kind: 'basic' | 'free-shipping'; discount: object } {
  const value = terms.values[tier]
  if (!value) throw new Error(`The terms promise nothing for ${tier}`)
  const shared = {
    title: titleOf(key),
    code,
    startsAt: startsAt.toISOString(),
    endsAt: expiresAt.toISOString(),
    // Shopify counts uses per code, so each code of the discount works once.
    usageLimit: 1,
    context: customerId ? { customers: { add: [gid('Customer', customerId)] } } : { all: 'ALL' },
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
  if (value.kind === 'free-shipping') return { kind: 'free-shipping', discount: { ...shared, ...subscribed, destination: { all: true } } }
  const worth =
    value.kind === 'percentage'
      ? { percentage: value.percent / 100 }
      : { discountAmount: { amount: formatDecimal(value.amount, currency), appliesOnEachItem: false } }
  return { kind: 'basic', discount: { ...shared, customerGets: { value: worth, items: itemsOf(terms), ...subscribed } } }
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

import type { CodeTerms } from '../values/code.ts'
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
  /** What a gift costs now, in minor units: just this is taken off. */
  giftPrice: number | null
}

/** One Shopify discount for all codes of one version, tier and expiry day; or for one reward alone, where only its shopper may use it. */
export const discountKeyOf = (version: number, tier: string, day: string, rewardKey?: string): string =>
  [version, tier, day, ...(rewardKey === undefined ? [] : [rewardKey])].join('/')

/** Which terms a discount's key names. */
export function termsNamedBy(key: string): { version: number; tier: Tier } {
  const [version, tier] = key.split('/')
  return { version: Number(version), tier: tier as Tier }
}

/** Unique by its words: after a crash they tell our own discount from a merchant's that happens to have the code. */
const titleOf = (key: string): string => `Review reward ${key} (Encore)`

/** The classes that Shopify puts a discount of these terms in. It never combines with its own class unless both say so. */
export const classOf = (value: Value, terms: Pick<Terms, 'buys'>): 'orders' | 'products' | 'shipping' => {
  if (value.kind === 'free-shipping') return 'shipping'
  if (value.kind === 'gift') return 'products'
  return terms.buys.kind === 'everything' ? 'orders' : 'products'
}

/** What `discountCodeBasicCreate` or `discountCodeFreeShippingCreate` takes, except the code and the start. */
export function discountTerms(
  key: string,
  { program: { terms }, tier, expiresAt, currency, customerId, giftPrice }: DiscountTerms,
): { kind: 'basic' | 'free-shipping'; terms: CodeTerms } {
  const value = terms.values[tier]
  if (!value || value.kind === 'store-credit') throw new Error(`The terms promise no discount for ${tier}`)
  const shared = {
    title: titleOf(key),
    endsAt: expiresAt.toISOString(),
    usageLimit: 1 as const,
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
  if (value.kind === 'free-shipping') return { kind: 'free-shipping', terms: { ...shared, ...subscribed, destination: { all: true } } }
  const items = value.kind === 'gift' ? { products: { productVariantsToAdd: [gid('ProductVariant', value.variantId)] } } : itemsOf(terms)
  return { kind: 'basic', terms: { ...shared, customerGets: { value: worthOf(value, currency, giftPrice), items, ...subscribed } } }
}

function worthOf(value: Exclude<Value, { kind: 'free-shipping' | 'store-credit' }>, currency: string, giftPrice: number | null): object {
  if (value.kind === 'percentage') return { percentage: value.percent / 100 }
  // 100 % would make every one of them free that lies in the cart; its price, once, makes one of them free.
  return amountOff(value.kind === 'amount' ? value.amount : giftPrice || value.worth, currency)
}

export const amountOff = (amount: number, currency: string) => ({
  discountAmount: { amount: formatDecimal(amount, currency), appliesOnEachItem: false },
})

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

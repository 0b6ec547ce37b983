import { formatMoney } from '#app/values/money.ts'
import { countryName } from './countries.ts'
import type { OfferDefinition } from './offer.ts'
import type { Rule, Rules } from './rules/rules.ts'

/** Titles of what rules and steps name, by Shopify id; an id that is missing was deleted in the shop. */
export interface Names {
  products: Record<string, Named>
  variants: Record<string, Named & { productId: string }>
  collections: Record<string, Named>
}
export interface Named {
  title: string
  imageUrl: string | null
}

const DELETED = 'something no longer in the shop'

/** The rules read back: what the merchant just set, in one sentence. */
export function sentenceOf(rules: Rules, names: Names, currency: string): string {
  const say = (rule: Rule) => clauseOf(rule, names, currency)
  const parts = [
    rules.all.map(say).join(' and '),
    rules.any.length > 1 ? `at least one of these: ${rules.any.map(say).join('; ')}` : rules.any.map(say).join(''),
    rules.not.length > 0 ? `never when ${rules.not.map(say).join(', or when ')}` : '',
  ].filter(Boolean)
  if (parts.length === 0) return 'Shown after every purchase that can show an offer.'
  const only = rules.all.length + rules.any.length > 0
  return `Shown ${only ? 'when ' : 'after every purchase, but '}${parts.join(only ? ', and ' : '')}.`.replace(', and never', ', but never')
}

/** One rule as a clause about the shopper: `she bought Phone A or Phone B`. */
export function clauseOf(rule: Rule, names: Names, currency: string): string {
  switch (rule.kind) {
    case 'product':
      return `she bought ${either(rule.productIds, names.products)}`
    case 'variant':
      return `she bought ${either(rule.variantIds, names.variants)}`
    case 'collection':
      return `she bought something from ${either(rule.collectionIds, names.collections)}`
    case 'order-value':
      return `the order is ${range(rule, currency)}`
    case 'country':
      return `it ships to ${list(rule.countries.map(countryName))}`
    case 'order-count':
      return rule.is === 'first-time' ? 'it is her first order' : 'she has ordered before'
  }
}

function range({ atLeast, atMost }: { atLeast: number | null; atMost: number | null }, currency: string): string {
  const say = (amount: number) => (Number.isNaN(amount) ? '…' : formatMoney({ amount, currency }, 'en'))
  if (atLeast !== null && atMost !== null) return `between ${say(atLeast)} and ${say(atMost)}`
  return atMost === null ? `at least ${say(atLeast ?? 0)}` : `at most ${say(atMost)}`
}

const either = (ids: readonly string[], names: Record<string, Named>): string =>
  ids.length === 0 ? '…' : list(ids.map((id) => names[id]?.title ?? DELETED))

function list(words: readonly string[]): string {
  if (words.length === 0) return '…'
  if (words.length > 4) return `${words.slice(0, 3).join(', ')} or ${words.length - 3} others`
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** The ids whose titles an offer needs to be shown. */
export function namedIn(definition: OfferDefinition | undefined): Record<keyof Names, string[]> {
  const rules = definition ? [...definition.rules.all, ...definition.rules.any, ...definition.rules.not] : []
  return {
    products: rules.flatMap((rule) => (rule.kind === 'product' ? rule.productIds : [])),
    collections: rules.flatMap((rule) => (rule.kind === 'collection' ? rule.collectionIds : [])),
    variants: [
      ...rules.flatMap((rule) => (rule.kind === 'variant' ? rule.variantIds : [])),
      ...(definition?.steps.flatMap((step) => step.products.map(({ variantId }) => variantId)) ?? []),
    ],
  }
}

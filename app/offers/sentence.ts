import type { OfferDefinition } from './offer.ts'
import { clauseOf, type Rule, type Rules } from './rules/rules.ts'
import { namedProducts } from './step.ts'
import type { Names, Words } from './rules/words.ts'

/** The rules read back: what the merchant just set, in one sentence. */
export function sentenceOf(rules: Rules, words: Words): string {
  const say = (rule: Rule) => clauseOf(rule, words)
  const any = rules.any.map(say)
  const wanted = [...rules.all.map(say), ...(any.length > 1 ? [`at least one of these is true: ${any.join('; ')}`] : any)]
  const never = rules.not.length > 0 ? `never when ${rules.not.map(say).join(', or when ')}` : ''
  const when = wanted.length > 0 ? `Shown when ${wanted.join(', and ')}` : 'Shown after every purchase that can show an offer'
  const sentence = `${when}${never && `, but ${never}`}`
  return sentence.endsWith('…') ? sentence : `${sentence}.`
}

/** The ids whose titles an offer needs to be shown. */
export function namedIn(definition: OfferDefinition | undefined): Record<keyof Names, string[]> {
  const rules = definition ? [...definition.rules.all, ...definition.rules.any, ...definition.rules.not] : []
  return {
    products: rules.flatMap((rule) => (rule.kind === 'product' ? rule.productIds : [])),
    collections: rules.flatMap((rule) => (rule.kind === 'collection' ? rule.collectionIds : [])),
    variants: [
      ...rules.flatMap((rule) => (rule.kind === 'variant' ? rule.variantIds : [])),
      ...(definition?.steps.flatMap((step) => namedProducts(step).map(({ variantId }) => variantId)) ?? []),
    ],
  }
}

/** The same for many offers and for variants that were sold by them. */
export function namedInAll(definitions: readonly OfferDefinition[], variants: readonly string[]): Record<keyof Names, string[]> {
  const named = definitions.map(namedIn)
  return {
    products: named.flatMap((one) => one.products),
    collections: named.flatMap((one) => one.collections),
    variants: [...named.flatMap((one) => one.variants), ...variants],
  }
}

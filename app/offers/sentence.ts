import type { OfferDefinition } from './offer.ts'
import { clauseOf, isGroup, namedBy, type Group, type Rule } from './rules/rules.ts'
import { namedProducts } from './step.ts'
import type { Names, Words } from './rules/words.ts'

/** The rules read back: what the merchant just set, in one sentence. */
export function sentenceOf(root: Group, words: Words): string {
  if (root.rules.length === 0) return 'Shown after every purchase that can show an offer.'
  const sentence = `Shown to shoppers who ${sayRule(root, words)}`
  return sentence.endsWith('…') ? sentence : `${sentence}.`
}

/** What is true of the shoppers whom a rule lets through, to follow "shoppers who". */
export const sayRule = (rule: Rule, words: Words): string => say(phraseOf(rule, words, true), 'top')

/** The rule without any `not`: what was negated is said by its opposite. */
type Phrase = { joint: 'and' | 'or'; parts: Phrase[] } | { clause: string; wanted: boolean }

function phraseOf(rule: Rule, words: Words, wanted: boolean): Phrase {
  if (!isGroup(rule)) return { clause: clauseOf(rule, words, wanted), wanted }
  const inner = rule.kind === 'none' ? !wanted : wanted
  // By de Morgan: not all of them is one that is not, none of them is each that is not.
  const joint = (rule.kind === 'any' ? !wanted : wanted) ? 'and' : 'or'
  const parts = rule.rules.map((each) => phraseOf(each, words, inner))
  return parts.length === 1 ? parts[0]! : flat(joint, parts)
}

/** `a and (b and c)` is `a and b and c`. */
const flat = (joint: 'and' | 'or', parts: Phrase[]): Phrase => ({
  joint,
  parts: parts.flatMap((part) => ('parts' in part && part.joint === joint ? part.parts : [part])),
})

function say(phrase: Phrase, place: 'top' | 'within'): string {
  if ('clause' in phrase) return phrase.clause
  if (phrase.parts.length === 0) return '…'
  if (phrase.joint === 'or')
    return `either ${join(
      phrase.parts.map((part) => say(part, 'within')),
      'or',
    )}`
  // What is not so comes last, as one would say it: "bought a phone but did not buy a case".
  const [wanted, unwanted] = [true, false].map((yes) =>
    phrase.parts.filter((part) => isWanted(part) === yes).map((part) => say(part, 'within')),
  )
  const both = wanted!.length > 0 && unwanted!.length > 0
  const said = both ? `${join(wanted!, 'and')}, but ${join(unwanted!, 'and')}` : join([...wanted!, ...unwanted!], 'and')
  return place === 'within' ? `(${said})` : said
}

const isWanted = (phrase: Phrase): boolean => !('clause' in phrase) || phrase.wanted

const join = (parts: readonly string[], joint: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`

/** The ids whose titles an offer needs to be shown. */
export function namedIn(definition: OfferDefinition | undefined): Record<keyof Names, string[]> {
  const named = (type: 'products' | 'variants' | 'collections' | 'offers') => (definition ? namedBy(definition.rules, type) : [])
  const lists = definition?.steps.flatMap(({ items }) => (items.kind === 'best' ? [items.from] : [])) ?? []
  return {
    products: [...named('products'), ...lists.flatMap((from) => (from.kind === 'products' ? from.productIds : []))],
    collections: [...named('collections'), ...lists.flatMap((from) => (from.kind === 'collection' ? from.collectionId : []))],
    offers: named('offers'),
    variants: [...named('variants'), ...(definition?.steps.flatMap((step) => namedProducts(step).map(({ variantId }) => variantId)) ?? [])],
  }
}

/** The same for many offers and for variants that were sold by them. */
export function namedInAll(definitions: readonly OfferDefinition[], variants: readonly string[]): Record<keyof Names, string[]> {
  const named = definitions.map(namedIn)
  return {
    products: named.flatMap((one) => one.products),
    collections: named.flatMap((one) => one.collections),
    offers: named.flatMap((one) => one.offers),
    variants: [...named.flatMap((one) => one.variants), ...variants],
  }
}

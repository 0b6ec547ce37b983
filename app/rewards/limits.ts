import { isolate, type Language } from '../values/languages.ts'
import { formatMoney, money } from '../values/money.ts'
import { LIMIT_WORDS } from './limit-words.ts'
import type { Terms, Value } from './program.ts'

/** What is said of the shop beside the terms themselves. */
export interface Said {
  currency: string
  /** What the products or collections are called that the terms name, by id; those that the shop no longer has are absent. */
  titles: Readonly<Record<string, string>>
}

const MOST_NAMES = 3
const MOST_LETTERS = 60 // two lines of a phone

type Limit = 'minimum' | 'goods' | 'subscriptions' | 'own'

/** What Shopify heeds of the terms, as `discountTerms` makes them. Credit pays for anything, and a gift is one product, bought once. */
const LIMITED: Record<Value['kind'], readonly Limit[]> = {
  percentage: ['minimum', 'goods', 'subscriptions', 'own'],
  amount: ['minimum', 'goods', 'subscriptions', 'own'],
  'free-shipping': ['minimum', 'subscriptions', 'own'],
  gift: ['own'],
  'store-credit': [],
}

/** Of what the terms name, that which is worth looking up: more is told as selected products. */
export const namedIn = ({ buys }: Pick<Terms, 'buys'>): readonly string[] =>
  buys.kind === 'everything' || buys.ids.length > MOST_NAMES ? [] : buys.ids

/** What limits the use of these values beside their last day: one line for each limit that any of them has. */
export function limitsOf(values: readonly Value[], terms: Terms, language: Language, said: Said): string[] {
  const words = LIMIT_WORDS[language]
  const has = (limit: Limit): boolean => values.some(({ kind }) => LIMITED[kind].includes(limit))
  return [
    ...(has('minimum') && terms.minimumOrder
      ? [words.minimum.replace('{amount}', () => formatMoney(money(terms.minimumOrder ?? 0, said.currency), language))]
      : []),
    ...(has('goods') ? goodsOf(terms, language, said) : []),
    ...(has('subscriptions') && !terms.subscriptions ? [words.notSubscriptions] : []),
    ...(has('own') && terms.bound ? [words.own] : []),
  ]
}

function goodsOf(terms: Terms, language: Language, { titles }: Said): string[] {
  const { kind } = terms.buys
  if (kind === 'everything') return []
  const words = LIMIT_WORDS[language]
  const names = namedIn(terms).map((id) => titles[id] ?? '')
  // Names that leave one out would say less than is true.
  const told = names.length > 0 && names.every((name) => name !== '') && names.join('').length <= MOST_LETTERS
  if (!told) return [words.selected]
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names.map((name) => isolate(name, language)))
  return [words[kind].replace('{names}', () => list)]
}

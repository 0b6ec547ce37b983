import { numberFormat } from '../values/formats.ts'
import type { Language } from '../values/languages.ts'
import { formatMoney, money } from '../values/money.ts'
import { limitsOf, type Said } from './limits.ts'
import { TIERS, type Program, type Tier, type Value } from './program.ts'
import { REWARD_WORDS, type RewardWords } from './wording.ts'

/** What a shopper is told before she writes, in her language. */
export interface Promised {
  version: number
  /** One line each tier: `10% off for any honest review, positive or negative`, `15% off with a photo`. */
  lines: string[]
  /** What else she must know: how long the code is valid, and what limits its use. */
  conditions: string[]
}

// A function, because `$&` in a product's title must stay what it is.
const fill = (text: string, name: string, value: string): string => text.replace(`{${name}}`, () => value)

/** `10% off`, `€5.00 off`, `free shipping`, `a gift (Mug)` or `€5.00 of store credit`. */
export function valueWords(value: Value, language: Language, currency: string): string {
  const words = REWARD_WORDS[language]
  const say = (amount: number) => formatMoney(money(amount, currency), language)
  switch (value.kind) {
    case 'free-shipping':
      return words.freeShipping
    case 'gift':
      return fill(words.gift, 'product', value.title)
    case 'store-credit':
      return fill(words.credit, 'amount', say(value.amount))
    case 'amount':
      return fill(words.off, 'amount', say(value.amount))
    case 'percentage':
      return fill(words.off, 'amount', numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value.percent / 100))
  }
}

const FIRST: Record<Tier, keyof RewardWords> = { text: 'any', photo: 'anyWithPhoto', video: 'anyWithVideo' }
const FURTHER: Record<Tier, keyof RewardWords> = { text: 'any', photo: 'photo', video: 'video' }

/** The least that is asked comes first and says that any honest review counts; the others say what they ask for more. */
export function promiseOf({ version, terms }: Program, language: Language, said: Said): Promised {
  const words = REWARD_WORDS[language]
  const paid = TIERS.flatMap((tier) => (terms.values[tier] ? [{ tier, value: terms.values[tier] }] : []))
  const lines = paid.map(({ tier, value }, index) =>
    fill(words[(index === 0 ? FIRST : FURTHER)[tier]], 'value', valueWords(value, language, said.currency)),
  )
  const days = numberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(terms.days)
  const limits = limitsOf(
    paid.map(({ value }) => value),
    terms,
    language,
    said,
  )
  const conditions = [fill(words.valid, 'days', days), ...limits, ...(terms.who === 'verified' ? [words.verified] : [])]
  return { version, lines, conditions }
}

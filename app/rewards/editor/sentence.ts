import { formatMoney, money } from '../../values/money.ts'
import { classOf } from '../discount.ts'
import { isCode, pays, TIERS, type Terms, type Value } from '../program.ts'
import { valueWords } from '../promise.ts'
import { words } from './words.ts'

const CLASSES = { orders: 'discounts on the whole order', products: 'discounts on products', shipping: 'free delivery' } as const

/** What is given as a code; store credit combines with everything. */
const codesOf = ({ values }: Terms) => TIERS.flatMap((tier) => (isCode(values[tier]) && values[tier] ? [values[tier]] : []))

/** What will not go together at the checkout, in the merchant's words; null when everything does. */
export function whatWillNotCombine(terms: Terms): string | null {
  const own = new Set(codesOf(terms).map((value) => classOf(value, terms)))
  if (own.size === 0) return null
  const onlyShipping = own.size === 1 && own.has('shipping')
  const allowed = (name: keyof typeof CLASSES) => terms.combinesWith[name] && !(name === 'shipping' && onlyShipping)
  const not = (Object.keys(CLASSES) as (keyof typeof CLASSES)[]).filter((name) => !allowed(name)).map((name) => CLASSES[name])
  if (not.length === 0) return null
  return not.length === 3 ? words.nothingCombines : words.willNotCombine(not.join(' or '))
}

const worthOf = (value: Value): number => ('percent' in value ? value.percent : 'amount' in value ? value.amount : value.worth)

/** Whoever shows more must not get less: only the best kind that a review reaches is paid. Null where that is so, or cannot be compared. */
export function whatPaysLess({ values }: Terms): string | null {
  const paid = TIERS.flatMap((tier) => (values[tier] ? [{ tier, value: values[tier] }] : []))
  const worse = paid.find(({ value }, index) =>
    paid.slice(0, index).some(({ value: before }) => before.kind === value.kind && worthOf(before) > worthOf(value)),
  )
  return worse ? words.paysLess[worse.tier] : null
}

const TIER_WORDS = { text: 'any honest review', photo: 'one with a photo', video: 'one with a video' } as const

/** The whole program in two or three sentences. */
export function programSentence(terms: Terms, currency: string): string {
  const say = (amount: number) => formatMoney(money(amount, currency), 'en')
  const values = TIERS.flatMap((tier) =>
    terms.values[tier] ? [`${valueWords(terms.values[tier], 'en', currency)} for ${TIER_WORDS[tier]}`] : [],
  )
  const minimum = terms.minimumOrder ? ` on orders from ${say(terms.minimumOrder)}` : ''
  const who = terms.who === 'verified' ? 'Only reviews whose order is found are thanked for' : 'Every review is thanked for'
  const budget = terms.budget ? `, for at most ${say(terms.budget)} a month` : ''
  const codes = codesOf(terms)
  const lasts = [
    ...(codes.length > 0 ? [`The code works once within ${terms.days} days, for ${goodFor(terms)}${minimum}.`] : []),
    ...(pays(terms.values, 'store-credit') ? [`Store credit lasts ${terms.days} days.`] : []),
    ...(codes.length > 0 && terms.bound ? ['Only the shopper who wrote may use it.'] : []),
  ]
  return `${values.join(', ')}. ${lasts.join(' ')} ${who}${budget}.`
}

function goodFor(terms: Terms): string {
  const what = { everything: 'everything', products: 'certain products', collections: 'certain collections' }[terms.buys.kind]
  const others = codesOf(terms).some(({ kind }) => kind !== 'gift')
  return [...(others ? [what] : []), ...(pays(terms.values, 'gift') ? ['the gift'] : [])].join(' or ')
}

import type { Language } from '#app/values/languages.ts'
import type { Catalogue } from './entries.ts'
import { textsOf, whyNot, type Overrides } from './overrides.ts'
import { WORDING_WORDS as words } from './wording-words.ts'

type Group = keyof typeof words.groups

const BUTTONS = ['accept', 'accepting', 'decline', 'acceptFree', 'another', 'again', 'continue', 'choose', 'option', 'amount', 'quantity']
const SUMS = ['subtotal', 'discount', 'shipping', 'tax', 'taxIncluded', 'total', 'free', 'gift', 'calculating']
const OFFER = [
  'headline',
  'headlineOfSeveral',
  'body',
  'giftHeadline',
  'giftBody',
  'stars',
  'starsRewarded',
  'subscription',
  'firstDelivery',
]
const ORDER = ['delivery', 'freeDelivery', 'discount', 'amountOff']

/** Every text has a place: one that is named nowhere is a message. */
function groupOf(name: string): Group {
  if (name.startsWith('block.')) return 'block'
  if (name.startsWith('thanks.')) return 'thanks'
  if (name.startsWith('words.errors.')) return 'errors'
  const [inner = ''] = name.split('.').slice(1)
  if (inner) return BUTTONS.includes(inner) ? 'buttons' : SUMS.includes(inner) ? 'sums' : 'messages'
  return OFFER.includes(name) ? 'offer' : ORDER.includes(name) ? 'order' : 'messages'
}

/** The texts of a catalogue by name, in the groups in which the page shows them. */
export function groupsOf(catalogue: Catalogue): { group: Group; texts: [name: string, own: string][] }[] {
  const texts = Object.entries(textsOf(catalogue))
  const groups = Object.keys(words.groups) as Group[]
  return groups.map((group) => ({ group, texts: texts.filter(([name]) => groupOf(name) === group) }))
}

const LONGEST = 600

/** Why the merchant's text cannot be saved; null when it can. */
export function problemOf(own: string, text: string): string | null {
  if (text.trim() === '') return words.empty
  return text.trim().length > LONGEST ? words.tooLong : whyNot(own, text)
}

/** By language and name, as a refusal names them: `de.words.accept`. */
export function problemsIn(overrides: Overrides, ours: (language: Language) => Catalogue): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [language, texts] of Object.entries(overrides) as [Language, Record<string, string>][]) {
    const own = textsOf(ours(language))
    for (const [name, text] of Object.entries(texts)) {
      const problem = problemOf(own[name] ?? '', text)
      if (problem) found[`${language}.${name}`] = problem
    }
  }
  return found
}

/** The texts with one written or, without a text, as Encore has it. */
export function written(overrides: Overrides, language: Language, name: string, text: string | undefined): Overrides {
  const { [name]: _, ...others } = overrides[language] ?? {}
  return { ...overrides, [language]: text === undefined ? others : { ...others, [name]: text } }
}

/** Those that a shopper could read as they are: what is being written may not be fit yet. */
export const fitTexts = (texts: Readonly<Record<string, string>> = {}, ours: Catalogue): Record<string, string> => {
  const own = textsOf(ours)
  return Object.fromEntries(Object.entries(texts).filter(([name, text]) => problemOf(own[name] ?? '', text) === null))
}

import { LANGUAGES, type Language } from '#app/values/languages.ts'
import { THANKS_WORDS, type ThanksWords } from '../block/thanks-words.ts'
import { BLOCK_WORDS, type BlockWords } from '../block/words.ts'
import type { ErrorCode, Wording } from '../contract.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fa } from './fa.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import { ptBr } from './pt-br.ts'
import { ru } from './ru.ts'
import { withOverrides, type Overrides } from './overrides.ts'

/** What Encore itself says to a shopper in one language on the page after payment. */
export interface OfferCatalogue {
  words: Wording & { errors: Record<ErrorCode, string> }
  headline: string // when the merchant wrote none; {product}
  headlineOfSeveral: string // when she takes one of them
  body: string // when the merchant wrote none; {discount}, empty without one
  giftHeadline: string // {product}
  giftBody: string
  stars: string // what reviews come to; {average}, {count}
  starsRewarded: string // where some were thanked for; {rewarded}
  subscription: string // on the page after payment where the plan has no name, elsewhere before it
  firstDelivery: string // of a discount on a subscription
  delivery: string // names a shipping line
  freeDelivery: string
  discount: string // names the discount on the order; {percent}
  amountOff: string
  soldOut: string
  ended: string
  ranOut: string // its limit was reached
  enough: string
  tryOrder: string // anything that should not happen
}

/** The same with what the blocks say on the pages after the order. */
export interface Catalogue extends OfferCatalogue {
  block: BlockWords
  thanks: ThanksWords
}

const OFFERS: Record<Language, OfferCatalogue> = { en, de, fr, es, it, nl, 'pt-BR': ptBr, ja, he, ar, fa, ru }

const CATALOGUES = Object.fromEntries(
  LANGUAGES.map((one): [Language, Catalogue] => [one, { ...OFFERS[one], block: BLOCK_WORDS[one], thanks: THANKS_WORDS[one] }]),
) as Record<Language, Catalogue>

export const catalogueOf = (language: Language, overrides: Overrides = {}): Catalogue =>
  withOverrides(CATALOGUES[language], overrides[language])

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)

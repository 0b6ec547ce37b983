import { languageOf, type Language } from '#app/values/languages.ts'
import { catalogueOf } from './wording/catalogue.ts'
import type { Catalogue } from './wording/entries.ts'
import type { Overrides } from './wording/overrides.ts'

/** In which words a shop speaks to one shopper. */
export interface Voice {
  language: Language
  currency: string // of the shop
  words: Catalogue
  firstName: string // hers; empty: not known
}

export function voiceOf({ currency, overrides }: { currency: string; overrides: Overrides }, locale: string, firstName = ''): Voice {
  const language = languageOf(locale)
  return { language, currency, words: catalogueOf(language, overrides), firstName }
}

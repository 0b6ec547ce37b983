import { languageOf, type Language } from '#app/values/languages.ts'
import { catalogueOf, type Catalogue } from './wording/catalogue.ts'
import type { Overrides } from './wording/overrides.ts'

/** In which words a shop speaks to one shopper. */
export interface Voice {
  language: Language
  currency: string // of the shop
  words: Catalogue
}

export function voiceOf({ currency, overrides }: { currency: string; overrides: Overrides }, locale: string): Voice {
  const language = languageOf(locale)
  return { language, currency, words: catalogueOf(language, overrides) }
}

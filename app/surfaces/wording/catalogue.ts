import { LANGUAGES, type Language } from '#app/values/languages.ts'
import { THANKS_WORDS } from '../block/thanks-words.ts'
import { BLOCK_WORDS } from '../block/words.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { Catalogue, OfferCatalogue } from './entries.ts'
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

const OFFERS: Record<Language, OfferCatalogue> = { en, de, fr, es, it, nl, 'pt-BR': ptBr, ja, he, ar, fa, ru }

const CATALOGUES = Object.fromEntries(
  LANGUAGES.map((one): [Language, Catalogue] => [one, { ...OFFERS[one], block: BLOCK_WORDS[one], thanks: THANKS_WORDS[one] }]),
) as Record<Language, Catalogue>

export const catalogueOf = (language: Language, overrides: Overrides = {}): Catalogue =>
  withOverrides(CATALOGUES[language], overrides[language])

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)

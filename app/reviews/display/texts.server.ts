import { readFileSync } from 'node:fs'
import { LANGUAGES } from '#app/values/languages.ts'
import type { Language } from '#app/values/languages.ts'
import { sayIn, type Say, type Texts } from './say.ts'

const EXTENSION = new URL('../../../extensions/product-reviews/', import.meta.url)
const held = new Map<Language, Say>()

/** The extension's own texts: they stand in its locales, once. */
export function textsIn(language: Language): Say {
  const known = held.get(language)
  if (known) return known
  const name = language === LANGUAGES[0] ? `${language}.default` : language
  const texts = JSON.parse(readFileSync(new URL(`locales/${name}.json`, EXTENSION), 'utf8')) as Texts
  const say = sayIn(texts, language)
  held.set(language, say)
  return say
}

/** The extension's stylesheet, for the pages that no theme block stands on. */
export const readStyles = (): string => readFileSync(new URL('assets/product-reviews.css', EXTENSION), 'utf8')

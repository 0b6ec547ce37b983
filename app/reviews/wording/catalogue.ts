import type { Language } from '#app/values/languages.ts'
import { en } from './en.ts'
import type { FormWords } from './form-words.ts'

const FORM_WORDS: Record<Language, FormWords> = {
  en,
  de: en,
  fr: en,
  es: en,
  it: en,
  nl: en,
  'pt-BR': en,
  ja: en,
  he: en,
  ar: en,
  fa: en,
  ru: en,
}

export const formWords = (language: Language): FormWords => FORM_WORDS[language]

export const fillWords = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)

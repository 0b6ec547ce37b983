import type { Language } from './languages.ts'

/** In English, as the rest of the admin. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  'pt-BR': 'Portuguese (Brazil)',
  ja: 'Japanese',
  he: 'Hebrew',
  ar: 'Arabic',
  fa: 'Persian',
  ru: 'Russian',
}

/** The languages in which Encore speaks to shoppers. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt-BR', 'ja', 'he', 'ar', 'fa', 'ru'] as const
export type Language = (typeof LANGUAGES)[number]

const RIGHT_TO_LEFT: readonly Language[] = ['he', 'ar', 'fa']
export const isRightToLeft = (language: Language): boolean => RIGHT_TO_LEFT.includes(language)

/** A name keeps its own direction where the rest runs from right to left, by Unicode's isolates: “50 ml” would be read as “ml 50”. */
export const isolate = (name: string, language: Language): string => (name && isRightToLeft(language) ? `\u2068${name}\u2069` : name)

const OLD_NAMES: Readonly<Record<string, Language>> = { iw: 'he', pt: 'pt-BR' }

/** `ar-EG` reads Arabic and `pt-PT` our Portuguese; a language that we do not speak reads English. Of a browser's list the first one counts. */
export function languageOf(locale: string): Language {
  const [language = ''] = locale
    .trim()
    .toLowerCase()
    .split(/[-_,;]/)
  return LANGUAGES.find((known) => known === language) ?? OLD_NAMES[language] ?? 'en'
}

import type { Given, Nested } from './given.ts'

type Replacements = Record<string, unknown>

/** The shopper's language where the extension has it, else its own. */
export function languageOf({ texts, locale }: Pick<Given, 'texts' | 'locale'>): string {
  const [language = locale] = locale.split('-')
  return [locale, language].find((one) => one in texts.byLocale) ?? texts.default
}

/** `shopify.i18n`, over the extension's own locales. */
export function i18nOf(given: Pick<Given, 'texts' | 'locale' | 'currency' | 'missingTranslation'>) {
  const language = languageOf(given)
  const localeFor = (options: { inExtensionLocale?: boolean } = {}) => (options.inExtensionLocale ? language : given.locale)
  return {
    formatNumber: (number: number | bigint, { inExtensionLocale = false, ...options } = {}) =>
      new Intl.NumberFormat(localeFor({ inExtensionLocale }), options).format(number),
    formatCurrency: (number: number | bigint, { inExtensionLocale = false, ...options } = {}) =>
      new Intl.NumberFormat(localeFor({ inExtensionLocale }), { style: 'currency', currency: given.currency, ...options }).format(number),
    formatDate: (date: Date, { inExtensionLocale = false, ...options } = {}) =>
      new Intl.DateTimeFormat(localeFor({ inExtensionLocale }), options).format(date),
    translate: (key: string, replacements: Replacements = {}) => translate(given, language, key, replacements),
  }
}

function translate(
  { texts, missingTranslation }: Pick<Given, 'texts' | 'missingTranslation'>,
  language: string,
  key: string,
  replacements: Replacements,
): unknown {
  const text = [language, texts.default].map((one) => lookUp(texts.byLocale[one], one, key, replacements)).find((one) => one !== null)
  if (text === undefined && missingTranslation === 'throws') throw new Error(`The extension's locales have no text ${key}`)
  return text === undefined || text === null ? key : filled(text, replacements)
}

/** Where the key names plural forms, `count` chooses among them. */
function lookUp(nested: Nested | undefined, language: string, key: string, { count }: Replacements): string | null {
  let at: string | Nested | undefined = nested
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined
  if (typeof at === 'object' && typeof count === 'number') at = at[new Intl.PluralRules(language).select(count)] ?? at['other']
  return typeof at === 'string' ? at : null
}

/** A text; a list of its pieces where something other than a text or number stands in it. */
function filled(text: string, replacements: Replacements): unknown {
  const pieces = text
    .split(/\{\{\s*(\w+)\s*\}\}/)
    .map((piece, index) => (index % 2 === 0 ? piece : (replacements[piece] ?? `{{${piece}}}`)))
  const isPlain = pieces.every((piece) => typeof piece === 'string' || typeof piece === 'number')
  return isPlain ? pieces.join('') : pieces.filter((piece) => piece !== '')
}

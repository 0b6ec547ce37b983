import type { Liquid } from 'liquidjs'
import { NotModelled } from '../admin-api/refusals.ts'
import type { Texts } from './extension.ts'

const PLACE = /\{\{\s*(\w+)\s*\}\}/g

/** liquidjs hands named arguments over as [name, value]. */
const named = (args: unknown[]): Record<string, unknown> =>
  Object.fromEntries(args.filter((one): one is [string, unknown] => Array.isArray(one) && one.length === 2))

/** A text of the extension in the shopper's language, its plural form by `count`; a key that nobody has written is a failure. */
export function translate(texts: ReadonlyMap<string, Texts>, locale: string, key: string, given: Record<string, unknown>): string {
  const tables = [texts.get(locale), texts.get(locale.slice(0, 2)), texts.get('default')]
  for (const table of tables) {
    const found = key.split('.').reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), table)
    const text = typeof found === 'object' ? plural(found, locale, Number(given['count'])) : found
    if (text !== undefined)
      return text.replaceAll(PLACE, (_, name: string) => {
        if (given[name] === undefined) throw new NotModelled(`The text ${key} needs ${name}`)
        return escape(String(given[name]))
      })
  }
  throw new NotModelled(`No text ${key}: Shopify would show "translation missing"`)
}

function plural(forms: Texts, locale: string, count: number): string | undefined {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms['other']
  return typeof form === 'string' ? form : undefined
}

/** Shopify escapes what is filled into a text whose key does not end in _html. */
const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one] ?? one)

const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'long' },
  abbreviated_date: { dateStyle: 'medium' },
}

export function addFilters(
  engine: Liquid,
  { texts, locale, timeZone }: { texts: ReadonlyMap<string, Texts>; locale: string; timeZone: string },
): void {
  engine.registerFilter('t', (key: string, ...args: unknown[]) => translate(texts, locale, key, named(args)))
  engine.registerFilter('escape', (value: unknown) => (value === null || value === undefined ? null : escape(String(value))))
  engine.registerFilter('asset_url', (name: string) => `/__simulator/theme-assets/${name}`)
  const plain = engine.filters['date'] as (value: unknown, format: string) => unknown
  engine.registerFilter('date', function (this: unknown, value: string, ...args: unknown[]) {
    const { format } = named(args)
    if (format === undefined) return plain.call(this, value, String(args[0]))
    const known = FORMATS[String(format)]
    if (!known) throw new NotModelled(`The simulator does not model the date format ${format}`)
    return new Intl.DateTimeFormat(locale, { ...known, timeZone }).format(new Date(value))
  })
}

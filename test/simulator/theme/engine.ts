import { Liquid } from 'liquidjs'
import type { ThemeExtension } from './extension.ts'
import { addFilters } from './filters.ts'

/** Filters that Shopify's Liquid has and liquidjs shares; any other name fails at parsing. */
const SHARED = [
  'abs', 'append', 'at_least', 'at_most', 'capitalize', 'ceil', 'compact', 'concat', 'date', 'default', 'divided_by', 'downcase', 'escape',
  'escape_once', 'first', 'floor', 'join', 'json', 'last', 'lstrip', 'map', 'minus', 'modulo', 'newline_to_br', 'plus', 'prepend', 'remove',
  'remove_first', 'replace', 'replace_first', 'reverse', 'round', 'rstrip', 'size', 'slice', 'sort', 'sort_natural', 'split', 'strip',
  'strip_html', 'strip_newlines', 'times', 'truncate', 'truncatewords', 'uniq', 'upcase', 'url_decode', 'url_encode', 'where',
] // prettier-ignore
const SHARED_TAGS = [
  'assign', 'capture', 'case', 'comment', 'cycle', 'decrement', 'echo', 'for', 'break', 'continue', 'if', 'increment', 'inline_comment', '#',
  'liquid', 'raw', 'render', 'tablerow', 'unless',
] // prettier-ignore

/** Strict where Shopify is lenient: an unknown name is a mistake, not nothing. */
export function themeEngine(
  extension: Pick<ThemeExtension, 'snippets' | 'texts'>,
  { locale, timeZone }: { locale: string; timeZone: string },
): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    templates: { ...extension.snippets },
    timezoneOffset: 0,
    keyValueSeparator: ':',
  })
  for (const name of Object.keys(engine.filters)) if (!SHARED.includes(name)) delete engine.filters[name]
  for (const name of Object.keys(engine.tags)) if (!SHARED_TAGS.includes(name)) delete engine.tags[name]
  engine.registerTag('doc', {
    parse(_, remaining) {
      while (remaining.length > 0) {
        const token = remaining.shift() as { name?: string }
        if (token.name === 'enddoc') return
      }
      throw new Error('doc is not closed')
    },
    render: () => '',
  })
  addFilters(engine, { texts: extension.texts, locale, timeZone })
  return engine
}

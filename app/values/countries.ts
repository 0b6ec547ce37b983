const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
// Unicode has names for these too: nobody’s, two unions, a currency’s, and two that programs are tested with.
const NO_COUNTRY: ReadonlySet<string> = new Set(['ZZ', 'EU', 'UN', 'EZ', 'XA', 'XB'])

/** The two-letter codes in what somebody typed, `UK` as Shopify’s own `GB`, and the words that are none. */
export function countriesTyped(text: string): { codes: string[]; unknown: string[] } {
  const typed = text.split(/[^\p{L}]+/u).filter(Boolean)
  const known = typed.map((word) => ({ word, code: codeOf(word) }))
  return {
    codes: [...new Set(known.flatMap(({ code }) => code ?? []))],
    unknown: known.flatMap(({ word, code }) => (code ? [] : [word])),
  }
}

function codeOf(word: string): string | null {
  if (!/^[a-z]{2}$/i.test(word)) return null
  const code = new Intl.Locale(`und-${word}`).region ?? ''
  return NO_COUNTRY.has(code) || names.of(code) === undefined ? null : code
}

const held = new Map<string, Intl.NumberFormat>()

/** Making a format takes fifty times as long as using it, and a shop needs few. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = held.get(key)
  if (known) return known
  if (held.size >= 1_000) held.clear()
  const format = new Intl.NumberFormat(locale, options)
  held.set(key, format)
  return format
}

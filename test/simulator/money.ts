/** The simulator's own arithmetic: integers of minor units inside, decimal strings outside. It shares no code with the app on purpose. */
const exponents = new Map<string, number>()

/** Decimals of a currency by ISO 4217: JPY 0, EUR 2, KWD 3. */
export function decimalsOf(currency: string): number {
  let decimals = exponents.get(currency)
  if (decimals === undefined) {
    decimals = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    exponents.set(currency, decimals)
  }
  return decimals
}

/** '12.5' EUR -> 1250; throws on anything that is not a plain decimal with at most the currency's decimals (trailing zeros allowed). */
export function toMinor(decimal: string, currency: string): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) throw new Error(`Not an amount: ${decimal}`)
  const decimals = decimalsOf(currency)
  const fraction = (match[3] ?? '').padEnd(decimals, '0')
  if (/[1-9]/.test(fraction.slice(decimals))) throw new Error(`${currency} has ${decimals} decimals: ${decimal}`)
  const minor = Number(`${match[2]}${fraction.slice(0, decimals)}`)
  return match[1] ? -minor : minor
}

/** 1250 EUR -> '12.50', as Shopify prints amounts in its webhooks. */
export function toDecimal(minor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Minor units of one currency in another; `rate` is units of `to` per one unit of `from`. */
export function convertMinor(minor: number, from: string, to: string, rate: number): number {
  if (from === to) return minor
  return Math.round((minor * rate * 10 ** decimalsOf(to)) / 10 ** decimalsOf(from))
}

/** For people: €12.50. */
export function display(decimal: string, currency: string, locale = 'en'): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(decimal as unknown as number)
}

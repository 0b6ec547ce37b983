import { allocate as share, dinero, toSnapshot } from 'dinero.js/bigint'
import * as currencies from 'dinero.js/currencies'
import { numberFormat } from './formats.ts'

/** An amount in minor units (cents, fils, whole yen) of its currency; always a safe integer. */
export interface Money {
  readonly amount: number
  readonly currency: string
}

export const money = (amount: number, currency: string): Money => ({ amount, currency })

const table: Readonly<Record<string, { base: number | readonly number[]; exponent: number } | undefined>> = currencies

/** ISO 4217 decimals: 0 for JPY, 3 for KWD; 2 for a currency that ISO does not list or that does not count in tens. */
export function exponentOf(currency: string): number {
  const known = table[currency]
  return known?.base === 10 ? known.exponent : 2
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** Shopify's decimal string -> minor units, without floating point. Digits beyond the minor unit round half away from zero; anything but a decimal throws. */
export function parseMoney(decimal: string, currency: string): number {
  const [, sign, whole, fraction = ''] = DECIMAL.exec(decimal) ?? []
  if (whole === undefined) throw new Error(`Not a decimal amount: ${decimal}`)
  const exponent = exponentOf(currency)
  const kept = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'))
  const amount = kept + (fraction.charAt(exponent) >= '5' ? 1 : 0)
  if (!Number.isSafeInteger(amount)) throw new Error(`Amount too large: ${decimal} ${currency}`)
  return sign && amount !== 0 ? -amount : amount
}

/**
 * What somebody typed: `12,50` and `12.50` are the same; what is no amount is NaN. So is what has more decimals than the currency:
 * who means a thousand by `1,000` must not get one.
 */
export function amountTyped(text: string, currency: string): number {
  const [, whole, decimals = ''] = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim()) ?? []
  if (whole === undefined || decimals.length > exponentOf(currency)) return NaN
  return parseMoney(decimals ? `${whole}.${decimals}` : whole, currency)
}

/** Minor units -> the decimal string Shopify takes: 1234 EUR is `12.34`, 1234 JPY is `1234`. */
export function formatDecimal(amount: number, currency: string): `${number}` {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const cut = digits.length - exponent
  return `${amount < 0 ? '-' : ''}${digits.slice(0, cut)}${exponent ? `.${digits.slice(cut)}` : ''}` as `${number}`
}

/** For the eye, in the reader's language. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const exponent = exponentOf(currency)
  const format = numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  })
  return format.format(formatDecimal(amount, currency))
}

/** Shares of `total` in proportion to the weights; they always add up to it. With all weights zero everything goes to the first. */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new Error('Nothing to allocate to')
  const ratios = weights.some((weight) => weight > 0) ? weights : weights.map((_, index) => (index === 0 ? 1 : 0))
  const counted = dinero({ amount: BigInt(total), currency: { code: 'XXX', base: 10n, exponent: 0n } })
  return share(counted, ratios.map(BigInt)).map((part) => Number(toSnapshot(part).amount))
}

/** `amount * numerator / denominator` in integers, rounded half away from zero. */
export function portion(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(amount) * BigInt(numerator)
  const size = product < 0n ? -product : product
  const rounded = Number((size * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n))
  return product < 0n && rounded !== 0 ? -rounded : rounded
}

const PERCENT_STEPS = 10_000

/** What `percent` of the amount comes to, rounded half away from zero; percent counts to four decimals. */
export const percentageOf = (amount: number, percent: number): number =>
  portion(amount, Math.round(percent * PERCENT_STEPS), 100 * PERCENT_STEPS)

/** What is left of the amount after `percent` off. */
export const percentageOff = (amount: number, percent: number): number => amount - percentageOf(amount, percent)

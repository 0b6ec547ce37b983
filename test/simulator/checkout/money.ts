import type { SimMoney } from '../model.ts'
import { convertMinor, toDecimal as decimal, toMinor as minor } from '../money.ts'

export { decimal, minor }

export interface Currencies {
  shop: string
  presentment: string
  rate: number // presentment units per one unit of the shop's currency
}

export const inPresentment = (units: number, { shop, presentment, rate }: Currencies): number =>
  convertMinor(units, shop, presentment, rate)

/** An amount of the shop's currency with what the shopper sees of it. */
export const both = (units: number, currencies: Currencies): SimMoney => ({
  shop: decimal(units, currencies.shop),
  presentment: decimal(inPresentment(units, currencies), currencies.presentment),
})

export const addMoney = (parts: readonly SimMoney[], { shop, presentment }: Currencies): SimMoney => ({
  shop: decimal(
    parts.reduce((sum, part) => sum + minor(part.shop, shop), 0),
    shop,
  ),
  presentment: decimal(
    parts.reduce((sum, part) => sum + minor(part.presentment, presentment), 0),
    presentment,
  ),
})

/** Splits units over weights so that the parts add up to the whole; the largest remainders get the odd units. */
export function allocate(units: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (units * weight) / total)
  const parts = exact.map(Math.floor)
  const left = units - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

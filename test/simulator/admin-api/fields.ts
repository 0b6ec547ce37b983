import type { SimCustomer, SimMoney, SimProduct, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

/** Who asks, in which shop, with which rights. */
export interface Caller {
  simulator: Simulator
  shop: SimShop
  scopes: readonly string[]
  /** One record, from memory where it was read before in this call. */
  product: Reader<SimProduct>
  customer: Reader<SimCustomer>
}

export type Reader<T> = (id: number) => T | null | Promise<T | null>

/** Without a promise where none is needed: half a million order lines pass here in a bulk operation. */
export function whenThere<T, R>(found: T | null | Promise<T | null>, make: (found: T) => R): R | null | Promise<R | null> {
  if (found instanceof Promise) return found.then((value) => (value === null ? null : make(value)))
  return found === null ? null : make(found)
}

/** The fields of one type of the schema, each from what its parent gave. */
// oxlint-disable-next-line typescript/no-explicit-any -- arguments have been checked against the schema by graphql-js
export type Fields<Source> = Record<string, (source: Source, args: any, caller: Caller) => unknown>

/** Fields that are in the source under their own name. */
export function plain<Source extends object>(...names: (keyof Source & string)[]): Fields<Source> {
  return Object.fromEntries(names.map((name) => [name, (source: Source) => source[name]]))
}

export const gid = (type: string, id: number): string => `gid://shopify/${type}/${id}`

export function readGid(value: string): { type: string; id: number } | null {
  const match = /^gid:\/\/shopify\/(\w+)\/(\d+)(?:\?.*)?$/.exec(value)
  return match ? { type: match[1] ?? '', id: Number(match[2]) } : null
}

/** The Decimal of MoneyV2 has no more digits than it needs, but at least one: 10.0, 12.5, 12.99. */
export function decimal(amount: string): string {
  const point = amount.indexOf('.')
  if (point < 0) return `${amount}.0`
  let end = amount.length
  while (end > point + 2 && amount[end - 1] === '0') end -= 1
  return amount.slice(0, end)
}

export interface MoneyV2 {
  __typename: 'MoneyV2'
  amount: string
  currencyCode: string
}

export const moneyV2 = (amount: string, currencyCode: string): MoneyV2 => ({ __typename: 'MoneyV2', amount: decimal(amount), currencyCode })

export interface MoneyBag {
  shopMoney: MoneyV2
  presentmentMoney: MoneyV2
}

export const moneyBag = (money: SimMoney, order: { currency: string; presentmentCurrency: string }): MoneyBag => ({
  shopMoney: moneyV2(money.shop, order.currency),
  presentmentMoney: moneyV2(money.presentment, order.presentmentCurrency),
})

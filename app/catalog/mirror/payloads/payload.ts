import { z } from 'zod'
import { parseMoney } from '../../../values/money.ts'

/** Ids come as text from the inbox; a number is still safe below 2^53. */
export const Id = z.union([z.string().regex(/^\d+$/), z.number().int().transform(String)])

/** Any ISO 8601 instant -> the same in UTC. */
export const Moment = z.iso.datetime({ offset: true, local: true }).transform((at) => new Date(at).toISOString())

/** Refunds carry plain numbers where everything else has decimal strings. */
export const Decimal = z.union([z.string(), z.number().transform(String)])

const Amount = z.object({ amount: Decimal, currency_code: z.string() })
export const MoneySet = z.object({ shop_money: Amount, presentment_money: Amount.nullish() })

/** Minor units of the shop's currency. */
export const minorOf = ({ shop_money }: z.infer<typeof MoneySet>): number => parseMoney(shop_money.amount, shop_money.currency_code)

export function presentmentOf({ presentment_money }: z.infer<typeof MoneySet>): number | null {
  return presentment_money ? parseMoney(presentment_money.amount, presentment_money.currency_code) : null
}

export const Address = z.object({
  country_code: z.string().nullish(),
  province_code: z.string().nullish(),
  first_name: z.string().nullish(),
})

/** ISO 3166-2: `US-CA`. */
export const regionOf = (address: z.infer<typeof Address> | null | undefined): string | null =>
  address?.country_code && address.province_code ? `${address.country_code}-${address.province_code}` : null

export const ShippingLines = z.array(z.object({ title: z.string().nullish(), code: z.string().nullish() })).default([])
export const methodOf = ([first]: z.infer<typeof ShippingLines>): string | null => first?.title ?? first?.code ?? null

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** `wool, red` -> its tags. */
export const tagsOf = (listed: string): string[] =>
  listed
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)

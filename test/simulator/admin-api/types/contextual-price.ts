import { convertMinor, toDecimal } from '../../money.ts'
import { marketPrice } from '../../shop/markets.ts'
import type { SimShop, SimVariant } from '../../model.ts'
import { moneyV2, type MoneyV2 } from '../fields.ts'
import { NotModelled } from '../refusals.ts'

/** Countries whose market the simulator knows; all others are of the shop's own market. */
const CURRENCIES: Record<string, string> = { US: 'USD', GB: 'GBP', JP: 'JPY', KW: 'KWD', IL: 'ILS', DE: 'EUR', FR: 'EUR', AT: 'EUR' }

/** What is paid with in a country: its market's currency where the shop sells in it. */
export function currencyIn(shop: SimShop, country: string): string {
  const own = CURRENCIES[country] ?? shop.currency
  return shop.rates[own] ? own : shop.currency
}

/** What a variant costs in a country: at the rate, and what its market asks more, as the simulated checkout does. */
export function contextualPrice(shop: SimShop, { price }: SimVariant, context: Record<string, unknown>): { price: MoneyV2 } {
  const { country, ...others } = context
  if (typeof country !== 'string' || Object.values(others).some((given) => given != null))
    throw new NotModelled('contextualPricing by anything but a country')
  const wanted = currencyIn(shop, country)
  const rate = shop.rates[wanted]
  if (wanted === shop.currency || !rate) return { price: moneyV2(price, shop.currency) }
  const units = convertMinor(marketPrice(shop, price, wanted), shop.currency, wanted, rate)
  return { price: moneyV2(toDecimal(units, wanted), wanted) }
}

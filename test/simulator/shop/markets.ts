import type { SimShop } from '../model.ts'
import { toMinor } from '../money.ts'

/** What the shop asks for goods where that currency is paid, in minor units of its own: a market may ask more than the rate. */
export const marketPrice = (shop: SimShop, price: string, currency: string): number =>
  Math.round(toMinor(price, shop.currency) * (1 + (shop.markups?.[currency] ?? 0) / 100))

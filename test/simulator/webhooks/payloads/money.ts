import type { SimMoney, SimOrder } from '../../model.ts'
import { toDecimal, toMinor } from '../../money.ts'

export type Currencies = Pick<SimOrder, 'currency' | 'presentmentCurrency'>

/** A MoneyBag as the REST shapes write it. */
export function moneySet(money: SimMoney, order: Currencies): object {
  return {
    shop_money: { amount: money.shop, currency_code: order.currency },
    presentment_money: { amount: money.presentment, currency_code: order.presentmentCurrency },
  }
}

export const nothing = (order: Currencies): SimMoney => ({
  shop: toDecimal(0, order.currency),
  presentment: toDecimal(0, order.presentmentCurrency),
})

export function sumOf(amounts: readonly SimMoney[], order: Currencies): SimMoney {
  const total = (side: keyof SimMoney, currency: string) =>
    toDecimal(
      amounts.reduce((sum, money) => sum + toMinor(money[side], currency), 0),
      currency,
    )
  return { shop: total('shop', order.currency), presentment: total('presentment', order.presentmentCurrency) }
}

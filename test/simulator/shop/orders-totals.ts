import { decimal, minor } from '../checkout/money.ts'
import type { Currencies } from '../checkout/money.ts'
import type { SimLine, SimMoney, SimOrder } from '../model.ts'

export interface OrderTotals {
  lineItems: SimMoney // before discounts
  discounts: SimMoney
  subtotal: SimMoney // after line discounts
  shipping: SimMoney // after shipping discounts
  tax: SimMoney
  total: SimMoney
}

interface OrderPayments {
  received: SimMoney
  refunded: SimMoney
  outstanding: SimMoney // what the current total still lacks; never below zero
}

export const currenciesOf = (order: Pick<SimOrder, 'currency' | 'presentmentCurrency' | 'rate'>): Currencies => ({
  shop: order.currency,
  presentment: order.presentmentCurrency,
  rate: order.rate,
})

type Side = keyof SimMoney
const SIDES: readonly Side[] = ['shop', 'presentment']

const perSide = (currencies: Currencies, count: (side: Side, currency: string) => number): SimMoney => {
  const [shop, presentment] = SIDES.map((side) => decimal(count(side, currencies[side]), currencies[side]))
  return { shop: shop as string, presentment: presentment as string }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const share = (line: SimLine, quantity: number): number => (line.quantity === 0 ? 0 : quantity / line.quantity)

/** What a line's discounts take off the given number of its units. */
const lineDiscount = (line: SimLine, quantity: number, side: Side, currency: string): number =>
  Math.round(sum(line.discounts.map((discount) => minor(discount.amount[side], currency))) * share(line, quantity))

/** As first placed (edits included as added) or, with `current`, after removals and refunds. */
export function totalsOf(order: SimOrder, which: 'placed' | 'current' = 'current'): OrderTotals {
  const currencies = currenciesOf(order)
  const lines = which === 'current' ? order.lines : order.lines.filter((line) => !line.addedByEdit)
  const quantity = (line: SimLine) => (which === 'current' ? line.currentQuantity : line.quantity)
  const shippingLines = order.shippingLines.filter((line) => which === 'placed' || !line.removed)
  const lineItems = perSide(currencies, (side, currency) =>
    sum(lines.map((line) => minor(line.unitPrice[side], currency) * quantity(line))),
  )
  const discounts = perSide(currencies, (side, currency) => sum(lines.map((line) => lineDiscount(line, quantity(line), side, currency))))
  const shipping = perSide(currencies, (side, currency) => sum(shippingLines.map((line) => minor(line.discounted[side], currency))))
  const tax = perSide(currencies, (side, currency) =>
    sum([
      ...lines.map((line) => Math.round(minor(line.tax[side], currency) * share(line, quantity(line)))),
      ...shippingLines.map((line) => minor(line.tax[side], currency)),
    ]),
  )
  const subtotal = perSide(currencies, (side, currency) => minor(lineItems[side], currency) - minor(discounts[side], currency))
  const total = perSide(
    currencies,
    (side, currency) =>
      minor(subtotal[side], currency) + minor(shipping[side], currency) + (order.taxesIncluded ? 0 : minor(tax[side], currency)),
  )
  return { lineItems, discounts, subtotal, shipping, tax, total }
}

export function paymentsOf(order: SimOrder): OrderPayments {
  const currencies = currenciesOf(order)
  const of = (kinds: readonly string[], side: Side, currency: string) =>
    sum(
      order.transactions
        .filter((one) => kinds.includes(one.kind) && one.status === 'SUCCESS')
        .map((one) => minor(one.amount[side], currency)),
    )
  const received = perSide(currencies, (side, currency) => of(['SALE', 'CAPTURE'], side, currency))
  const refunded = perSide(currencies, (side, currency) => of(['REFUND'], side, currency))
  const { total } = totalsOf(order)
  const outstanding = perSide(currencies, (side, currency) =>
    Math.max(0, minor(total[side], currency) - minor(received[side], currency) + minor(refunded[side], currency)),
  )
  return { received, refunded, outstanding }
}

type FinancialStatus = 'PENDING' | 'PARTIALLY_PAID' | 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED'

export function financialStatus(order: SimOrder): FinancialStatus {
  const { received, refunded, outstanding } = paymentsOf(order)
  const [in_, out, owed] = [received, refunded, outstanding].map((money) => minor(money.shop, order.currency)) as [number, number, number]
  if (out > 0) return out >= in_ ? 'REFUNDED' : 'PARTIALLY_REFUNDED'
  if (owed > 0) return in_ > 0 ? 'PARTIALLY_PAID' : 'PENDING'
  return order.cancelledAt && in_ === 0 && order.transactions.some((one) => one.kind === 'VOID') ? 'VOIDED' : 'PAID'
}

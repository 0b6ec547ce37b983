import type { SimCustomer, SimOrder, SimProduct, SimTransaction } from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'
import { pastOrder, refundPastLine, type PastLine } from './past-order.ts'
import type { Making } from './products.ts'

const DAY = 86_400_000
const CARD: SimTransaction['paymentDetails'] = { type: 'CardPaymentDetails', company: 'Visa', number: '•••• •••• •••• 4242', wallet: null }

const wallet = (name: string): SimTransaction['paymentDetails'] => ({
  type: 'CardPaymentDetails',
  company: 'Visa',
  number: '•••• •••• •••• 4242',
  wallet: name,
})

/** A year of sales that ends yesterday; a tenth of the orders has something sent back. Customers get their counts and what they spent. */
export function makeYear(
  making: Making,
  products: readonly SimProduct[],
  customers: SimCustomer[],
  count: number,
  now: number,
): SimOrder[] {
  const { dice, ids, shop } = making
  const moments = Array.from({ length: count }, () => now - DAY - dice.next() * 364 * DAY).sort((a, b) => a - b)
  return moments.map((moment, index) => {
    const at = new Date(moment).toISOString().replace(/\.\d+/, '')
    const customer = dice.pick(customers)
    const lines = Array.from(
      {
        length: dice.weighted([
          [1, 6],
          [2, 3],
          [3, 1],
        ]),
      },
      () => makeLine(making, dice.pick(products)),
    )
    const [gateway, payment] = dice.weighted<[string, SimTransaction['paymentDetails']]>([
      [['shopify_payments', CARD], 45],
      [['shopify_payments', wallet('APPLE_PAY')], 20],
      [['shopify_payments', wallet('SHOP_PAY')], 15],
      [['paypal', { type: 'PaypalWalletPaymentDetails', name: 'PayPal' }], 20],
    ])
    const goods = lines.reduce((sum, line) => sum + toMinor(line.unitPrice, shop.currency) * line.quantity, 0)
    const order = pastOrder({
      shop,
      ids,
      number: 1001 + index,
      customer,
      lines,
      payment,
      gateway,
      at,
      now,
      shipping: shippingFor(making, goods, lines),
      address: customer.address,
    })
    countPurchase(customer, order)
    return dice.chance(0.1) ? sendBack(making, order, moment, now) : order
  })
}

function countPurchase(customer: SimCustomer, { currency, originalTotal, createdAt }: SimOrder): void {
  customer.ordersCount += 1
  customer.totalSpent = toDecimal(toMinor(customer.totalSpent, currency) + toMinor(originalTotal.shop, currency), currency)
  customer.updatedAt = createdAt
}

function makeLine({ dice }: Making, product: SimProduct): PastLine {
  const variant = dice.pick(product.variants)
  return {
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variantTitle: variant.title === 'Default Title' ? null : variant.title,
    sku: variant.sku,
    vendor: product.vendor,
    quantity: dice.weighted([
      [1, 9],
      [2, 1],
    ]),
    unitPrice: variant.price,
    requiresShipping: variant.requiresShipping,
  }
}

function shippingFor({ shop }: Making, goods: number, lines: readonly PastLine[]): { code: string; title: string; price: string } | null {
  const method = shop.shippingMethods[0]
  if (!method || lines.every((line) => !line.requiresShipping)) return null
  const free = method.freeFrom !== null && goods >= toMinor(method.freeFrom, shop.currency)
  return { code: method.code, title: method.title, price: free ? toDecimal(0, shop.currency) : method.price }
}

function sendBack({ ids }: Making, order: SimOrder, placed: number, now: number): SimOrder {
  const line = order.lines[0]
  const at = new Date(Math.min(placed + 9 * DAY, now - DAY / 2)).toISOString().replace(/\.\d+/, '')
  return line ? refundPastLine(order, line.id, 1, at, ids) : order
}

import { DateTime } from 'luxon'
import type { SimAddress, SimCustomer, SimOrder, SimProduct, SimShop } from '../model.ts'
import { pastOrder, refundPastLine, type PastLine } from '../seed/past-order.ts'
import { countryCode } from './countries.ts'
import type { Row } from './rows.ts'

export type Instant = (local: string) => string

/** Moves every date by the same whole number of days, so that the history ends yesterday in the shop's time zone. */
export function shiftDates(last: string, timeZone: string, now: number): Instant {
  const lastDay = DateTime.fromSQL(last, { zone: timeZone }).startOf('day')
  const yesterday = DateTime.fromMillis(now, { zone: timeZone }).startOf('day').minus({ days: 1 })
  const days = Math.round(yesterday.diff(lastDay, 'days').days)
  return (local) => DateTime.fromSQL(local, { zone: timeZone }).plus({ days }).toUTC().toISO({ suppressMilliseconds: true }) ?? ''
}

/** Names and addresses are made up: the file has neither. */
export function makeKnownCustomer(number: string, country: string, id: number, at: string): SimCustomer {
  return {
    id,
    email: `customer-${number}@history-shoppers.example`,
    firstName: 'Customer',
    lastName: number,
    phone: null,
    locale: 'en',
    tags: [],
    acceptsMarketing: false,
    address: addressIn(country, number),
    ordersCount: 0,
    totalSpent: '0',
    createdAt: at,
    updatedAt: at,
  }
}

const addressIn = (country: string, lastName: string): SimAddress => ({
  firstName: 'Customer',
  lastName,
  address1: '1 High Street',
  address2: null,
  city: country === 'United Kingdom' ? 'London' : country,
  zip: 'N1 9GU',
  province: null,
  countryCode: countryCode(country),
  phone: null,
})

export interface Sale {
  shop: SimShop
  ids: () => number
  number: number
  rows: readonly Row[]
  postage: readonly Row[]
  customer: SimCustomer | null
  products: ReadonlyMap<string, SimProduct>
  at: string
}

/** One invoice as one paid order. How it was paid is not in the file: a card stands for it. */
export function makeOrder({ shop, ids, number, rows, postage, customer, products, at }: Sale): SimOrder {
  const lines = rows.map((row): PastLine => {
    const product = products.get(row.code)
    const variant = product?.variants[0]
    if (!product || !variant) throw new Error(`No product for stock code ${row.code}`)
    return {
      productId: product.id,
      variantId: variant.id,
      title: product.title,
      variantTitle: null,
      sku: row.code,
      vendor: product.vendor,
      quantity: row.quantity,
      unitPrice: (Math.max(1, Math.round(row.price * 100)) / 100).toFixed(2),
      requiresShipping: variant.requiresShipping,
    }
  })
  const pence = postage.reduce((sum, row) => sum + Math.round(row.price * 100) * row.quantity, 0)
  const country = rows[0]?.country ?? 'United Kingdom'
  return pastOrder({
    shop,
    ids,
    number,
    customer,
    lines,
    at,
    shipping: { code: 'standard', title: 'Royal Mail', price: (pence / 100).toFixed(2) },
    address: customer?.address ?? addressIn(country, 'Guest'),
    gateway: 'shopify_payments',
    payment: { type: 'CardPaymentDetails', company: 'Visa', number: '•••• •••• •••• 4242', wallet: null },
  })
}

/** Finds the latest earlier order of the same customer that still has some of the code; takes back as much as it can from each. */
export class Returns {
  #byCustomerAndCode = new Map<string, { order: number; line: number; at: string }[]>()
  readonly orders: SimOrder[]
  readonly ids: () => number

  constructor(orders: SimOrder[], ids: () => number) {
    this.orders = orders
    this.ids = ids
  }

  remember(order: number, customer: string): void {
    const placed = this.orders[order]
    for (const line of placed?.lines ?? []) {
      const key = `${customer}|${line.sku}`
      const known = this.#byCustomerAndCode.get(key) ?? []
      known.push({ order, line: line.id, at: placed?.processedAt ?? '' })
      this.#byCustomerAndCode.set(key, known)
    }
  }

  /** How many units found no earlier purchase. */
  takeBack(customer: string, code: string, quantity: number, at: string): number {
    let left = quantity
    const purchases = this.#byCustomerAndCode.get(`${customer}|${code}`) ?? []
    for (let index = purchases.length - 1; index >= 0 && left > 0; index--) {
      const purchase = purchases[index]
      const order = purchase && this.orders[purchase.order]
      const line = order?.lines.find((candidate) => candidate.id === purchase?.line)
      if (!purchase || !order || !line || purchase.at > at || line.currentQuantity === 0) continue
      const taken = Math.min(left, line.currentQuantity)
      this.orders[purchase.order] = refundPastLine(order, line.id, taken, at, this.ids)
      left -= taken
    }
    return left
  }
}

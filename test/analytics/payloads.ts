/** Shopify's payloads of one order's life: a phone of 100.00, then a case of 20.00 at 15 % off from an offer, tax 19 % on top. */
export const ORDER = 5_001
export const TOKEN = 'checkout-of-5001'

export interface Payload {
  topic: string
  at: string
  body: unknown
}

const set = (amount: string) => ({
  shop_money: { amount, currency_code: 'EUR' },
  presentment_money: { amount: '0.00', currency_code: 'USD' },
})

interface LineSpec {
  id: number
  variant: number
  price: string
  tax: string
  discount?: string
  current?: number
}
const line = ({ id, variant, price, tax, discount, current = 1 }: LineSpec) => ({
  id,
  product_id: variant * 10,
  variant_id: variant,
  title: 'Bought',
  quantity: 1,
  current_quantity: current,
  price_set: set(price),
  total_discount_set: set('0.00'),
  discount_allocations: discount ? [{ amount_set: set(discount) }] : [],
  tax_lines: [{ price_set: set(tax) }],
})
const phone = line({ id: 1, variant: 10, price: '100.00', tax: '19.00' })
const offered = (current = 1) => line({ id: 2, variant: 20, price: '20.00', discount: '3.00', tax: '3.23', current })

const order = (topic: string, at: string, total: string, lines: object[], more: object = {}): Payload => ({
  topic,
  at,
  body: {
    id: ORDER,
    name: '#1001',
    checkout_token: TOKEN,
    currency: 'EUR',
    presentment_currency: 'USD',
    total_price_set: set(total),
    current_total_price_set: set(total),
    taxes_included: false,
    created_at: '2026-11-01T10:00:00Z',
    processed_at: '2026-11-01T10:00:00Z',
    updated_at: at,
    line_items: lines,
    ...more,
  },
})

const transaction = (id: number, at: string, kind: string, amount: string, status = 'success'): Payload => ({
  topic: 'order_transactions/create',
  at,
  body: { id, order_id: ORDER, kind, status, gateway: 'shopify_payments', amount, currency: 'EUR', created_at: at, processed_at: at },
})

const minute = (minutes: number) => `2026-11-01T10:${String(minutes).padStart(2, '0')}:00Z`

export const placed = [
  order('orders/create', minute(0), '119.00', [phone]),
  transaction(1, minute(0), 'sale', '119.00'),
  order('orders/paid', minute(1), '119.00', [phone]),
]

export const accepted = [
  order('orders/updated', minute(2), '139.23', [phone, offered()]),
  { topic: 'orders/edited', at: minute(2), body: { order_edit: { id: 1, order_id: ORDER } } },
  transaction(2, minute(2), 'sale', '20.23'),
]

const refund = {
  id: 9,
  order_id: ORDER,
  created_at: minute(30),
  refund_line_items: [{ line_item_id: 2, quantity: 1, subtotal_set: set('17.00'), total_tax_set: set('3.23') }],
  transactions: [],
}
export const refunded = [
  { topic: 'refunds/create', at: minute(30), body: refund },
  transaction(3, minute(30), 'refund', '20.23'),
  order('orders/updated', minute(31), '119.00', [phone, offered(0)], { refunds: [refund] }),
]

export const cancelled = [
  order('orders/cancelled', minute(40), '0.00', [{ ...phone, current_quantity: 0 }, offered(0)], { cancelled_at: minute(40) }),
]

/** After the merchant deleted the case, Shopify no longer says what the line was. */
export const forgotten = order('orders/updated', minute(50), '139.23', [phone, { ...offered(), product_id: null, variant_id: null }])

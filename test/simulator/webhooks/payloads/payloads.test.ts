import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SimCustomer, SimOrder } from '../../model.ts'
import { SHOP } from '../../stage.ts'
import { orderPayload } from './orders.ts'
import { orderEditedPayload, refundPayload } from './refunds.ts'

// The keys that Shopify's documentation prints for orders/* of 2026-07.
const published: Record<string, string[]> = JSON.parse(readFileSync(new URL('./published-keys.json', import.meta.url), 'utf8'))

const at = '2026-02-01T10:00:00Z'
const address = {
  firstName: 'A',
  lastName: 'B',
  address1: 'S 1',
  address2: null,
  city: 'Berlin',
  zip: '10115',
  province: null,
  countryCode: 'DE',
  phone: null,
}
const customer: SimCustomer = {
  id: 3,
  email: 'a@example.com',
  firstName: 'A',
  lastName: 'B',
  phone: null,
  locale: 'de',
  tags: ['secret'],
  acceptsMarketing: false,
  address,
  ordersCount: 7,
  totalSpent: '70.00',
  createdAt: at,
  updatedAt: at,
}
const money = (amount: string) => ({ shop: amount, presentment: amount })
const line = (id: number, addedByEdit: boolean): SimOrder['lines'][number] => ({
  id,
  productId: 1,
  variantId: 10,
  title: 'Phone',
  variantTitle: null,
  sku: 'p',
  vendor: 'Aurora',
  quantity: 2,
  currentQuantity: 2,
  fulfillableQuantity: 2,
  unitPrice: money('10.00'),
  discounts: [{ amount: money('2.00'), applicationIndex: addedByEdit ? -1 : 0 }],
  tax: money('2.87'),
  requiresShipping: true,
  addedByEdit,
})
const order: SimOrder = {
  id: 8_000_000_000_001,
  number: 1001,
  name: '#1001',
  token: 'a'.repeat(32),
  checkoutToken: 'c1',
  cartToken: null,
  customerId: 3,
  email: 'a@example.com',
  phone: null,
  currency: 'EUR',
  presentmentCurrency: 'EUR',
  rate: 1,
  locale: 'de',
  sourceName: 'web',
  landingSite: null,
  referringSite: null,
  lines: [line(11, false), line(12, true)],
  shippingLines: [
    { id: 13, code: 'std', title: 'Standard', price: money('5.00'), discounted: money('5.00'), tax: money('0.80'), removed: false },
  ],
  shippingAddress: address,
  billingAddress: address,
  discountCodes: [{ code: 'TEN', amount: '2.00', type: 'percentage' }],
  discountApplications: [
    {
      type: 'discount_code',
      code: 'TEN',
      value: '10.0',
      valueType: 'percentage',
      allocationMethod: 'across',
      targetSelection: 'all',
      targetType: 'line_item',
    },
  ],
  transactions: [
    {
      id: 21,
      kind: 'SALE',
      status: 'SUCCESS',
      gateway: 'shopify_payments',
      amount: money('41.00'),
      paymentDetails: { type: 'CardPaymentDetails', company: 'Visa', number: '4242', wallet: 'APPLE_PAY' },
      parentId: null,
      processedAt: at,
    },
  ],
  refunds: [],
  edits: [{ id: 31, appId: 1, additions: [{ id: 12, delta: 2 }], removals: [], committedAt: at }],
  usedJtis: [],
  holdUntil: null,
  fulfilledAt: null,
  cancelledAt: null,
  cancelReason: null,
  taxesIncluded: true,
  tags: [],
  test: true,
  originalTotal: money('23.00'),
  createdAt: at,
  processedAt: at,
  updatedAt: at,
}
const keys = (value: object) => Object.keys(value).sort()
// oxlint-disable-next-line typescript/no-explicit-any -- looked at key by key
const payload: any = orderPayload(SHOP, order, customer)

test.each([
  ['order', payload],
  ['line_items', payload.line_items[0]],
  ['shipping_lines', payload.shipping_lines[0]],
  ['customer', payload.customer],
  ['default_address', payload.customer.default_address],
  ['shipping_address', payload.shipping_address],
])('%s has exactly the keys that Shopify prints', (name, part) => expect(keys(part)).toEqual(published[name]))

test('an order tells neither the wallet nor what is known of the customer', () => {
  expect(JSON.stringify(payload)).not.toMatch(/APPLE_PAY|secret|orders_count|total_spent/)
})

test('amounts are strings of the shop, and what an edit added is in them', () => {
  expect(payload).toMatchObject({
    total_line_items_price: '40.00',
    total_discounts: '4.00',
    subtotal_price: '36.00',
    total_price: '41.00',
    current_total_price: '41.00',
  })
  expect(payload.total_price_set.shop_money).toEqual({ amount: '41.00', currency_code: 'EUR' })
  expect(payload.discount_codes).toEqual([{ code: 'TEN', amount: '2.00', type: 'percentage' }])
})

test('orders/edited is a shape of its own', () => {
  expect(orderEditedPayload(order, order.edits[0] as SimOrder['edits'][number])).toMatchObject({
    order_edit: { order_id: order.id, line_items: { additions: [{ id: 12, delta: 2 }], removals: [] } },
  })
})

test('a refund names its lines by their id', () => {
  const refund = {
    id: 41,
    note: '',
    restock: true,
    lines: [{ id: 42, lineId: 12, quantity: 1, subtotal: money('9.00'), tax: money('1.44') }],
    shipping: money('0.00'),
    transactionIds: [],
    createdAt: at,
  }
  expect(refundPayload(order, refund)).toMatchObject({
    order_id: order.id,
    refund_line_items: [{ line_item_id: 12, quantity: 1, subtotal: 9 }],
  })
})

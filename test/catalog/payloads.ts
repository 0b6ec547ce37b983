import type { Delivered } from '#app/platform/deliveries.server.ts'
import { catalogTopics } from '#app/catalog/mirror/webhooks.server.ts'

const set = (amount: string, currency_code = 'EUR') => ({
  shop_money: { amount, currency_code },
  presentment_money: { amount, currency_code },
})

let counter = 0

/** A webhook as its reaction gets it. */
export const delivered = (
  shop: string,
  topic: string,
  body: object,
  triggeredAt: string | null = '2026-11-01T10:00:00.000Z',
): Delivered => ({
  shop,
  topic,
  id: String((counter += 1)),
  eventId: null,
  triggeredAt: triggeredAt === null ? null : new Date(triggeredAt),
  receivedAt: new Date('2026-11-01T10:00:01Z'),
  body,
})

export async function deliver(shop: string, topic: string, body: object, triggeredAt?: string | null): Promise<void> {
  const react = catalogTopics[topic]
  if (!react) throw new Error(`Nothing reacts to ${topic}`)
  await react(delivered(shop, topic, body, triggeredAt))
}

export const productPayload = (id: number, more: object = {}) => ({
  id: String(id),
  title: `Product ${id}`,
  handle: `product-${id}`,
  status: 'active',
  vendor: 'Acme',
  product_type: 'Case',
  tags: 'blue, red',
  published_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-11-01T11:00:00+01:00',
  image: { id: '3', src: 'https://cdn.test/front.png', alt: 'front' },
  images: [
    { id: '3', src: 'https://cdn.test/front.png', alt: 'front' },
    { id: '4', src: 'https://cdn.test/back.png', alt: null },
  ],
  variants: [variantPayload(id * 10)],
  ...more,
})

export const variantPayload = (id: number, more: object = {}) => ({
  id: String(id),
  title: `Variant ${id}`,
  sku: `SKU-${id}`,
  position: 1,
  price: '10.00',
  compare_at_price: null,
  inventory_policy: 'deny',
  inventory_item_id: String(id),
  inventory_quantity: 5,
  image_id: '4',
  updated_at: '2026-11-01T11:00:00+01:00',
  ...more,
})

export const linePayload = (id: number, more: object = {}) => ({
  id: String(id),
  product_id: '1',
  variant_id: '10',
  title: `Line ${id}`,
  quantity: 1,
  current_quantity: 1,
  price_set: set('10.00'),
  total_discount_set: set('0.00'),
  discount_allocations: [],
  tax_lines: [{ price_set: set('1.60') }],
  ...more,
})

export const orderPayload = (id: number, more: object = {}) => ({
  id: String(id),
  name: `#${id}`,
  customer: { id: '7' },
  checkout_token: `token-${id}`,
  source_name: 'web',
  currency: 'EUR',
  presentment_currency: 'EUR',
  current_total_price_set: set('10.00'),
  total_price_set: set('10.00'),
  financial_status: 'paid',
  payment_gateway_names: ['shopify_payments'],
  shipping_address: { country_code: 'DE' },
  taxes_included: false,
  customer_locale: 'de',
  discount_codes: [],
  test: false,
  processed_at: '2026-11-01T10:00:00Z',
  created_at: '2026-11-01T10:00:00Z',
  cancelled_at: null,
  updated_at: '2026-11-01T10:00:00Z',
  line_items: [linePayload(id * 10)],
  refunds: [],
  ...more,
})

export const refundPayload = (id: number, orderId: number, lineId: number, more: object = {}) => ({
  id: String(id),
  order_id: String(orderId),
  created_at: '2026-11-02T10:00:00Z',
  refund_line_items: [
    { line_item_id: String(lineId), quantity: 1, subtotal: 8, subtotal_set: set('8.00'), total_tax: 1.28, total_tax_set: set('1.28') },
  ],
  transactions: [transactionPayload(id * 10, orderId, { kind: 'refund', amount: '9.28' })],
  ...more,
})

export const transactionPayload = (id: number, orderId: number, more: object = {}) => ({
  id: String(id),
  order_id: String(orderId),
  kind: 'sale',
  status: 'success',
  gateway: 'shopify_payments',
  amount: '10.00',
  currency: 'EUR',
  processed_at: '2026-11-01T10:00:01Z',
  created_at: '2026-11-01T10:00:00Z',
  ...more,
})

export const money = set

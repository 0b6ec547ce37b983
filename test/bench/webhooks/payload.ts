import { createHmac, randomUUID } from 'node:crypto'

const SIZE = 9 * 1024
export const SHOPS = ['aurora', 'noor', 'history', 'bench'].map((name) => `${name}.myshopify.com`)

export interface Payload {
  body: Buffer
  signature: string
}

/** An order of about 9 KB, like Shopify's own example; no two are alike, so nothing can be stored once for all. */
export function payloads(count: number, secret: string): Payload[] {
  return Array.from({ length: count }, (_, n) => {
    const body = Buffer.from(order(n))
    return { body, signature: createHmac('sha256', secret).update(body).digest('base64') }
  })
}

function order(n: number): string {
  const lines: object[] = []
  const whole = () =>
    JSON.stringify({ id: 5_000_000_000_000 + n, name: `#${1000 + n}`, currency: 'EUR', token: randomUUID(), line_items: lines })
  while (whole().length < SIZE) lines.push(line(n, lines.length))
  return whole()
}

const line = (order: number, n: number) => ({
  id: 13_000_000_000_000 + order * 100 + n,
  admin_graphql_api_id: `gid://shopify/LineItem/${13_000_000_000_000 + order * 100 + n}`,
  title: `Case for phone ${(order * 7 + n) % 97} "clear" – crème`,
  quantity: (n % 3) + 1,
  price: ((order * 13 + n * 7) % 9000) / 100,
  sku: randomUUID(),
  taxable: true,
  discount_allocations: [
    { amount: '1.50', discount_application_index: 0, amount_set: { shop_money: { amount: '1.50', currency_code: 'EUR' } } },
  ],
})

export function head(port: number, payload: Payload, id: string, shop: string): Buffer {
  return Buffer.from(
    [
      'POST /webhooks/shopify HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      'content-type: application/json',
      `content-length: ${payload.body.length}`,
      'x-shopify-topic: orders/updated',
      `x-shopify-hmac-sha256: ${payload.signature}`,
      `x-shopify-shop-domain: ${shop}`,
      'x-shopify-api-version: 2026-07',
      `x-shopify-webhook-id: ${id}`,
      `x-shopify-event-id: ${randomUUID()}`,
      'x-shopify-triggered-at: 2026-11-02T10:00:00.123456789Z',
      '',
      '',
    ].join('\r\n'),
  )
}

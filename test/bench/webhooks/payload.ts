import { createHmac, randomUUID } from 'node:crypto'

const SIZE = 9 * 1024
export const SHOPS = ['aurora', 'noor', 'history', 'bench'].map((name) => `${name}.myshopify.com`)

/** Whose webhooks: Shopify's, or a review app's by Standard Webhooks. */
export type Sender = 'shopify' | 'review-app'
export const sender = (process.env['SENDER'] ?? 'shopify') as Sender

export interface Payload {
  body: Buffer
  signature: string
}

const SECRET_OF = (secret: string) => `whsec_${Buffer.from(secret).toString('base64')}`
/** What a merchant would have pasted, and where the review app would post, by shop. */
export const connectionOf = (shop: string, secret: string) => ({
  token: `${shop.replaceAll('.', '-')}-0123456789abcdef`,
  secret: SECRET_OF(secret),
})

/** An order of about 9 KB, like Shopify's own example; no two are alike, so nothing can be stored once for all. */
export function payloads(count: number, secret: string): Payload[] {
  return Array.from({ length: count }, (_, n) => {
    const body = Buffer.from(sender === 'shopify' ? order(n) : review(n))
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

const review = (n: number): string =>
  JSON.stringify({
    type: 'review.created',
    timestamp: '2026-11-02T10:00:00Z',
    data: { id: n, product_id: 8_000_000_000_000 + n, email: `shopper${n}@example.com`, photos: n % 3, text: randomUUID().repeat(30) },
  })

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

export const head = (port: number, payload: Payload, id: string, shop: string): Buffer =>
  sender === 'shopify' ? headOfShopify(port, payload, id, shop) : headOfReviewApp(port, payload, id, shop)

/** Signed for each delivery: its id is part of what is signed. */
function headOfReviewApp(port: number, { body }: Payload, id: string, shop: string): Buffer {
  const { token } = connectionOf(shop, 'bench')
  const seconds = Math.floor(Date.now() / 1_000)
  const signature = createHmac('sha256', 'bench').update(`${id}.${seconds}.`).update(body).digest('base64')
  return Buffer.from(
    [
      `POST /webhooks/reviews/generic/${token} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
      `webhook-id: ${id}`,
      `webhook-timestamp: ${seconds}`,
      `webhook-signature: v1,${signature}`,
      '',
      '',
    ].join('\r\n'),
  )
}

function headOfShopify(port: number, payload: Payload, id: string, shop: string): Buffer {
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

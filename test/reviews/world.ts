import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { proxyRoutes } from '#app/endpoints/proxy.ts'
import { db } from '#app/platform/db.server.ts'
import { SECRET, SHOP } from '../platform/world.ts'

export const NOW = new Date('2026-11-20T10:00:00Z')
const serial = { next: 1 }

export interface ReviewSpec {
  shop?: string
  id?: string
  productId?: string
  rating?: number
  title?: string
  body?: string
  author?: string
  state?: string
  photos?: readonly string[] // addresses
  [column: string]: unknown
}

/** A review as if it had been written, published unless the test says otherwise. */
export async function insertReview(spec: ReviewSpec = {}): Promise<{ shop: string; id: string; productId: string }> {
  const { shop = SHOP, id = `review-${serial.next++}`, productId = '1', photos = [], ...more } = spec
  const plain = { rating: 4, title: 'Good', body: 'It does what it should.', author: 'Ada', language: 'en', source: 'form', sourceId: id }
  const dates = { submittedAt: NOW, publishedAt: (spec.state ?? 'published') === 'published' ? NOW : null }
  await db.review.create({ data: { shop, id, productId, ...plain, ...dates, ...more } })
  for (const [position, url] of photos.entries())
    await db.reviewMedia.create({ data: { shop, reviewId: id, id: `photo-${position}`, kind: 'photo', position, state: 'stored', url } })
  return { shop, id, productId }
}

export interface OrderSpec {
  shop?: string
  id?: string
  customerId?: string | null
  email?: string | null
  productIds?: readonly string[]
  locale?: string
}

/** An order with a line for each product; the products exist too. */
export async function insertOrder({
  shop = SHOP,
  id = '9001',
  customerId = '7001',
  email = 'ada@example.com',
  productIds = ['1'],
  locale = 'en',
}: OrderSpec = {}): Promise<string> {
  const at = { updatedAt: NOW, processedAt: NOW }
  const money = { currency: 'EUR', presentmentCurrency: 'EUR', total: 5_000n, originalTotal: 5_000n }
  await db.order.create({ data: { shop, id, name: `#${id}`, customerId, email, firstName: 'Ada', locale, ...money, ...at } })
  for (const productId of productIds) {
    await db.product.upsert({
      where: { shop_id: { shop, id: productId } },
      create: { shop, id: productId, title: `Product ${productId}`, handle: `p${productId}`, status: 'active', updatedAt: NOW },
      update: {},
    })
    const line = { shop, orderId: id, id: `${id}${productId}`, productId, title: `Product ${productId}` }
    await db.orderLine.create({ data: { ...line, quantity: 1, currentQuantity: 1, unitPrice: 5_000n } })
  }
  return id
}

/** A request that was sent for the order. */
export async function insertRequest(
  orderId: string,
  more: { shop?: string; terms?: object; language?: string; productIds?: string[] } = {},
) {
  const { shop = SHOP, terms, language = 'en', productIds = [] } = more
  const id = `request-${orderId}`
  await db.reviewRequest.create({
    data: { shop, id, orderId, state: 'sent', language, productIds, sendAt: NOW, sentAt: NOW, ...(terms && { terms }) },
  })
  return id
}

const app = new Hono().route('/proxy', proxyRoutes)

/** What Shopify's app proxy makes of a visit to /apps/reviews. */
export async function visitProxy(
  path: string,
  {
    body,
    customerId = '',
    shop = SHOP,
    headers = {},
  }: { body?: FormData; customerId?: string; shop?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; text: string }> {
  const url = new URL(path, 'https://encore.test/proxy/')
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const added = { shop, logged_in_customer_id: customerId, path_prefix: '/apps/reviews', timestamp }
  for (const [name, value] of Object.entries(added)) url.searchParams.set(name, value)
  const message = [...url.searchParams].map(([name, value]) => `${name}=${value}`).sort()
  url.searchParams.set('signature', createHmac('sha256', SECRET).update(message.join('')).digest('hex'))
  const answer = await app.request(url.href, { ...(body && { method: 'POST', body }), headers })
  return { status: answer.status, text: await answer.text() }
}

/** The fields of a form as they stand in a page. */
export function formIn(html: string): FormData {
  const form = new FormData()
  for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    form.set(/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  return form
}

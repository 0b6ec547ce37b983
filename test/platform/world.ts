import { createHmac, randomUUID } from 'node:crypto'
import { afterAll } from 'vitest'
import { closeDatabase, db, pool } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { stopListening } from '#app/platform/notify.server.ts'
import { freshDatabase } from '#test/support/postgres.ts'

export const SECRET = 'hush'
export const SHOP = 'aurora.myshopify.com'

/** The app's modules on a database of their own; call it at the top of a test file. */
export async function useDatabase(name: string): Promise<void> {
  log.level = 'silent'
  const database = await freshDatabase(name)
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    SHOPIFY_API_KEY: 'key',
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: 'https://encore.test',
  })
  afterAll(async () => {
    await stopListening()
    await closeDatabase()
    await database.drop()
  })
}

export const sign = (body: string, secret = SECRET): string => createHmac('sha256', secret).update(body).digest('base64')

/** A webhook as Shopify sends it. */
export function webhook(body: string, headers: Record<string, string> = {}): Request {
  return new Request('http://encore.test/shopify', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-hmac-sha256': sign(body),
      'x-shopify-shop-domain': SHOP,
      'x-shopify-api-version': '2026-07',
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-event-id': randomUUID(),
      'x-shopify-triggered-at': '2026-11-02T10:00:00.123456789Z',
      ...headers,
    },
  })
}

export const installed = (shop = SHOP, more: { installedAt?: Date; state?: string } = {}) => db.shop.create({ data: { shop, ...more } })

export async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query(sql, values)).rows as Row[]
}

/** Waits for a fact, not for time. */
export async function until<T>(fact: () => Promise<T | null | undefined | false>, patience = 15_000): Promise<T> {
  const deadline = performance.now() + patience
  for (;;) {
    const found = await fact()
    if (found) return found
    if (performance.now() > deadline) throw new Error('It did not come to pass')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

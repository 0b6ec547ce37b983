import { createHmac, randomUUID } from 'node:crypto'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { webhookListener } from '#app/endpoints/webhooks.ts'
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

interface Webhook {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer[]
}

/** A webhook as Shopify sends it. */
export const webhook = (body: string, headers: Record<string, string> = {}) => ({
  body,
  headers: {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
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

let listening: Promise<number> | undefined

/** The port of a server that takes webhooks and nothing else. */
const webhookPort = () =>
  (listening ??= new Promise((opened) => {
    const server = createServer((incoming, response) => void webhookListener(incoming, response)).unref()
    server.listen(0, '127.0.0.1', () => opened((server.address() as AddressInfo).port))
  }))

/** Over a connection of its own, as bytes: nobody corrects a false length. Resolves with the status of the answer. */
export async function send({ method = 'POST', headers = {}, body = '' }: Webhook): Promise<number> {
  const port = await webhookPort()
  return new Promise((answered, broke) => {
    const outgoing = request({ port, host: '127.0.0.1', path: '/webhooks/shopify', method, headers, agent: false })
    outgoing.once('response', (response) => void answered(response.resume().statusCode ?? 0)).once('error', broke)
    for (const chunk of [body].flat()) outgoing.write(chunk)
    outgoing.end()
  })
}

export const installed = (shop = SHOP, more: { installedAt?: Date; state?: string } = {}) => db.shop.create({ data: { shop, ...more } })

export async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query(sql, values)).rows as Row[]
}

/** Waits for a fact, not for time. */
export async function until<T>(fact: () => Promise<T | null | undefined | false>, patience = 30_000): Promise<T> {
  const deadline = performance.now() + patience
  for (;;) {
    const found = await fact()
    if (found) return found
    if (performance.now() > deadline) throw new Error('It did not come to pass')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

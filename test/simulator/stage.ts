import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../support/postgres.ts'
import type { SimProduct, SimShop } from './model.ts'
import type { Settings } from './settings.ts'
import type { Simulator } from './simulator.ts'
import { startSimulator } from './start.ts'
import { openStore } from './store.ts'
import { install } from './tokens/install.ts'
import { idToken } from './tokens/issue.ts'

export interface Received {
  path: string
  method: string
  headers: IncomingHttpHeaders
  body: string
}
export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  text: string
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look at it field by field
  json: any
}
/** What the stand-in app answers; null: nothing at all. */
export type AppAnswer = (received: Received) => { status: number; headers?: Record<string, string>; body?: string } | null

export interface Stage {
  simulator: Simulator
  port: number
  shop: SimShop
  /** Everything that reached the app, oldest first. */
  received: Received[]
  answerWith(answer: AppAnswer): void
  ask(host: string, path: string, init?: { method?: string; headers?: Record<string, string>; body?: string }): Promise<Reply>
  exchange(changes?: Record<string, string>): Promise<Reply>
  query(text: string, variables?: object, headers?: Record<string, string>): Promise<Reply>
  restart(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export const SHOP: SimShop = {
  id: 5_000_000_001,
  domain: 'test.myshopify.com',
  handle: 'test',
  name: 'Test',
  email: 'owner@example.com',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  locale: 'en',
  locales: ['en'],
  plan: 'basic',
  taxRate: 0.19,
  taxesIncluded: true,
  taxShipping: true,
  rates: { USD: 1.1 },
  shippingMethods: [],
  postPurchaseApp: true,
  paypalReferenceTransactions: false,
  createdAt: '2025-01-01T00:00:00Z',
  installed: null,
}

// One database for all tests of a file, emptied for each: making one costs more than everything else here.
let database: Promise<TestDatabase> | undefined
afterAll(async () => (await database)?.drop())

async function emptied(): Promise<TestDatabase> {
  database ??= emptyDatabase('stage')
  const found = await database
  const store = await openStore(found.url)
  await store.reset()
  await store.close()
  return found
}

interface StandIn {
  url: string
  received: Received[]
  answerWith(answer: AppAnswer): void
  close(): Promise<void>
}

/** Where the app would listen: remembers what it is sent. */
async function standIn(): Promise<StandIn> {
  const received: Received[] = []
  let answer: AppAnswer = () => ({ status: 200 })
  const app = createServer((incoming, outgoing) => {
    let body = ''
    incoming.on('data', (chunk) => (body += chunk))
    incoming.on('end', () => {
      const one = { path: incoming.url ?? '', method: incoming.method ?? '', headers: incoming.headers, body }
      received.push(one)
      const said = answer(one)
      if (said) outgoing.writeHead(said.status, said.headers).end(said.body ?? '')
    })
  })
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
    received,
    answerWith: (next) => void (answer = next),
    async close() {
      app.closeAllConnections()
      await new Promise((resolve) => app.close(resolve))
    },
  }
}

/** A simulator with one shop, the app installed, and a stand-in for the app. */
export async function stage({ settings, shop = {} }: { settings?: Partial<Settings>; shop?: Partial<SimShop> } = {}): Promise<Stage> {
  const { url: databaseUrl } = await emptied()
  const app = await standIn()
  const start = () => startSimulator({ databaseUrl, port: 0, appUrl: app.url, log: () => undefined, ...(settings && { settings }) })
  let running = await start()
  await running.simulator.store.putShop({ ...SHOP, ...shop })
  const installed = await install(running.simulator, SHOP.domain)
  const ask: Stage['ask'] = (host, path, init) => send(running.port, host, path, init)
  const exchange: Stage['exchange'] = (changes = {}) =>
    ask(SHOP.domain, '/admin/oauth/access_token', json({ ...exchangeFor(running.simulator, installed), ...changes }))
  let token: Promise<string> | undefined
  return {
    get simulator() {
      return running.simulator
    },
    get port() {
      return running.port
    },
    shop: installed,
    received: app.received,
    answerWith: app.answerWith,
    ask,
    exchange,
    async query(text, variables = {}, headers = {}) {
      token ??= exchange().then((reply) => reply.json.access_token)
      const { headers: kind, ...init } = json({ query: text, variables })
      const mine = { ...kind, 'x-shopify-access-token': await token, ...headers }
      return ask(SHOP.domain, '/admin/api/2026-07/graphql.json', { ...init, headers: mine })
    },
    async restart() {
      await running.stop()
      running = await start()
    },
    async [Symbol.asyncDispose]() {
      await running.stop()
      await app.close()
    },
  }
}

export const json = (value: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })

function exchangeFor(simulator: Simulator, shop: SimShop): Record<string, string> {
  return {
    client_id: simulator.app.clientId,
    client_secret: simulator.app.secret,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: idToken(simulator, shop),
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
  }
}

function send(
  port: number,
  host: string,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers: { ...headers, host }, agent: false }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk) => (text += chunk))
      incoming.on('error', reject)
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, json: parsed(text) }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Waits for a fact, looking every few milliseconds. */
export async function until<T>(fact: () => T | Promise<T>, patienceMs = 30_000): Promise<Exclude<NonNullable<T>, false>> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const value = await fact()
    if (value) return value as Exclude<NonNullable<T>, false>
    if (performance.now() > deadline) throw new Error(`Never came true: ${fact}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export function product(id: number, changes: Partial<SimProduct> = {}): SimProduct {
  const at = '2026-01-01T00:00:00Z'
  return {
    id,
    title: `Product ${id}`,
    handle: `product-${id}`,
    descriptionHtml: '<p>Good</p>',
    vendor: 'Aurora',
    productType: 'Phone',
    tags: ['phone'],
    status: 'ACTIVE',
    publishedAt: at,
    options: [{ name: 'Colour', values: ['Red'] }],
    images: [],
    metafields: [],
    createdAt: at,
    updatedAt: at,
    variants: [
      {
        id: id * 10,
        title: 'Red',
        sku: `sku-${id}`,
        position: 1,
        price: '10.00',
        compareAtPrice: null,
        options: ['Red'],
        inventoryItemId: id * 10 + 1,
        inventoryQuantity: 5,
        tracked: true,
        inventoryPolicy: 'DENY',
        cost: '4.50',
        requiresShipping: true,
        taxable: true,
        weightGrams: 100,
        imageId: null,
        updatedAt: at,
      },
    ],
    ...changes,
  }
}

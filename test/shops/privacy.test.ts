import { expect, test } from 'vitest'
import { Prisma } from '@prisma/client'
import { db } from '#app/platform/db.server.ts'
import type { Delivered, Reaction } from '#app/platform/deliveries.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { listPrivacyRequests, shopTables } from '#app/shops/privacy.server.ts'
import { topics } from '#app/wiring.server.ts'
import { rows, useDatabase } from '../platform/world.ts'

await useDatabase('privacy')

const at = new Date('2026-11-01T12:00:00Z')
const deliver = (shop: string, topic: string, body: object): ReturnType<Reaction> => {
  const delivery: Delivered = { shop, id: `w-${topic}`, topic, eventId: null, triggeredAt: at, receivedAt: at, body }
  return topics[topic]!(delivery)
}

/** One row in every table with a `shop` column, made from what the database itself says of its columns. */
async function fillEveryTable(shop: string): Promise<string[]> {
  const tables = await shopTables()
  for (const table of tables) {
    const columns = await rows<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_name = $1 and is_nullable = 'NO' and column_default is null and table_schema = current_schema()`,
      [table],
    )
    const names = columns.map(({ name }) => `"${name}"`).join(',')
    const values = columns.map(({ name, type }) => (name === 'shop' ? shop : (sample[type] ?? `x ${shop}`)))
    await rows(`insert into "${table}" (${names}) values (${values.map((_, n) => `$${n + 1}`).join(',')}) on conflict do nothing`, values)
  }
  return tables
}
const sample: Record<string, unknown> = {
  integer: 1,
  bigint: 1,
  boolean: false,
  json: '{}',
  jsonb: '{}',
  ARRAY: '{}',
  'timestamp without time zone': at,
  'timestamp with time zone': at,
}

const left = async (shop: string, tables: string[]) => {
  const counts = await Promise.all(
    tables.map(
      async (table) => [table, (await rows<{ n: number }>(`select count(*) as n from "${table}" where shop = $1`, [shop]))[0]!.n] as const,
    ),
  )
  return Object.fromEntries(counts.filter(([, n]) => n > 0))
}

test('shop/redact leaves one row in one table: the proof', async () => {
  const [gone, stays] = ['gone.myshopify.com', 'stays.myshopify.com']
  const tables = await fillEveryTable(gone)
  await fillEveryTable(stays)
  expect(tables).toEqual(expect.arrayContaining(['delivery', 'offer', 'order', 'placement', 'session', 'shop']))
  await db.shop.updateMany({ where: { shop: gone }, data: { state: 'uninstalled' } })
  await emit(db, 'catalog.changed', { shop: gone })
  await deliver(gone, 'shop/redact', { shop_id: 1, shop_domain: gone })
  expect(await left(gone, tables)).toEqual({ privacy_request: 1 })
  expect(await rows('select 1 from graphile_worker.jobs where flags ? $1', [`shop:${gone}`])).toEqual([])
  expect(await db.privacyRequest.findFirst({ where: { shop: gone } })).toMatchObject({
    topic: 'shop/redact',
    customerId: null,
    doneAt: expect.any(Date),
  })
  expect(Object.keys(await left(stays, tables))).toEqual(tables)
})

test('a shop that is here again keeps its rows, and the request says why', async () => {
  const shop = 'back.myshopify.com'
  await db.shop.create({ data: { shop } })
  await deliver(shop, 'shop/redact', {})
  expect(await db.shop.count({ where: { shop } })).toBe(1)
  expect(await db.privacyRequest.findFirst({ where: { shop } })).toMatchObject({ report: { kept: expect.stringContaining('again') } })
})

async function shopperIn(shop: string, customerId: string, orderId: string) {
  const order = { currency: 'EUR', presentmentCurrency: 'EUR', total: 1_000, originalTotal: 1_000, processedAt: at, updatedAt: at }
  await db.customer.create({ data: { shop, id: customerId, tags: ['vip'], orderCount: 3, spent: 9_000, locale: 'de', updatedAt: at } })
  await db.order.create({
    data: { shop, id: orderId, name: '#1', customerId, checkoutToken: `t-${orderId}`, country: 'DE', locale: 'de', ...order },
  })
  await db.checkout.create({ data: { shop, token: `t-${orderId}`, customerId, updatedAt: at } })
  const facts = {
    lines: [],
    total: 1_000,
    country: 'DE',
    earlierOrders: { atLeast: 2, atMost: 2 },
    customerTags: ['vip'],
    before: { days: null, products: [['1', 3]] },
    dice: 12,
    collections: [],
    unknownCollections: [],
  }
  await db.placement.create({
    data: {
      shop,
      id: `p-${orderId}`,
      customerId,
      surface: 'post-purchase',
      referenceId: `t-${orderId}`,
      snapshotId: 's',
      facts,
      decidedAt: at,
    },
  })
  await db.delivery.create({
    data: {
      shop,
      source: 'shopify',
      id: `d-${orderId}`,
      topic: 'orders/create',
      state: 'failed',
      body: `{"customer":{"id":${customerId},"email":"${customerId}@b.c"}}`,
    },
  })
}
const about = (customerId: string, orderId: string, key: string) => ({
  customer: { id: customerId, email: `${customerId}@b.c` },
  [key]: [Number(orderId)],
})

test('customers/data_request collects everything that is hers, and only hers', async () => {
  const shop = 'asked.myshopify.com'
  await shopperIn(shop, '7001', '9001')
  await shopperIn(shop, '7002', '9002')
  await deliver(shop, 'customers/data_request', about('7001', '9001', 'orders_requested'))
  const request = await db.privacyRequest.findFirstOrThrow({ where: { shop, topic: 'customers/data_request' } })
  expect(request).toMatchObject({ customerId: '7001', doneAt: expect.any(Date) })
  const told = JSON.stringify(request.report)
  for (const hers of ['vip', '9001', 't-9001', 'p-9001', '7001@b.c']) expect(told).toContain(hers)
  for (const another of ['7002', '9002']) expect(told).not.toContain(another)
})

test('the requests are listed in pages, the latest first, and a page that is none is the first', async () => {
  const shop = 'pages.myshopify.com'
  const of = (day: number) => ({ shop, id: String(day), topic: 'customers/redact', requestedAt: new Date(Date.UTC(2026, 0, day)) })
  await db.privacyRequest.createMany({ data: Array.from({ length: 27 }, (_, index) => of(index + 1)) })
  const listed = async (page: number) => {
    const { rows: requests, ...paged } = await listPrivacyRequests(shop, page)
    return { ids: requests.map(({ id }) => Number(id)), ...paged }
  }
  const latest = Array.from({ length: 25 }, (_, index) => 27 - index)
  expect(await listed(1)).toEqual({ ids: latest, page: 1, more: true })
  expect(await listed(2)).toEqual({ ids: [2, 1], page: 2, more: false })
  expect(await listed(3)).toMatchObject({ page: 1, more: true })
})

test('customers/redact leaves orders without a person, and nothing that a late webhook could build on', async () => {
  const shop = 'forgets.myshopify.com'
  await shopperIn(shop, '7001', '9001')
  await shopperIn(shop, '7002', '9002')
  await deliver(shop, 'customers/data_request', about('7001', '9001', 'orders_requested'))
  await deliver(shop, 'customers/redact', about('7001', '9001', 'orders_to_redact'))
  expect(await db.customer.findFirst({ where: { shop, id: '7001' } })).toMatchObject({
    tags: [],
    orderCount: 0,
    locale: null,
    deletedAt: expect.any(Date),
  })
  expect(await db.order.findFirst({ where: { shop, id: '9001' } })).toMatchObject({
    customerId: null,
    country: null,
    locale: null,
    total: 1_000n,
  })
  const placement = await db.placement.findFirstOrThrow({ where: { shop, id: 'p-9001' } })
  expect(placement.customerId).toBeNull()
  expect(Object.keys(placement.facts as object).sort()).toEqual(['collections', 'lines', 'total', 'unknownCollections'])
  const everything = await Promise.all(
    (await shopTables()).map((table) =>
      rows(`select * from "${table}" where shop = $1 and not (to_jsonb("${table}")::text like '%7002%')`, [shop]),
    ),
  )
  expect(JSON.stringify(everything)).not.toMatch(/a@b\.c|vip/)
  expect(await db.customer.findFirst({ where: { shop, id: '7002' } })).toMatchObject({ tags: ['vip'], deletedAt: null })
  expect(await db.privacyRequest.count({ where: { shop, report: { equals: Prisma.AnyNull } } })).toBe(0)
})

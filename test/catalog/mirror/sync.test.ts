import { beforeEach, expect, test } from 'vitest'
import { advanceSync, finishOperation } from '#app/catalog/mirror/bulk.server.ts'
import { KINDS } from '#app/catalog/mirror/bulk-queries.ts'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { startFirstSync, syncProgress } from '#app/catalog/mirror/sync.server.ts'
import { db } from '#app/platform/db.server.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { collectionNode, customerNode, gidOf, orderNode, productNodes, refundNode, transactionNode } from '../nodes.ts'
import { newShop, useSmallShopify } from '../small-shopify.ts'

await useDatabase('sync')
const shopify = useSmallShopify()

beforeEach(() => {
  shopify.nodes.clear()
  shopify.operations.splice(0)
  shopify.asked.splice(0)
  Object.assign(shopify, { atOnce: 5, held: false, breakAfter: null })
})

/** Runs the jobs of the sync that the worker would run, until none of them has anything left to do. */
async function runSync(shop: string, run = 'first'): Promise<void> {
  for (let turn = 0; turn < 8; turn++) for (const kind of KINDS) await advanceSync({ shop, run, kind })
}

function fill(): void {
  shopify.put(
    ...productNodes(1, { variants: [{ id: 10, price: '12.34', stock: 3, cost: '5.50' }, { id: 11 }] }),
    ...productNodes(2, { status: 'DRAFT', publishedAt: null }),
  )
  shopify.put(collectionNode(5, [1, 2], { ruleSet: { appliedDisjunctively: false } }))
  shopify.put(customerNode(7, { tags: ['vip', 'b2b'], numberOfOrders: '3', amountSpent: { amount: '99.9', currencyCode: 'EUR' } }))
  const apple = transactionNode(900, { paymentDetails: { __typename: 'CardPaymentDetails', wallet: 'APPLE_PAY' } })
  shopify.put(refundNode(70, 9, [{ lineId: 90, quantity: 1, subtotal: '8.00', tax: '1.28' }]))
  shopify.put(
    orderNode(9, {
      customerId: 7,
      lines: [{ id: 90, quantity: 2, current: 1, discount: '4.00' }, { id: 91 }],
      transactions: [apple],
      refunds: [{ id: gidOf('Refund', 70), createdAt: '2026-11-02T10:00:00Z' }],
    }),
  )
}

test('the first sync brings the whole shop', async () => {
  fill()
  const shop = await newShop()
  await startFirstSync(shop)
  await runSync(shop)
  expect(await syncProgress(shop)).toMatchObject({ state: 'done', percent: 100 })
  expect(await db.product.findMany({ where: { shop }, orderBy: { id: 'asc' } })).toMatchObject([
    {
      id: '1',
      title: 'Product 1',
      status: 'active',
      published: true,
      tags: ['blue'],
      imageUrl: 'https://cdn.test/1.png',
      imageAlt: 'front',
    },
    { id: '2', status: 'draft', published: false },
  ])
  expect(await db.variant.findMany({ where: { shop, productId: '1' }, orderBy: { id: 'asc' } })).toMatchObject([
    { id: '10', price: 1234n, stock: 3, cost: 550n, inventoryItemId: '10' },
    { id: '11', price: 1000n, stock: 5, cost: null },
  ])
  expect(await db.collection.findMany({ where: { shop } })).toMatchObject([{ id: '5', automatic: true }])
  expect(await db.collectionProduct.count({ where: { shop } })).toBe(2)
  expect(await db.customer.findMany({ where: { shop } })).toMatchObject([
    { id: '7', tags: ['b2b', 'vip'], orderCount: 3, spent: 9990n, locale: 'de' },
  ])
  expect(await db.order.findMany({ where: { shop } })).toMatchObject([
    {
      id: '9',
      name: '#9',
      customerId: '7',
      total: 1000n,
      country: 'DE',
      taxesIncluded: true,
      financialStatus: 'paid',
      checkoutToken: 'token-9',
    },
  ])
  expect(await db.orderLine.findMany({ where: { shop }, orderBy: { id: 'asc' } })).toMatchObject([
    { id: '90', quantity: 2, currentQuantity: 1, unitPrice: 1000n, discount: 400n, tax: 160n },
    { id: '91', discount: 0n },
  ])
  expect(await db.orderTransaction.findMany({ where: { shop } })).toMatchObject([
    { id: '900', kind: 'sale', status: 'success', amount: 1000n, wallet: 'APPLE_PAY', method: 'CardPaymentDetails', detailsRead: true },
  ])
})

test('the lines of refunds follow one by one, without the tax that the prices contain', async () => {
  fill()
  const shop = await newShop()
  await startFirstSync(shop)
  await runSync(shop)
  expect(await db.refund.findMany({ where: { shop } })).toMatchObject([{ id: '70', linesRead: false }])
  await refreshCatalog({ shop })
  expect(await db.refund.findMany({ where: { shop } })).toMatchObject([{ id: '70', linesRead: true }])
  expect(await db.refundLine.findMany({ where: { shop } })).toMatchObject([
    { lineId: '90', quantity: 1, gross: 800n, tax: 128n, subtotal: 672n },
  ])
})

test('an old shop announces none of its old orders', async () => {
  fill()
  const shop = await newShop()
  await startFirstSync(shop)
  await runSync(shop)
  const announced = await rows<{ payload: { event: string } }>(
    `select payload from graphile_worker._private_jobs where key like 'announce-event%' and key like $1`,
    [`%${shop}%`],
  )
  expect([...new Set(announced.map(({ payload }) => payload.event))]).toEqual(['catalog.changed'])
})

test('progress moves while Shopify collects and while we load', async () => {
  fill()
  const shop = await newShop()
  await startFirstSync(shop)
  const seen = [await syncProgress(shop)]
  for (let turn = 0; turn < 4; turn++) {
    for (const kind of KINDS) await advanceSync({ shop, run: 'first', kind })
    seen.push(await syncProgress(shop))
  }
  const percents = seen.map((progress) => progress?.percent ?? -1)
  expect(percents[0]).toBe(0)
  expect(percents.at(-1)).toBe(100)
  expect(percents).toEqual([...percents].sort((a, b) => a - b))
  expect(new Set(percents).size).toBeGreaterThan(2)
})

test('a crash while loading continues after the last commit, and nothing is there twice', async () => {
  shopify.put(...Array.from({ length: 5_000 }, (_, index) => customerNode(index + 1)))
  const shop = await newShop()
  await startFirstSync(shop)
  const key = { shop, run: 'first', kind: 'customers' } as const
  await advanceSync(key)
  await advanceSync(key)
  shopify.breakAfter = 4_500
  await expect(advanceSync(key)).rejects.toThrow()
  const broken = await db.sync.findFirst({ where: { shop, kind: 'customers' } })
  expect(broken).toMatchObject({ state: 'loading', loaded: 4_000, total: 5_000 })
  expect(await db.customer.count({ where: { shop } })).toBe(4_000)
  await advanceSync(key)
  expect(await db.customer.count({ where: { shop } })).toBe(5_000)
  expect(await db.sync.findFirst({ where: { shop, kind: 'customers' } })).toMatchObject({ state: 'done', loaded: 5_000 })
  expect(shopify.operations).toHaveLength(1)
})

test('a crash between asking Shopify and noting its answer finds the operation again', async () => {
  fill()
  const shop = await newShop()
  await startFirstSync(shop)
  const key = { shop, run: 'first', kind: 'products' } as const
  await advanceSync(key)
  // As it was before the answer was noted.
  await db.sync.updateMany({ where: { shop, kind: 'products' }, data: { state: 'waiting', operationId: null } })
  await advanceSync(key)
  expect(shopify.operations).toHaveLength(1)
  expect(await db.sync.findFirst({ where: { shop, kind: 'products' } })).toMatchObject({
    state: 'running',
    operationId: 'gid://shopify/BulkOperation/1',
  })
})

test('where Shopify runs one operation at a time, the others wait their turn', async () => {
  fill()
  Object.assign(shopify, { atOnce: 1, held: true })
  const shop = await newShop()
  await startFirstSync(shop)
  for (const kind of KINDS) await advanceSync({ shop, run: 'first', kind })
  const states = async () =>
    (await db.sync.findMany({ where: { shop }, orderBy: { kind: 'asc' } })).map(({ kind, state }) => `${kind} ${state}`)
  expect(await states()).toEqual(['collections waiting', 'customers waiting', 'orders waiting', 'products running'])
  shopify.held = false
  await runSync(shop)
  expect(await syncProgress(shop)).toMatchObject({ state: 'done' })
})

test('an operation that fails three times is given up, with its reason', async () => {
  const shop = await newShop()
  await startFirstSync(shop)
  const key = { shop, run: 'first', kind: 'orders' } as const
  for (let turn = 0; turn < 6; turn++) {
    await advanceSync(key)
    for (const operation of shopify.operations) Object.assign(operation, { status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR' })
  }
  expect(await db.sync.findFirst({ where: { shop, kind: 'orders' } })).toMatchObject({
    state: 'failed',
    reason: "Shopify's bulk operation ended: INTERNAL_SERVER_ERROR",
  })
  expect(shopify.operations).toHaveLength(3)
  await startFirstSync(shop)
  expect(await db.sync.findFirst({ where: { shop, kind: 'orders' } })).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('bulk_operations/finish brings the next step forward', async () => {
  const shop = await newShop()
  await startFirstSync(shop)
  await advanceSync({ shop, run: 'first', kind: 'orders' })
  const body = { admin_graphql_api_id: 'gid://shopify/BulkOperation/1', status: 'completed' }
  await finishOperation({ shop, id: '1', topic: 'bulk_operations/finish', eventId: null, triggeredAt: null, receivedAt: new Date(), body })
  const due = await rows(
    `select 1 from graphile_worker._private_jobs where key like 'advance-sync%' and key like $1 and key like '%orders%' and run_at <= now()`,
    [`%${shop}%`],
  )
  expect(due).toHaveLength(1)
})

test('starting again changes nothing, unless the shop was installed anew', async () => {
  fill()
  const shop = await newShop()
  await startFirstSync(shop)
  await runSync(shop)
  await startFirstSync(shop)
  expect(await syncProgress(shop)).toMatchObject({ state: 'done' })
  await db.shop.update({ where: { shop }, data: { installedAt: new Date() } })
  await startFirstSync(shop)
  expect(await syncProgress(shop)).toMatchObject({ state: 'running', percent: 0 })
})

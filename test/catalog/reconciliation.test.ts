import { beforeEach, expect, test } from 'vitest'
import { advanceSync } from '#app/catalog/mirror/bulk.server.ts'
import { KINDS } from '#app/catalog/mirror/bulk-queries.ts'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { areOrdersCheckedSince, listReconciliations, reconcileAll, reconcileShop, startFirstSync } from '#app/catalog/mirror/sync.server.ts'
import { db } from '#app/platform/db.server.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { collectionNode, customerNode, orderNode, productNodes } from './nodes.ts'
import { deliver, productPayload } from './payloads.ts'
import { newShop, useSmallShopify } from './small-shopify.ts'

await useDatabase('reconciliation')
const shopify = useSmallShopify()
const tonight = () => new Date().toISOString().slice(0, 10)

beforeEach(() => {
  shopify.nodes.clear()
  shopify.operations.splice(0)
})

async function run(shop: string, run: string): Promise<void> {
  for (let turn = 0; turn < 5; turn++) for (const kind of KINDS) await advanceSync({ shop, run, kind })
}

async function syncedShop(): Promise<string> {
  shopify.put(
    ...productNodes(1, { variants: [{ id: 10 }, { id: 11 }] }),
    ...productNodes(2),
    collectionNode(5, [1, 2]),
    customerNode(7),
    customerNode(8),
    orderNode(9),
  )
  const shop = await newShop()
  await startFirstSync(shop)
  await run(shop, 'first')
  return shop
}

async function night(shop: string): Promise<Record<string, number>> {
  await reconcileShop({ shop })
  await run(shop, tonight())
  return Object.fromEntries((await listReconciliations(shop)).map(({ kind, changed }) => [kind, changed]))
}

test('a night after which nothing was lost finds nothing', async () => {
  const shop = await syncedShop()
  expect(await night(shop)).toEqual({ products: 0, collections: 0, customers: 0, orders: 0 })
})

test('what webhooks have lost is found, counted and repaired', async () => {
  const shop = await syncedShop()
  const later = '2026-11-20T10:00:00Z'
  for (const node of [...productNodes(2), ...productNodes(1)]) shopify.drop(node.id)
  shopify.drop('gid://shopify/Customer/8')
  shopify.put(...productNodes(1, { title: 'Renamed', updatedAt: later, variants: [{ id: 11, stock: 0 }] }), ...productNodes(3))
  shopify.put(collectionNode(5, []), orderNode(9, { cancelledAt: later, updatedAt: later }))
  // Product 1 and the stock of variant 11 differ, variant 10 and product 2 are gone, product 3, its variant and that one's stock are new.
  expect(await night(shop)).toEqual({ products: 7, collections: 1, customers: 1, orders: 1 })
  expect(await db.product.findMany({ where: { shop, deletedAt: null }, orderBy: { id: 'asc' } })).toMatchObject([
    { title: 'Renamed' },
    { title: 'Product 3' },
  ])
  expect((await db.variant.findMany({ where: { shop }, orderBy: { id: 'asc' } })).map(({ id, stock }) => `${id} ${stock}`)).toEqual([
    '11 0',
    '30 5',
  ])
  expect(await db.collectionProduct.count({ where: { shop } })).toBe(0)
  expect(await db.customer.findMany({ where: { shop, deletedAt: null } })).toMatchObject([{ id: '7' }])
  expect(await db.order.findFirst({ where: { shop } })).toMatchObject({ cancelledAt: new Date(later) })
})

test('what a webhook brings while Shopify collects is not taken for gone', async () => {
  const shop = await syncedShop()
  await reconcileShop({ shop })
  for (const kind of KINDS) await advanceSync({ shop, run: tonight(), kind })
  const soon = new Date(Date.now() + 60_000)
  await deliver(shop, 'products/create', productPayload(6, { updated_at: soon.toISOString() }), soon.toISOString())
  await run(shop, tonight())
  expect(await db.product.findFirst({ where: { shop, id: '6' } })).toMatchObject({ deletedAt: null })
})

test('orders are only asked for since they were last read', async () => {
  const shop = await syncedShop()
  await night(shop)
  const asked = shopify.operations.map((operation) => operation.query).filter((query) => query.includes(tonight()))
  expect(asked.filter((query) => query.includes("updated_at:>='"))).toHaveLength(1)
  expect(asked.find((query) => query.includes("updated_at:>='"))).toContain('orders(')
})

test('each shop has a time of its own within two hours', async () => {
  const shops = Array.from({ length: 20 }, (_, index) => `night-${index}.myshopify.com`)
  await reconcileAll(async () => shops)()
  const due = await rows<{ minutes: number }>(
    `select extract(epoch from run_at - now()) / 60 as minutes from graphile_worker._private_jobs where key like 'reconcile-shop%' and key like '%night-%'`,
  )
  expect(due).toHaveLength(20)
  expect(due.every(({ minutes }) => Number(minutes) > -1 && Number(minutes) < 121)).toBe(true)
  expect(new Set(due.map(({ minutes }) => Math.round(Number(minutes)))).size).toBeGreaterThan(10)
})

test('reading again is not disturbed by a night', async () => {
  const shop = await syncedShop()
  await night(shop)
  await refreshCatalog({ shop })
  expect(await db.stale.count({ where: { shop } })).toBe(0)
})

test('all orders count as looked through once a later run has been counted, too', async () => {
  const shop = await syncedShop()
  const dayAgo = new Date(Date.now() - 24 * 3_600_000)
  const openedAt = new Date(Date.now() - 2 * 3_600_000)
  const orders = { shop, kind: 'orders', run: 'first' }
  await db.sync.update({ where: { shop_run_kind: orders }, data: { openedAt, finishedAt: new Date() } })
  expect(await areOrdersCheckedSince(shop, dayAgo)).toBe(false)
  await db.sync.update({ where: { shop_run_kind: orders }, data: { finishedAt: new Date(Date.now() - 61 * 60_000) } })
  expect([await areOrdersCheckedSince(shop, dayAgo), await areOrdersCheckedSince(shop, new Date())]).toEqual([true, false])
})

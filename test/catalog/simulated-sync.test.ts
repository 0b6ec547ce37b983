import { expect, test } from 'vitest'
import { advanceSync } from '#app/catalog/mirror/bulk.server.ts'
import { KINDS } from '#app/catalog/mirror/bulk-queries.ts'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { startFirstSync, syncProgress } from '#app/catalog/mirror/sync.server.ts'
import { db } from '#app/platform/db.server.ts'
import { parseMoney } from '#app/values/money.ts'
import { until, useDatabase } from '#test/platform/world.ts'
import { useSimulator } from './simulated.ts'

await useDatabase('simulated_sync')
const { simulator, install } = await useSimulator('simulated_sync_shopify')
const { store } = simulator
const PATIENCE = 90_000

test.each(['aurora.myshopify.com', 'noor.myshopify.com'])(
  'the first sync of %s brings what the simulator has, in its currency',
  { timeout: PATIENCE },
  async (shop) => {
    const { currency } = await install(shop)
    await startFirstSync(shop)
    await until(async () => {
      for (const kind of KINDS) await advanceSync({ shop, run: 'first', kind })
      return (await syncProgress(shop))?.state === 'done'
    })
    const everything = { limit: 10_000 }
    const [products, customers, orders] = [
      await store.list(shop, 'product', everything),
      await store.list(shop, 'customer', everything),
      await store.list(shop, 'order', everything),
    ]
    const counted = async () => ({
      products: await db.product.count({ where: { shop } }),
      variants: await db.variant.count({ where: { shop } }),
      customers: await db.customer.count({ where: { shop } }),
      orders: await db.order.count({ where: { shop } }),
      lines: await db.orderLine.count({ where: { shop } }),
      refunds: await db.refund.count({ where: { shop } }),
    })
    expect(await counted()).toEqual({
      products: products.length,
      variants: products.flatMap((product) => product.variants).length,
      customers: customers.length,
      orders: orders.length,
      lines: orders.flatMap((order) => order.lines).length,
      refunds: orders.flatMap((order) => order.refunds).length,
    })
    const [variant, order] = [products[0]?.variants[0], orders.at(-1)]
    expect(await db.variant.findFirst({ where: { shop, id: String(variant?.id) } })).toMatchObject({
      price: BigInt(parseMoney(variant?.price ?? '', currency)),
      cost: variant?.cost == null ? null : BigInt(parseMoney(variant.cost, currency)),
      stock: variant?.inventoryQuantity,
    })
    expect(await db.order.findFirst({ where: { shop, id: String(order?.id) } })).toMatchObject({
      originalTotal: BigInt(parseMoney(order?.originalTotal.shop ?? '', currency)),
      country: order?.shippingAddress?.countryCode ?? null,
    })
    expect(await db.collectionProduct.count({ where: { shop } })).toBeGreaterThan(0)
  },
)

test('what must be read one by one can be read', async () => {
  const shop = 'aurora.myshopify.com'
  const id = async (kind: 'product' | 'customer' | 'collection') => String((await store.list(shop, kind, { limit: 1 }))[0]?.id)
  const [order] = (await store.list(shop, 'order', { limit: 500 })).filter((one) => one.refunds.length > 0)
  const [product] = await store.list(shop, 'product', { limit: 1 })
  const ids = {
    product: await id('product'),
    membership: await id('product'),
    customer: await id('customer'),
    collection: await id('collection'),
    payment: String(order?.id),
    item: String(product?.variants[0]?.inventoryItemId),
  }
  await db.stale.createMany({ data: Object.entries(ids).map(([kind, one]) => ({ shop, kind, id: one })) })
  const lines = { shop, orderId: String(order?.id) }
  await db.orderLine.updateMany({ where: lines, data: { byPlan: null } })
  await refreshCatalog({ shop })
  expect(await db.orderLine.count({ where: { ...lines, byPlan: null } })).toBe(0)
  expect(await db.stale.findMany({ where: { shop, kind: { not: 'refund' } } })).toEqual([])
  const before = await db.refund.count({ where: { shop, orderId: String(order?.id), linesRead: true } })
  expect(before).toBe(order?.refunds.length)
})

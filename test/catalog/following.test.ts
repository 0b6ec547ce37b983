import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { startFirstSync, syncProgress } from '#app/catalog/mirror/sync.server.ts'
import { webhookListener } from '#app/endpoints/webhooks.ts'
import { db } from '#app/platform/db.server.ts'
import { startWorker } from '#app/worker.ts'
import { deleteCollection } from '#test/simulator/shop/collections-change.ts'
import { tagCustomer } from '#test/simulator/shop/customers.ts'
import { cancelOrder } from '#test/simulator/shop/orders-ending.ts'
import { refundOrder } from '#test/simulator/shop/orders-refund.ts'
import { deleteProduct, setCost, setStock, updateProduct } from '#test/simulator/shop/products.ts'
import { until, useDatabase } from '#test/platform/world.ts'
import { useSimulator } from './simulated.ts'

await useDatabase('following')
const server = createServer((request, response) => void webhookListener(request, response)).listen(0)
const { simulator, install } = await useSimulator('following_shopify', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
const worker = await startWorker()
afterAll(async () => {
  await worker.stop()
  server.close()
})

const PATIENCE = 90_000
const domain = 'aurora.myshopify.com'

/** Everything that was sent has been taken in, and everything stale has been read again. */
const settled = () =>
  until(async () => {
    const waiting = await db.delivery.count({ where: { state: 'waiting' } })
    return waiting + (await db.stale.count({ where: { shop: domain, kind: { not: 'refund' } } })) === 0
  }, PATIENCE)

test('the mirror follows what happens in the simulated shop', { timeout: 4 * PATIENCE }, async () => {
  const shop = await install(domain)
  const { store } = simulator
  await startFirstSync(domain)
  await until(async () => (await syncProgress(domain))?.state === 'done', PATIENCE)
  const [products, customers, orders, collections] = [
    await store.list(domain, 'product', { limit: 10 }),
    await store.list(domain, 'customer', { limit: 10 }),
    await store.list(domain, 'order', { limit: 2_000 }),
    await store.list(domain, 'collection', { limit: 50 }),
  ]
  const [first, second, third] = products.map((product) => ({ ...product, variant: product.variants[0] }))
  const paid = orders.filter((order) => order.refunds.length === 0 && !order.cancelledAt && order.transactions.length > 0)
  const [refunded, cancelled, customer, collection] = [paid[0], paid[1], customers[0], collections[0]]
  if (!first?.variant || !second?.variant || !third || !refunded?.lines[0] || !cancelled || !customer || !collection)
    throw new Error('The seed is too small')

  await setStock(simulator, shop, first.variant.id, 0)
  await setCost(simulator, shop, second.variant.id, '1.23')
  await updateProduct(simulator, shop, second.id, (product) => ({ ...product, title: 'Renamed', status: 'DRAFT' }))
  await deleteProduct(simulator, shop, third.id)
  await deleteCollection(simulator, shop, collection.id)
  await tagCustomer(simulator, shop, customer.id, { add: ['gold'] })
  await refundOrder(simulator, shop, refunded.id, {
    lines: [{ lineId: refunded.lines[0].id, quantity: 1 }],
    shipping: false,
    restock: true,
    note: '',
  })
  await cancelOrder(simulator, shop, cancelled.id, 'CUSTOMER')

  await until(async () => (await db.order.findFirst({ where: { shop: domain, id: String(cancelled.id) } }))?.cancelledAt, PATIENCE)
  await settled()
  const variant = (id: number) => db.variant.findFirst({ where: { shop: domain, id: String(id) } })
  expect(await variant(first.variant.id)).toMatchObject({ stock: 0 })
  expect(await variant(second.variant.id)).toMatchObject({ cost: 123n })
  const product = (id: number) => db.product.findFirst({ where: { shop: domain, id: String(id) } })
  expect(await product(second.id)).toMatchObject({ title: 'Renamed', status: 'draft' })
  expect(await product(third.id)).toMatchObject({ deletedAt: expect.any(Date) })
  expect(await db.collection.findFirst({ where: { shop: domain, id: String(collection.id) } })).toMatchObject({
    deletedAt: expect.any(Date),
  })
  const tags = (await db.customer.findFirst({ where: { shop: domain, id: String(customer.id) } }))?.tags
  expect(tags).toContain('gold')
  expect(await db.refundLine.findMany({ where: { shop: domain, orderId: String(refunded.id) } })).toMatchObject([
    { lineId: String(refunded.lines[0].id), quantity: 1 },
  ])
  const failed = await db.delivery.findMany({ where: { shop: domain, state: { notIn: ['done', 'ignored'] } } })
  expect(failed).toEqual([])
})

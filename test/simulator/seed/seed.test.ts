import { expect, test } from 'vitest'
import { emptyDatabase } from '../../support/postgres.ts'
import { toMinor } from '../money.ts'
import { openStore } from '../store.ts'
import { seedShops } from './seed.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')

test('two machines fill the same two shops, whose books add up', async () => {
  const [one, other] = await Promise.all(['seed one', 'seed other'].map(fill))
  expect(one?.shops.map((shop) => shop.handle)).toEqual(['aurora', 'noor'])
  expect(one?.orders).toEqual(other?.orders)
  expect(one?.orders).toHaveLength(1_200)
  expect(one?.products.length).toBeGreaterThan(150)
  for (const order of one?.orders ?? []) {
    const goods = order.lines.reduce((sum, line) => sum + toMinor(line.unitPrice.shop, 'EUR') * line.quantity, 0)
    const shipping = order.shippingLines.reduce((sum, line) => sum + toMinor(line.price.shop, 'EUR'), 0)
    expect(toMinor(order.originalTotal.shop, 'EUR')).toBe(goods + shipping)
    expect(Date.parse(order.updatedAt)).toBeLessThan(NOW)
  }
})

test('a store that is filled is left as it is', async () => {
  const { orders, again } = await fill('seed twice')
  expect(again).toEqual(orders)
})

async function fill(name: string) {
  const database = await emptyDatabase(name)
  const store = await openStore(database.url)
  await seedShops(store, { now: NOW, port: 4000 })
  const shops = await store.shops()
  const orders = await store.list('aurora.myshopify.com', 'order', { limit: 5_000 })
  const products = await store.list('aurora.myshopify.com', 'product', { limit: 5_000 })
  await seedShops(store, { now: NOW + 86_400_000, port: 4000 })
  const again = await store.list('aurora.myshopify.com', 'order', { limit: 5_000 })
  await store.close()
  await database.drop()
  return { shops, orders, products, again }
}

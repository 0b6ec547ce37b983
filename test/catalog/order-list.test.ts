import { expect, test } from 'vitest'
import { listOrders, readOrder } from '#app/catalog/order-list.server.ts'
import { sayPayment } from '#app/catalog/order-rows.ts'
import { db } from '#app/platform/db.server.ts'
import { SHOP, useDatabase } from '../platform/world.ts'

await useDatabase('order_list')

const placed = (number: number) => new Date(Date.UTC(2026, 0, 1, 0, Math.floor(number / 2))) // two orders each minute
const order = (shop: string, number: number) => ({
  shop,
  id: String(number),
  name: `#${1000 + number}`,
  currency: 'EUR',
  presentmentCurrency: 'EUR',
  total: 100n * BigInt(number),
  originalTotal: 100n * BigInt(number),
  processedAt: placed(number),
  updatedAt: placed(number),
})
await db.order.createMany({ data: Array.from({ length: 25 }, (_, index) => order(SHOP, index + 1)) })
await db.order.create({ data: order('noor.myshopify.com', 999) })
const names = async (wanted: Parameters<typeof listOrders>[1]) => (await listOrders(SHOP, wanted)).orders.map(({ name }) => name)

test('every order is on exactly one page, and the way back is the same', async () => {
  const seen: string[][] = []
  let page = await listOrders(SHOP, { limit: 10 })
  for (;;) {
    seen.push(page.orders.map(({ name }) => name))
    if (!page.older) break
    page = await listOrders(SHOP, { limit: 10, after: page.older })
  }
  expect(seen.map(({ length }) => length)).toEqual([10, 10, 5])
  expect(new Set(seen.flat()).size).toBe(25)
  const back = await listOrders(SHOP, { limit: 10, before: page.newer })
  expect(back.orders.map(({ name }) => name)).toEqual(seen[1])
  expect((await listOrders(SHOP, { limit: 10, before: back.newer })).newer).toBeNull()
})

test.each([
  ['the whole name', '#1025', ['#1025']],
  ['without its #', '1025', ['#1025']],
  ['its beginning', '#102', ['#1025', '#1024', '#1023', '#1022', '#1021', '#1020']],
  ['a percent sign finds nothing more', '%', []],
])('a search by %s', async (_, query, found) => expect((await names({ limit: 50, query })).sort().reverse()).toEqual(found))

test.each(['x', '2026-13-45T00:00:00.000Z_1', "'; drop table"])('a cursor that is none is the first page: %s', async (after) => {
  expect(await names({ limit: 3, after })).toEqual(await names({ limit: 3 }))
})

test('another shop’s order is not there', async () => {
  expect(await readOrder(SHOP, '999')).toBeNull()
  expect(await readOrder(SHOP, '25')).toMatchObject({ name: '#1025', total: { amount: 2_500, currency: 'EUR' } })
})

test.each([
  [{ financialStatus: 'partially_refunded', cancelled: false, test: false }, 'Partially refunded'],
  [{ financialStatus: 'PAID', cancelled: false, test: true }, 'Paid (test order)'],
  [{ financialStatus: 'paid', cancelled: true, test: true }, 'Cancelled (test order)'],
  [{ financialStatus: null, cancelled: false, test: false }, 'Unknown'],
])('payment %j is said', (order, said) => expect(sayPayment(order)).toBe(said))

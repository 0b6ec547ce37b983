import { expect, test } from 'vitest'
import { readTax } from '#app/catalog/tax.server.ts'
import { db } from '#app/platform/db.server.ts'
import { SHOP, useDatabase } from '../platform/world.ts'

await useDatabase('tax')
await db.shop.create({ data: { shop: SHOP, country: 'DE' } })

const AMOUNTS = { currency: 'EUR', presentmentCurrency: 'EUR', total: 1n, originalTotal: 1n }
let count = 0
/** Two pieces a line, one euro off it. */
async function order(country: string, lines: [price: number, tax: number][], taxesIncluded = true): Promise<void> {
  const id = String((count += 1))
  const at = new Date(Date.UTC(2026, 0, count))
  const dates = { processedAt: at, updatedAt: at }
  await db.order.create({ data: { shop: SHOP, id, name: `#${id}`, country, taxesIncluded, ...AMOUNTS, ...dates } })
  const line = { shop: SHOP, orderId: id, title: 'Line', quantity: 2, currentQuantity: 2, discount: 100n }
  await db.orderLine.createMany({ data: lines.map(([unitPrice, tax], index) => ({ ...line, id: String(index), unitPrice, tax })) })
}

test('without an order that bore any there is none to tell', async () => {
  expect(await readTax(SHOP)).toBeNull()
  await order('DE', [[1_000, 0]])
  await order('FR', [[1_000, 317]])
  expect(await readTax(SHOP)).toBeNull()
})

test('it is what most lines within the shop’s country bore, whatever was reduced or sent abroad', async () => {
  await order('DE', [
    [1_000, 303],
    [2_550, 798],
    [1_000, 124],
  ])
  await order('DE', [[4_990, 1_578]])
  expect(await readTax(SHOP)).toEqual({ rate: 0.19, included: true })
})

test('on top of the prices where most orders have it so', async () => {
  for (let at = 0; at < 6; at += 1) await order('DE', [[1_000, 361]], false)
  expect(await readTax(SHOP)).toEqual({ rate: 0.19, included: false })
})

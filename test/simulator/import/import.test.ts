import { expect, test } from 'vitest'
import { emptyDatabase } from '../../support/postgres.ts'
import { openStore } from '../store.ts'
import { countryCode } from './countries.ts'
import { importHistory } from './import.ts'
import type { Row } from './rows.ts'
import { sortRow } from './sorting.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const row = (over: Partial<Row>): Row => ({
  invoice: '489434',
  code: '85048',
  description: 'GLASS BALL',
  quantity: 2,
  at: '2009-12-01 07:45:00',
  price: 6.95,
  customer: '13085',
  country: 'United Kingdom',
  ...over,
})

test.each([
  ['a sale', row({}), 'sale'],
  ['postage', row({ code: 'POST', price: 18 }), 'postage'],
  ['a cancellation', row({ invoice: 'C489449', quantity: -2 }), 'return'],
  ['a stock correction', row({ quantity: -10 }), 'negative quantity outside a cancellation (stock correction)'],
  ['a price of zero', row({ price: 0 }), 'no price'],
  ['a bank fee', row({ code: 'BANK CHARGES' }), 'fee, correction or manual entry, no product'],
  ['a test', row({ code: 'TEST001' }), 'test code'],
  ['a bad debt', row({ invoice: 'A506401', code: 'B' }), 'bad-debt adjustment, no sale'],
])('%s is told from the rest', (_, given, expected) => {
  const sorted = sortRow(given)
  expect(sorted.as === 'left-out' ? sorted.because : sorted.as).toBe(expected)
})

test.each([
  ['Germany', 'DE'],
  ['France', 'FR'],
  ['United Kingdom', 'GB'],
  ['EIRE', 'IE'],
  ['Unspecified', 'GB'],
])('%s is %s', (name, code) => expect(countryCode(name)).toBe(code))

test('a cancellation gives back the latest earlier purchase, and what has no purchase is reported', async () => {
  const database = await emptyDatabase('import')
  const store = await openStore(database.url)
  const report = await importHistory(
    store,
    [
      row({}),
      row({ invoice: '489440', at: '2009-12-03 10:00:00', quantity: 3 }),
      row({ invoice: '489440', at: '2009-12-03 10:00:00', code: 'POST', quantity: 1, price: 5 }),
      row({ invoice: 'C489450', at: '2009-12-04 10:00:00', quantity: -4 }),
      row({ invoice: 'C489451', at: '2009-12-05 10:00:00', quantity: -1, code: '22087' }),
      row({ invoice: '489460', at: '2009-12-06 09:00:00', customer: null, code: '22087', price: 1.5, country: 'EIRE' }),
    ],
    { now: NOW, port: 4000 },
  )
  expect(report).toMatchObject({ stockCodes: 3, products: 2, customers: 1, orders: 3, refunds: 2, lines: 3, codesLeftOut: ['POST'] })
  expect(report.leftOut).toEqual({ 'cancellation with no earlier purchase of that customer and code': 1 })
  const [first, second, guest] = await store.list('history.myshopify.com', 'order', { limit: 10 })
  expect(first?.lines.map((line) => line.currentQuantity)).toEqual([1])
  expect(second?.lines.map((line) => line.currentQuantity)).toEqual([0])
  expect(second?.originalTotal.shop).toBe('25.85')
  expect(guest).toMatchObject({ customerId: null, processedAt: '2026-11-20T09:00:00Z', shippingAddress: { countryCode: 'IE' } })
  const [customer] = await store.list('history.myshopify.com', 'customer', { limit: 10 })
  expect(customer).toMatchObject({ ordersCount: 2, totalSpent: '39.75' })
  await expect(importHistory(store, [row({})], { now: NOW, port: 4000 })).rejects.toThrow('npm run simulator:reset')
  await store.close()
  await database.drop()
})

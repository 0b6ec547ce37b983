import { afterEach, expect, test, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { readAskingPage } from '#app/reviews/asking/admin.server.ts'
import { listRequests } from '#app/reviews/asking/listing.server.ts'
import { RequestsQuery, type ListedRequests } from '#app/reviews/asking/requests-listed.ts'
import '#app/wiring.server.ts'
import { DAYS, later } from '#app/values/time.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'
import { insertOrder, NOW } from '../world.ts'

await useDatabase('reviews_listing')
await installed()

afterEach(() => vi.useRealTimers())

const MANY = 30
const states = ['planned', 'sent', 'skipped'] as const
for (let n = 0; n < MANY; n += 1) {
  const orderId = String(100 + n)
  await insertOrder({ id: orderId, email: `shopper${n}@example.com`, customerId: String(n), productIds: ['1'] })
  const [state, at] = [states[n % 3]!, later(NOW, -n * DAYS)]
  const answeredAt = n === 4 ? later(NOW, 400 * DAYS) : null
  const sentAt = state === 'sent' ? at : null
  await db.reviewRequest.create({
    data: { shop: SHOP, id: orderId, orderId, state, language: 'en', productIds: [], sendAt: at, sentAt, answeredAt },
  })
}

const listed = async (wanted: Partial<ListedRequests>, shop = SHOP) => {
  const { requests, more } = await listRequests(shop, RequestsQuery.parse(wanted))
  return { orders: requests.map(({ order }) => order), states: [...new Set(requests.map(({ state }) => state))], more }
}

test('every request is on one page, and none on two, by the time that is shown', async () => {
  const [first, second] = [await listed({}), await listed({ page: 2 })]
  expect([first.orders.length, first.more, second.orders.length, second.more]).toEqual([25, true, MANY - 25, false])
  expect(new Set([...first.orders, ...second.orders]).size).toBe(MANY)
  expect(first.orders.slice(0, 3)).toEqual(['#104', '#100', '#101']) // the one that was answered last
})

test.each([
  ['planned', ['planned'], 10],
  ['sent', ['sent'], 9],
  ['answered', ['answered'], 1],
  ['skipped', ['skipped'], 10],
] as const)('narrowed to %s', async (shown, found, count) => {
  const { orders, states } = await listed({ shown })
  expect([states, orders.length]).toEqual([found, count])
})

test.each([
  ['an order by its name', '#107', ['#107']],
  ['without its #', '107', ['#107']],
  ['its buyer’s address, however she writes it', 'Shopper7@Example.com', ['#107']],
  ['a part of a name', '10', []],
  ['quotes and signs', `'; drop table "order"; --%_`, []],
])('found: %s', async (_, search, orders) => expect((await listed({ search })).orders).toEqual(orders))

test('nothing of another shop', async () => expect((await listed({}, 'other.myshopify.com')).orders).toEqual([]))

test('an address that makes no sense shows all from the beginning', () =>
  expect(RequestsQuery.parse({ shown: 'rated-low', page: '-3', search: ['a', 'b'] })).toEqual({ shown: 'all', page: 1, search: '' }))

test.each([
  ['Asia/Kuwait', '2026-11-28'],
  ['America/Los_Angeles', '2026-11-27'],
])('in %s it is %s when the page is opened: orders of that day can be chosen', async (timeZone, today) => {
  await db.shop.update({ where: { shop: SHOP }, data: { timeZone } })
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T22:30:00Z') })
  expect(await readAskingPage(SHOP, RequestsQuery.parse({}))).toMatchObject({ today })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { markStale, staleOnes, unmark } from '#app/catalog/mirror/stale.server.ts'
import { nextTurn, STALE_KINDS } from '#app/catalog/mirror/stale.ts'
import type { StaleKind, Turn } from '#app/catalog/mirror/stale.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { useDatabase } from '#test/platform/world.ts'
import { customerNode, orderNode, productNodes, transactionNode } from '../nodes.ts'
import { customer } from '../reading.ts'
import { installedShop, useSmallShopify } from '../small-shopify.ts'

await useDatabase('refresh')
const shopify = useSmallShopify()

/** Whose batches come one after the other while all of these go on waiting. */
function batches(count: number, ...kinds: StaleKind[]): StaleKind[] {
  const turns: Turn[] = []
  for (let one = 0; one < count; one++) turns.push(nextTurn(new Set(kinds), turns.at(-1))!)
  return turns.map(({ kind }) => kind)
}

test.each<[string, StaleKind[], StaleKind[]]>([
  ['one kind alone has every batch', ['refund'], ['refund', 'refund', 'refund']],
  ['of two each has every other', ['payment', 'product'], ['product', 'payment', 'product', 'payment']],
  [
    'what is needed soonest has half of them, the others the rest in turn',
    ['refund', 'customer', 'item', 'payment'],
    ['item', 'customer', 'item', 'payment', 'item', 'refund', 'item', 'customer'],
  ],
])('%s', (_, waiting, expected) => expect(batches(expected.length, ...waiting)).toEqual(expected))

test('nothing waits for more than two batches a kind, whatever comes meanwhile', () => {
  const some = fc.uniqueArray(fc.constantFrom(...STALE_KINDS))
  fc.assert(
    fc.property(fc.constantFrom(...STALE_KINDS), fc.array(some, { minLength: 2 * STALE_KINDS.length }), (patient, others) => {
      let turn: Turn | undefined
      const read = others.map((more) => (turn = nextTurn(new Set([...more, patient]), turn))?.kind)
      expect(read).toContain(patient)
    }),
  )
})

test('while products are noted faster than they are read, payments and customers are read too', async () => {
  const shop = await installedShop('busy.myshopify.com')
  shopify.put(...productNodes(1), customerNode(7), orderNode(9, { transactions: [transactionNode(900)] }))
  const mark = (kind: StaleKind, ...ids: string[]) => transact((tx) => markStale(tx, shop, kind, ids))
  await mark('product', '1')
  await mark('payment', '9')
  await mark('customer', '7')
  const answer = shopify.fetch.bind(shopify)
  const waiting = async () => (await db.stale.count({ where: { shop, kind: { in: ['payment', 'customer'] } } })) > 0
  shopify.fetch = async (...asked) => {
    const answered = await answer(...asked)
    // Given up at some time, so that a reader who never comes to the others ends.
    if (shopify.asked.length < 50 && (await waiting())) await mark('product', '1')
    return answered
  }
  await refreshCatalog({ shop })
  expect(shopify.asked.slice(0, 4)).toEqual(['ReadProduct', 'ReadCustomers', 'ReadProduct', 'ReadPayments'])
  expect(await db.orderTransaction.count({ where: { shop } })).toBe(1)
  expect(await customer(shop)).toMatchObject({ orderCount: 1 })
})

test('what is noted again and again keeps its place in the line, until it is read', async () => {
  const shop = await installedShop('hot.myshopify.com')
  const mark = (...ids: string[]) => transact((tx) => markStale(tx, shop, 'item', ids))
  const line = async () => (await staleOnes(db, shop, 'item', 10)).map(({ id }) => id)
  for (const id of ['3', '1', '2', '3', '3']) await mark(id)
  expect(await line()).toEqual(['3', '1', '2'])
  const seen = await staleOnes(db, shop, 'item', 2)
  await mark('3')
  await transact((tx) => unmark(tx, shop, 'item', seen))
  expect(await line()).toEqual(['2', '3'])
})

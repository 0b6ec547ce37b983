import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { backfillRequests, dryRun, readBackfill, startBackfill } from '#app/reviews/asking/backfill.server.ts'
import '#app/wiring.server.ts'
import { installed, rows, SHOP, useDatabase } from '../../platform/world.ts'
import { insertOrder, insertReview, NOW } from '../world.ts'

await useDatabase('reviews_backfill')
const RANGE = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') }

beforeEach(async () => {
  for (const table of ['review_request', 'review', 'effect', 'fulfillment', 'order_line', '"order"', 'customer', 'shop'])
    await rows(`delete from ${table}`)
  await installed()
})

interface Buyer {
  country?: string
  consent?: string
  email?: string
}

async function bought(id: string, { country = 'FR', consent = 'not_subscribed', email = `${id}@example.com` }: Buyer = {}) {
  await insertOrder({ id, customerId: `c${id}`, email })
  await db.order.update({ where: { shop_id: { shop: SHOP, id } }, data: { country } })
  await db.customer.create({ data: { shop: SHOP, id: `c${id}`, consent, updatedAt: NOW } })
  const parcel = { shop: SHOP, orderId: id, id: `p${id}`, status: 'success', lineIds: [], createdAt: NOW, deliveredAt: NOW, updatedAt: NOW }
  await db.fulfillment.create({ data: parcel })
}

test('only who may be asked counts: the law of her country, her own wish, and what she wrote already', async () => {
  await bought('1')
  await bought('2', { country: 'DE' })
  await bought('3', { country: 'DE', consent: 'subscribed' })
  await bought('4', { consent: 'unsubscribed' })
  await bought('5')
  // An import knows her by her address alone.
  await insertReview({ source: 'import', email: '5@example.com', productId: '1' })
  expect(await dryRun(SHOP, RANGE)).toEqual({ asked: 2, skipped: { 'no-consent': 1, unsubscribed: 1, 'already-reviewed': 1 } })
})

test('a number that has changed since it was shown is refused, and nothing is written', async () => {
  await bought('1')
  expect(await startBackfill(SHOP, RANGE, 7)).toMatchObject({ ok: false, because: 'changed' })
  expect(await readBackfill(SHOP)).toBeNull()
})

test('the merchant sees how far it is, until it is done', async () => {
  await bought('1')
  await bought('2')
  expect(await startBackfill(SHOP, RANGE, 2)).toMatchObject({ ok: true })
  expect(await readBackfill(SHOP)).toEqual({ chosen: 2, running: true, planned: 0, sent: 0, skipped: 0 })
  const [effect] = await db.effect.findMany()
  const job = { shop: SHOP, key: effect?.key ?? '', from: RANGE.from.toISOString(), to: RANGE.to.toISOString() }
  await backfillRequests(job, { number: 1, last: false })
  // A crash begins anew, and nobody is chosen twice.
  await backfillRequests(job, { number: 2, last: false })
  expect(await readBackfill(SHOP)).toEqual({ chosen: 2, running: false, planned: 2, sent: 0, skipped: 0 })
})

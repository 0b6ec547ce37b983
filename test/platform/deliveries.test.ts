import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { forgetDeliveries, processDelivery, retryDelivery, troubledDeliveries } from '#app/platform/deliveries.server.ts'
import type { Delivered, TopicTable } from '#app/platform/deliveries.server.ts'
import { SHOP, rows, useDatabase } from './world.ts'

await useDatabase('deliveries')

const first = { number: 1, last: false }
const last = { number: 12, last: true }

async function arrived(more: Partial<{ body: string; topic: string; eventId: string; shop: string }> = {}) {
  const row = await db.delivery.create({
    data: { source: 'shopify', shop: SHOP, id: randomUUID(), topic: 'orders/create', body: '{"id":5}', ...more },
  })
  return { shop: row.shop, source: row.source, id: row.id }
}
const stateOf = (key: { shop: string; source: string; id: string }) => db.delivery.findUnique({ where: { shop_source_id: key } })
const process = (topics: TopicTable, doubt: string | null = null) => processDelivery(topics, async () => doubt)

test('a reaction gets the parsed body, and the body is not kept', async () => {
  const key = await arrived({ body: '{"id":9007199254740993,"total_price":"1.50"}' })
  const seen: Delivered[] = []
  await process({ 'orders/create': async (delivery) => void seen.push(delivery) })(key, first)
  expect(seen).toMatchObject([{ shop: SHOP, topic: 'orders/create', body: { id: '9007199254740993', total_price: '1.50' } }])
  expect(await stateOf(key)).toMatchObject({ state: 'done', body: '', resource: '9007199254740993', attempts: 1 })
})

test('processing twice reacts once', async () => {
  const key = await arrived()
  let times = 0
  const once = process({ 'orders/create': async () => void times++ })
  await once(key, first)
  await once(key, first)
  expect(times).toBe(1)
})

test('one event under two delivery ids is reacted to once, but each thing it touched is', async () => {
  const eventId = randomUUID()
  const seen: string[] = []
  const react = process({ 'products/update': async ({ body }) => void seen.push(body.id) })
  for (const id of [1, 1, 2]) await react(await arrived({ eventId, topic: 'products/update', body: `{"id":${id}}` }), first)
  expect(seen).toEqual(['1', '2'])
  const states = await rows<{ state: string; reason: string | null }>(
    'select state, reason from delivery where event_id = $1 order by received_at',
    [eventId],
  )
  expect(states.map(({ state }) => state).sort()).toEqual(['done', 'done', 'ignored'])
})

test.each([
  ['an unknown topic', { topic: 'themes/publish' }, null, 'nothing reacts to this topic'],
  ['a shop that has left', {}, 'Encore is not installed in this shop', 'Encore is not installed in this shop'],
])('%s is ignored, and says so', async (_, more, doubt, reason) => {
  const key = await arrived(more)
  await process({ 'orders/create': async () => {} }, doubt)(key, first)
  expect(await stateOf(key)).toMatchObject({ state: 'ignored', reason })
})

test('what is not JSON fails at once', async () => {
  const key = await arrived({ body: '<html>' })
  await process({ 'orders/create': async () => {} })(key, first)
  expect(await stateOf(key)).toMatchObject({ state: 'failed', reason: 'the body is not JSON', body: '<html>' })
})

test('a failure keeps the body and the reason, waits visibly, and can be retried for all tries', async () => {
  const key = await arrived({ shop: 'noor.myshopify.com' })
  const failing = process({ 'orders/create': () => Promise.reject(new Error('no currency yet')) })
  await expect(failing(key, first)).rejects.toThrow('no currency yet')
  expect(await troubledDeliveries(key.shop)).toMatchObject([{ id: key.id, state: 'waiting', reason: 'no currency yet', attempts: 1 }])
  await failing(key, last)
  expect(await troubledDeliveries(key.shop)).toMatchObject([{ id: key.id, state: 'failed', reason: 'no currency yet', attempts: 2 }])
  await retryDelivery(SHOP, key.source, key.id)
  expect(await stateOf(key)).toMatchObject({ state: 'failed' })
  await retryDelivery(key.shop, key.source, key.id)
  expect(await stateOf(key)).toMatchObject({ state: 'waiting', attempts: 0, body: '{"id":5}' })
  const jobs = await rows('select 1 from graphile_worker.jobs where key = $1', [`delivery:shopify:${key.shop}:${key.id}`])
  expect(jobs).toHaveLength(1)
})

test('a reaction may delete the very delivery, as shop/redact does', async () => {
  const key = await arrived()
  const { shop, source, id } = key
  await process({ 'orders/create': async () => void (await db.delivery.deleteMany({ where: { shop, source, id } })) })(key, first)
  expect(await stateOf(key)).toBeNull()
})

test('old finished deliveries are forgotten, failed ones wait', async () => {
  const [done, failed] = [await arrived(), await arrived()]
  await db.delivery.update({ where: { shop_source_id: done }, data: { state: 'done', finishedAt: new Date('2026-01-01') } })
  await db.delivery.update({ where: { shop_source_id: failed }, data: { state: 'failed', finishedAt: new Date('2026-01-01') } })
  await forgetDeliveries()
  expect([await stateOf(done), (await stateOf(failed))?.state]).toEqual([null, 'failed'])
})

import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { saveAsking } from '#app/reviews/asking/admin.server.ts'
import { AskingForm } from '#app/reviews/asking/asking-form.ts'
import { askBy, reads } from '#app/reviews/asking/reads.server.ts'
import { AskingSettings } from '#app/reviews/asking/settings.ts'
import { countWaiting, planForOrder } from '#app/reviews/asking/requests.server.ts'
import { sendRequest } from '#app/reviews/asking/send.server.ts'
import '#app/wiring.server.ts'
import { installed, rows, SHOP, useDatabase } from '../../platform/world.ts'
import { insertOrder, insertRequest, NOW } from '../world.ts'

await useDatabase('reviews_waiting')
askBy({ ...reads(), readContact: async () => ({ email: null, firstName: null, returning: false }) })

await installed()
const since = new Date('2020-01-01').toISOString()
await db.shop.update({ where: { shop: SHOP }, data: { settings: { asking: AskingSettings.parse({ active: true, since }) } } })
await insertOrder({ id: '8001', email: 'back@example.com', customerId: 'back' })
await db.fulfillment.create({
  data: { shop: SHOP, orderId: '8001', id: 'b', status: 'success', lineIds: [], createdAt: NOW, deliveredAt: NOW, updatedAt: NOW },
})

const save = (look: object) => saveAsking(SHOP, AskingForm.parse({ asking: { active: true }, manners: {}, look }))
const jobs = () =>
  rows<{ task: string }>(`select task_identifier as task from graphile_worker.jobs where run_at <= now() + interval '1 minute' order by id`)

test.each([
  ['RETURN_REQUESTED', { state: 'skipped', because: 'being-returned' }],
  ['IN_PROGRESS', { state: 'skipped', because: 'being-returned' }],
  ['RETURN_FAILED', { state: 'planned', because: null }],
  ['RETURNED', { state: 'planned', because: null }],
])('an order whose return is %s is planned anew', async (returnStatus, became) => {
  await db.order.update({ where: { shop_id: { shop: SHOP, id: '8001' } }, data: { returnStatus } })
  await planForOrder(SHOP, '8001')
  expect(await db.reviewRequest.findFirst({ where: { orderId: '8001' } })).toMatchObject(became)
})

test('a request without a postal address to stand in it waits, is counted, and leaves once the address is there', async () => {
  await save({})
  await insertOrder({ id: '9001' })
  const parcel = { shop: SHOP, orderId: '9001', id: 'p', status: 'success', lineIds: [], createdAt: NOW, deliveredAt: NOW, updatedAt: NOW }
  await db.fulfillment.create({ data: parcel })
  const id = await insertRequest('9001', {})
  await db.reviewRequest.updateMany({ where: { orderId: '9001' }, data: { state: 'planned', sentAt: null, byHand: true } })
  await sendRequest({ shop: SHOP, id }, { number: 1, last: false })
  expect(await db.reviewRequest.findFirst({ where: { orderId: '9001' } })).toMatchObject({ state: 'planned', because: 'no-postal-address' })
  expect([await db.message.count(), await countWaiting(SHOP)]).toEqual([0, 1])
  expect(await jobs()).toEqual([])
  await save({ postalAddress: 'Torstraße 1, Berlin' })
  expect((await jobs()).map(({ task }) => task)).toEqual(['send-request', 'release-messages'])
  await sendRequest({ shop: SHOP, id }, { number: 1, last: false })
  expect([await db.message.count(), await countWaiting(SHOP)]).toEqual([1, 0])
})

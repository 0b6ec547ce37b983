import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { readAskingPage, saveAsking } from '#app/reviews/asking/admin.server.ts'
import { answerAsking } from '#app/reviews/asking/answer.server.ts'
import { AskingForm } from '#app/reviews/asking/asking-form.ts'
import { askBy, reads } from '#app/reviews/asking/reads.server.ts'
import { AskingSettings } from '#app/reviews/asking/settings.ts'
import { countWaiting, planForOrder, skipRequest } from '#app/reviews/asking/requests.server.ts'
import { requestMessages, sendRequest } from '#app/reviews/asking/send.server.ts'
import { NO_FILTER } from '#app/values/listed.ts'
import '#app/wiring.server.ts'
import { installed, rows, SHOP, useDatabase } from '../../platform/world.ts'
import { insertOrder, insertRequest, NOW } from '../world.ts'

await useDatabase('reviews_waiting')
askBy({ ...reads(), readContact: async () => ({ email: null, firstName: null }) })

await installed()
const since = new Date('2020-01-01').toISOString()
await db.shop.update({ where: { shop: SHOP }, data: { settings: { asking: AskingSettings.parse({ active: true, since }) } } })
await insertOrder({ id: '8001', email: 'back@example.com', customerId: 'back', productIds: ['1', '2'] })
await db.fulfillment.create({
  data: { shop: SHOP, orderId: '8001', id: 'b', status: 'success', lineIds: [], createdAt: NOW, deliveredAt: NOW, updatedAt: NOW },
})

const save = (look: object) => saveAsking(SHOP, AskingForm.parse({ asking: { active: true }, manners: {}, look }))
const jobs = () =>
  rows<{ task: string }>(`select task_identifier as task from graphile_worker.jobs where run_at <= now() + interval '1 minute' order by id`)

const goesBack = (productId: string, status = 'open') => {
  const line = { shop: SHOP, orderId: '8001', lineId: `8001${productId}`, returnId: `r${productId}`, quantity: 1 }
  return db.returnLine.create({ data: { ...line, status } })
}
const planned = async () => {
  await planForOrder(SHOP, '8001')
  return db.reviewRequest.findFirst({ where: { orderId: '8001' } })
}

test('what goes back is left out of the request, which says so; all of it, and nobody is asked; cancelled, and she is asked again', async () => {
  expect(await planned()).toMatchObject({ state: 'planned', productIds: ['1', '2'], leftOut: [] })
  await goesBack('1', 'requested')
  const without = [{ productId: '1', because: 'being-returned' }]
  expect(await planned()).toMatchObject({ state: 'planned', productIds: ['2'], leftOut: without })
  await goesBack('2')
  const all = [...without, { productId: '2', because: 'being-returned' }]
  expect(await planned()).toMatchObject({ state: 'skipped', because: 'being-returned', leftOut: all })
  await rows(`update return_line set status = 'closed' where return_id = 'r2'`)
  const came = [without[0], { productId: '2', because: 'returned' }]
  expect(await planned()).toMatchObject({ state: 'skipped', because: 'being-returned', leftOut: came })
  await rows('delete from return_line')
  expect(await planned()).toMatchObject({ state: 'planned', because: null, productIds: ['1', '2'], leftOut: [] })
})

test('a return that comes while the message waits, or after it was sent, takes its product out of what leaves next', async () => {
  const message = {
    shop: SHOP,
    key: 'request:8001:1',
    orderId: '8001',
    content: {
      shopName: '',
      firstName: null,
      link: '',
      reminder: true,
      lines: [],
      conditions: [],
      own: null,
      products: ['1', '2'].map(good),
    },
  }
  await db.reviewRequest.updateMany({ where: { orderId: '8001' }, data: { state: 'sent', sentAt: NOW } })
  const leaves = async () => {
    const told = message as unknown as Parameters<typeof requestMessages.freshen>[0]
    const { products } = await requestMessages.freshen(told)
    return [await requestMessages.doubt(told), products.map(({ id }) => id)]
  }
  expect(await leaves()).toEqual([null, ['1', '2']])
  await goesBack('2')
  expect(await leaves()).toEqual([null, ['1']])
  expect(await planned()).toMatchObject({ state: 'sent', productIds: ['1', '2'], leftOut: [{ productId: '2', because: 'being-returned' }] })
  await goesBack('1')
  expect(await leaves()).toEqual(['being-returned', []])
})

const good = (id: string) => ({ id, title: `Product ${id}`, imageUrl: null })

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

test('a reminder tells of what she keeps, and what she was asked about stays on the form', async () => {
  const id = (await db.reviewRequest.findFirstOrThrow({ where: { orderId: '8001' } })).id
  await rows(`delete from return_line where return_id = 'r1'`)
  await sendRequest({ shop: SHOP, id }, { number: 1, last: false })
  const { content } = await db.message.findFirstOrThrow({ where: { key: `request:${id}:1` } })
  expect(content).toMatchObject({ reminder: true, products: [{ id: '1' }] })
  expect(await db.reviewRequest.findFirst({ where: { id } })).toMatchObject({ productIds: ['1', '2'], state: 'sent' })
})

test('what the merchant skips stays skipped, whatever becomes of the order', async () => {
  await insertOrder({ id: '7001', email: 'skip@example.com', customerId: 'skip', productIds: ['9'] })
  const parcel = { shop: SHOP, orderId: '7001', id: 's', status: 'success', lineIds: [], createdAt: NOW, deliveredAt: NOW, updatedAt: NOW }
  await db.fulfillment.create({ data: parcel })
  await planForOrder(SHOP, '7001')
  const request = () => db.reviewRequest.findFirstOrThrow({ where: { orderId: '7001' } })
  expect(await request()).toMatchObject({ state: 'planned' })
  await skipRequest(SHOP, (await request()).id)
  await planForOrder(SHOP, '7001')
  expect(await request()).toMatchObject({ state: 'skipped', because: 'merchant' })
})

test('skipping says so and can be taken back; asked by hand at night it says that it waits for the morning', async () => {
  await save({ postalAddress: 'Torstraße 1, Berlin' })
  const request = () => db.reviewRequest.findFirstOrThrow({ where: { orderId: '7001' } })
  const { id } = await request()
  await db.reviewRequest.updateMany({ where: { id }, data: { state: 'planned', because: null } })
  const skipped = await answerAsking(SHOP, { intent: 'skip', id })
  expect(skipped).toMatchObject({ said: 'Request skipped', undo: { intent: 'unskip', id } })
  expect(await answerAsking(SHOP, { intent: 'send-now', id })).toEqual({ said: 'This request is not waiting any more' })
  await answerAsking(SHOP, skipped.undo!)
  expect(await request()).toMatchObject({ state: 'planned', because: null })
  expect((await jobs()).map(({ task }) => task)).toContain('send-request')
  const never = { quietFrom: 0, quietUntil: 0 }
  const hour = new Date().getUTCHours()
  for (const [manners, said] of [
    [never, 'The request leaves now, or once the shopper was left in peace long enough'],
    [
      { quietFrom: (hour + 23) % 24, quietUntil: (hour + 3) % 24 },
      'It is night where the shopper lives: the request waits for the morning',
    ],
  ] as const) {
    const { form } = await readAskingPage(SHOP, NO_FILTER)
    await saveAsking(SHOP, { ...form, manners: { ...form.manners, ...manners } })
    expect(await answerAsking(SHOP, { intent: 'send-now', id })).toEqual({ said })
  }
})

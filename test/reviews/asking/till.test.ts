import { expect, test } from 'vitest'
import { findPageOrder } from '#app/catalog/page-order.server.ts'
import { db } from '#app/platform/db.server.ts'
import { dryRun } from '#app/reviews/asking/backfill.server.ts'
import { listRequests } from '#app/reviews/asking/listing.server.ts'
import { askBy, reads } from '#app/reviews/asking/reads.server.ts'
import { planForOrder } from '#app/reviews/asking/requests.server.ts'
import { RequestsQuery } from '#app/reviews/asking/requests-listed.ts'
import { sendRequest } from '#app/reviews/asking/send.server.ts'
import { AskingSettings } from '#app/reviews/asking/settings.ts'
import { topics } from '#app/wiring.server.ts'
import { delivered, linePayload, orderPayload } from '../../catalog/payloads.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'

await useDatabase('reviews_till')
askBy({ ...reads(), readContact: async () => ({ email: null, firstName: null }) })
await installed()
const asking = AskingSettings.parse({ active: true, since: '2020-01-01T00:00:00Z' })
await db.shop.update({ where: { shop: SHOP }, data: { country: 'DE', settings: { asking } } })

const LEFT = '2099-11-01T10:05:00Z'
const parcel = { status: 'success', shipment_status: null, created_at: LEFT, updated_at: LEFT }
const atTill = { source_name: 'pos', shipping_address: null, contact_email: 'mia@example.com' }

let last = 100
/** An order as Shopify tells of it, with everything in it fulfilled. */
async function sold(more: object): Promise<string> {
  const id = (last += 1)
  const lines = [linePayload(id * 10, { product_id: String(id) })]
  const parcels = [{ ...parcel, id: String(id), order_id: String(id), line_items: lines }]
  const customer = { customer: { id: String(id) } }
  await topics['orders/create']!(
    delivered(SHOP, 'orders/create', orderPayload(id, { line_items: lines, fulfillments: parcels, ...customer, ...more })),
  )
  await planForOrder(SHOP, String(id))
  return String(id)
}
const requestOf = (orderId: string) => db.reviewRequest.findUnique({ where: { shop_orderId: { shop: SHOP, orderId } } })
const day = (number: number) => new Date(Date.UTC(2099, 10, number, 10, 5))

test.each([
  ['at the till', atTill, 15, 'delivery'],
  ['at the till, to be sent', { ...atTill, shipping_address: { country_code: 'DE' } }, 29, 'fulfilment'],
  ['in the online store, to be sent', { contact_email: 'mia@example.com' }, 29, 'fulfilment'],
])('sold %s', async (_, how, sendAt, after) => {
  const id = await sold(how)
  expect(await requestOf(id)).toMatchObject({ state: 'planned', sendAt: day(sendAt), after })
  expect((await findPageOrder(SHOP, id))?.delivered).toBe(after === 'delivery')
})

test('a parcel that was taken back at the till was handed over to nobody', async () => {
  const id = await sold(atTill)
  await db.fulfillment.updateMany({ where: { orderId: id }, data: { status: 'cancelled' } })
  await planForOrder(SHOP, id)
  expect([await requestOf(id), (await findPageOrder(SHOP, id))?.delivered]).toEqual([null, false])
})

const NOBODY = { ...atTill, customer: null, contact_email: null, processed_at: '2019-05-01T10:00:00Z' }

test('who bought without leaving a name is not going to be asked, and is once there is an address', async () => {
  const id = await sold({ ...NOBODY, processed_at: LEFT })
  expect(await requestOf(id)).toMatchObject({ state: 'skipped', because: 'no-address' })
  await db.order.updateMany({ where: { id }, data: { email: 'mia@example.com' } })
  await planForOrder(SHOP, id)
  expect(await requestOf(id)).toMatchObject({ state: 'planned', because: null })
})

test('nor is such a buyer counted among those whom asking about the past would ask', async () => {
  await sold(NOBODY)
  const { asked, skipped } = await dryRun(SHOP, { from: new Date('2019-01-01'), to: new Date('2020-01-01') })
  expect([asked, skipped]).toEqual([0, { 'no-address': 1 }])
})

test('of a known buyer without an address the list says that there is none so far', async () => {
  const id = await sold({ ...atTill, contact_email: null })
  expect(await requestOf(id)).toMatchObject({ state: 'planned', because: null })
  const listed = async () => (await listRequests(SHOP, RequestsQuery.parse({}))).requests.find(({ orderId }) => orderId === id)
  expect(await listed()).toMatchObject({ state: 'planned', because: 'address-unknown' })
  await db.reviewRequest.updateMany({ where: { orderId: id }, data: { byHand: true } })
  await sendRequest({ shop: SHOP, id: (await requestOf(id))!.id }, { number: 1, last: false })
  expect(await listed()).toMatchObject({ state: 'skipped', because: 'no-address' })
})

import { expect, test } from 'vitest'
import { findPageOrder } from '#app/catalog/page-order.server.ts'
import { db } from '#app/platform/db.server.ts'
import { planForOrder } from '#app/reviews/asking/requests.server.ts'
import { AskingSettings } from '#app/reviews/asking/settings.ts'
import { topics } from '#app/wiring.server.ts'
import { delivered, linePayload, orderPayload } from '../../catalog/payloads.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'

await useDatabase('reviews_till')
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

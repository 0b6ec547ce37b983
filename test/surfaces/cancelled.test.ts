import { afterAll, beforeAll, expect, test } from 'vitest'
import { OfferDefinition } from '#app/offers/offer.ts'
import type { OrderReads } from '#app/surfaces/accept/settle.server.ts'
import { openShop, SHOP, stage, tokenOf, type Stage } from './stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_cancelled')
  await openShop(on, { products: [{ id: 1 }, { id: 2, stock: 9_999 }] })
})
afterAll(() => on.close())

async function offer(caps: object): Promise<string> {
  await on.db.offer.updateMany({ data: { archivedAt: new Date() } })
  const items = { kind: 'bundle', products: [{ productId: '2', variantId: '21', quantity: 1 }] }
  const step = { id: 'a', items, discount: { kind: 'percentage', percent: 50 }, onAccept: null, onDecline: null }
  const rules = { kind: 'all', rules: [] }
  const definition = OfferDefinition.parse({ title: 'Capped', rules, steps: [step], schedule: { startsAt: null, endsAt: null }, caps })
  return (await on.offers.createOffer(SHOP, definition, 'active')).id
}

let count = 0
/** An acceptance, and the order that it became a part of, longer ago than Shopify adds to one. */
async function accepted() {
  const id = String((count += 1))
  const token = tokenOf({ referenceId: `cancelled-${id}`, customerId: 7 })
  const { placement } = (await on.offer(token)).body
  const { ok, changesetId } = (await on.post('accept', { token, placement, stepId: 'a' })).body
  if (!ok) return null
  const at = new Date()
  const money = { currency: 'EUR', presentmentCurrency: 'EUR', total: 2_000, originalTotal: 2_000 }
  await on.db.order.create({ data: { shop: SHOP, id, name: `#${id}`, ...money, processedAt: at, updatedAt: at } })
  const of = { orderId: id, changesetId, lineId: '1', offerId: 'o', stepId: 'a', placementId: placement, surface: 'post-purchase' }
  const amounts = { quantity: 1, kept: 1, sold: 1, paid: 1, unpaid: 0, returned: 0, revenue: 1, discount: 0, rest: 1 }
  await on.db.earning.create({ data: { shop: SHOP, ...of, ...amounts, currency: 'EUR', paidIn: 'EUR', visitedAt: at, acceptedAt: at } })
  await on.db.$executeRaw`update changeset set signed_at = signed_at - interval '71 minutes'`
  return id
}
const leaves = (orderId: string) => {
  const at = new Date()
  return on.db.fulfillment.create({
    data: { shop: SHOP, orderId, id: orderId, status: 'success', lineIds: [], createdAt: at, updatedAt: at },
  })
}
const cancel = (id: string) => on.db.order.updateMany({ where: { id }, data: { cancelledAt: new Date() } })

async function changed(orderId: string): Promise<void> {
  const { readChangesetsOf, readClaimed } = await import('#app/analytics/claimed.server.ts')
  const { countOrder } = await import('#app/surfaces/accept/settle.server.ts')
  await countOrder({ attributeOrder: async () => {}, readClaimed, readChangesetsOf })({ shop: SHOP, orderId })
}
async function settle(readClaimed?: OrderReads['readClaimed']): Promise<void> {
  const { settleShares } = await import('#app/surfaces/accept/settle.server.ts')
  const claimed = await import('#app/analytics/claimed.server.ts')
  const asked = { fetchOrderOf: async (_: string, reference: string) => reference, attributeOrder: async () => {} }
  await settleShares({ readClaimed: readClaimed ?? claimed.readClaimed, ...asked, areOrdersCheckedSince: async () => true })()
}
const left = async (offerId: string) => {
  const { accepted: purchases, discount } = await (await import('#app/surfaces/accept/use.server.ts')).readUse(SHOP, offerId)
  return [purchases, discount]
}

test.each([
  ['in all', { total: 1 }],
  ['of a shopper', { perShopper: { times: 1, days: 30 } }],
  ['of the budget', { budget: 1_000 }],
])('an order that is cancelled before it leaves frees its place %s, once, however often that is heard', async (_, caps) => {
  const offerId = await offer(caps)
  const id = (await accepted())!
  await settle()
  expect([await left(offerId), await accepted()]).toEqual([[1, 1_000], null])
  await cancel(id)
  await Promise.all([changed(id), changed(id), settle(), changed(id)])
  await settle()
  expect(await left(offerId)).toEqual([0, 0])
  expect(await accepted()).not.toBeNull()
})

test('one that has left by then does not, nor does one that stands', async () => {
  const offerId = await offer({ total: 2 })
  const [sent, stands] = [(await accepted())!, (await accepted())!]
  await settle()
  await leaves(sent)
  await cancel(sent)
  for (const id of [sent, stands]) await changed(id)
  await settle()
  expect([await left(offerId), await accepted()]).toEqual([[2, 2_000], null])
})

test('one that is cancelled while the orders are looked through does not count either', async () => {
  const offerId = await offer({ total: 1 })
  const id = (await accepted())!
  const { readClaimed } = await import('#app/analytics/claimed.server.ts')
  let asked = 0
  await settle(async (...of) => {
    const claimed = await readClaimed(...of)
    if ((asked += 1) > 1) return claimed
    await cancel(id)
    await changed(id)
    return claimed
  })
  await settle()
  expect(await left(offerId)).toEqual([0, 0])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseForPhone, PRODUCTS } from '../case-for-phone.ts'
import type { readPurchase } from '#app/surfaces/order/purchase.server.ts'
import { claimsOf, openShop, SHOP, stage, tokenOf, type Stage } from '../stage.ts'

type Read = typeof readPurchase

let on: Stage
let read: (checkoutToken: string) => ReturnType<Read>
let offerId: string
beforeAll(async () => {
  on = await stage('surfaces_purchase')
  await openShop(on, { products: PRODUCTS })
  offerId = (await on.offers.createOffer(SHOP, caseForPhone, 'active')).id
  await on.offers.createOffer(
    SHOP,
    { ...caseForPhone, title: 'Abroad', rules: { kind: 'all', rules: [{ kind: 'country', countries: ['KW'] }] } },
    'active',
  )
  const story = await import('#app/surfaces/order/purchase.server.ts')
  story.readPurchasesBy(on.reads)
  read = (checkoutToken) => story.readPurchase(SHOP, { checkoutToken })
})
afterAll(() => on.close())

const AT = new Date()
async function order(token: string, over: object = {}) {
  const mine = { shop: SHOP, checkoutToken: token, id: `${Math.floor(Math.random() * 1e12)}` }
  const amounts = { currency: 'EUR', presentmentCurrency: 'EUR', total: 10_000n, originalTotal: 10_000n }
  await on.db.order.create({
    data: { ...mine, ...amounts, name: '#1', country: 'DE', sourceName: 'web', processedAt: AT, updatedAt: AT, ...over },
  })
  return mine.id
}
const line = (orderId: string, id: string, productId: string, variantId: string, unitPrice: bigint) =>
  on.db.orderLine.create({
    data: { shop: SHOP, orderId, id, productId, variantId, title: 'x', quantity: 1, currentQuantity: 1, unitPrice },
  })

const verdicts = (story: Awaited<ReturnType<Read>>) =>
  story.verdicts.map(({ definition: { title }, explained }) => [title, explained.verdict])

test('the story of a purchase: offered, shown, signed, and which rule kept the other offer away', async () => {
  const token = tokenOf({ referenceId: 'told' })
  const { placement } = (await on.post('offer', { token })).body
  await on.post('event', { token, placement, stepId: 'case', kind: 'shown' })
  const { changesetId } = (await on.post('accept', { token, placement, stepId: 'case' })).body
  await on.post('outcome', { token, changesetId, status: 'processed', errors: [] })
  await on.post('accept', { token, placement, stepId: 'plain' })
  const story = await read('told')
  expect(story).toMatchObject({
    placement: { offerId, reconstructed: false, because: null, facts: { country: 'DE', total: 10_000 } },
    events: [{ stepId: 'case', kind: 'shown' }],
    changesets: [{ id: changesetId, reported: 'processed', lines: [{ variantId: '21' }] }],
    refusals: [{ request: 'accept', reason: 'step-not-reachable', detail: { stepId: 'plain' } }],
    eligibility: { eligible: true, because: 'asked' },
  })
  expect(Object.fromEntries(verdicts(story))).toEqual({ 'Case for the phone': 'chosen', Abroad: 'no-match' })
  expect(story.verdicts.find(({ offerId: id }) => id !== offerId)?.explained).toMatchObject({ rule: { because: 'country', known: true } })
})

test('the verdicts stay those of the versions that were asked', async () => {
  await on.post('offer', { token: tokenOf({ referenceId: 'before' }) })
  await on.surfaces.settled()
  await on.offers.saveOffer(
    SHOP,
    offerId,
    { ...caseForPhone, title: 'Renamed', rules: { kind: 'all', rules: [{ kind: 'product', productIds: ['3'] }] } },
    1,
  )
  expect(Object.fromEntries(verdicts(await read('before')))).toEqual({ 'Case for the phone': 'chosen', Abroad: 'no-match' })
  await on.offers.saveOffer(SHOP, offerId, caseForPhone, 2)
})

test('an order that Shopify never asked about is explained from what we hold of it, and marked so', async () => {
  const id = await order('apple', { gateways: ['shopify_payments'] })
  await line(id, '1', '1', '11', 10_000n)
  expect((await read('apple')).eligibility).toEqual({ eligible: 'unknown', because: 'payment-not-arrived' })
  const payment = {
    shop: SHOP,
    orderId: id,
    id: '1',
    kind: 'sale',
    status: 'success',
    gateway: 'shopify_payments',
    amount: 10_000n,
    processedAt: AT,
  }
  await on.db.orderTransaction.create({ data: { ...payment, method: 'CardPaymentDetails', wallet: 'APPLE_PAY', detailsRead: true } })
  const story = await read('apple')
  expect(story).toMatchObject({
    placement: { reconstructed: true, offerId: null },
    eligibility: { eligible: false, because: 'wallet', wallet: 'APPLE_PAY' },
  })
  expect(Object.fromEntries(verdicts(story))).toEqual({ 'Case for the phone': 'matched', Abroad: 'no-match' })
})

test('a lost row is worked out again without what was added afterwards', async () => {
  const token = tokenOf({ referenceId: 'lost' })
  const { placement } = (await on.post('offer', { token })).body
  await on.post('accept', { token, placement, stepId: 'case' })
  await on.db.placement.deleteMany({ where: { id: claimsOf(placement).id } })
  const id = await order('lost')
  await line(id, '1', '1', '11', 10_000n)
  await line(id, '2', '2', '21', 2_000n)
  const story = await read('lost')
  expect(story).toMatchObject({
    placement: { reconstructed: true, offerId, facts: { lines: [{ variantId: '11' }] } },
    changesets: [{ stepId: 'case' }],
  })
})

test('an offer that was paused before an order is not said to have fitted it, though nothing was decided in between', async () => {
  await on.offers.setOfferStatus(SHOP, [offerId], 'paused')
  const id = await order('paused', { processedAt: new Date() })
  await line(id, '1', '1', '11', 10_000n)
  expect(verdicts(await read('paused'))).toEqual([['Abroad', 'no-match']])
  await on.offers.setOfferStatus(SHOP, [offerId], 'active')
})

test('a purchase of which nothing is known has no story', async () => {
  expect(await read('nowhere')).toMatchObject({
    placement: null,
    verdicts: [],
    eligibility: { eligible: 'unknown', because: 'order-not-arrived' },
  })
})

test('one purchase keeps at most 2 KB, with fifteen lines too', async () => {
  const lines = Array.from({ length: 15 }, (_, n) => ({ productId: 8_123_456_789_000 + n, variantId: 45_123_456_789_000 + n }))
  await on.post('offer', { token: tokenOf({ referenceId: 'large', lines }) })
  await on.surfaces.settled()
  const { rows } = await on.pool.query<{ bytes: number }>(
    `select octet_length(to_jsonb(p)::text) as bytes from placement p where reference_id = 'large'`,
  )
  expect(rows[0]?.bytes).toBeLessThan(2_048)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { caseForPhone, PRODUCTS } from '../case-for-phone.ts'
import { openShop, SHOP, stage, tokenOf, type Stage } from '../stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_known')
  await openShop(on, { products: PRODUCTS })
  const forNewcomers: OfferDefinition = { ...caseForPhone, rules: { kind: 'all', rules: [{ kind: 'order-count', is: 'first-time' }] } }
  await on.offers.createOffer(SHOP, forNewcomers, 'active')
})
afterAll(() => on.close())

const AT = new Date()
const LONG_AGO = new Date('2026-01-01T00:00:00Z')
const customer = (id: number, orderCount: number, summaryAt = AT) =>
  on.db.customer.create({ data: { shop: SHOP, id: `${id}`, tags: [], orderCount, updatedAt: AT, summaryAt } })
const AMOUNTS = { currency: 'EUR', presentmentCurrency: 'EUR', total: 1n, originalTotal: 1n }
function order(customerId: number, checkoutToken: string, processedAt = AT) {
  const mine = { shop: SHOP, id: `${customerId}${checkoutToken.length}`, name: '#1', customerId: `${customerId}`, checkoutToken }
  return on.db.order.create({ data: { ...mine, ...AMOUNTS, processedAt, updatedAt: processedAt } })
}
const isNew = async (customerId: number | null, referenceId: string) =>
  (await on.post('offer', { token: tokenOf({ customerId, referenceId }) })).body.show

test('a first order is a first order before any of its webhooks', async () => expect(await isNew(100, 'first-100')).toBe(true))

test('and after all of them', async () => {
  await customer(101, 1)
  await order(101, 'first-101')
  expect(await isNew(101, 'first-101')).toBe(true)
})

test('and when only the counter has come', async () => {
  await customer(102, 1)
  expect(await isNew(102, 'first-102')).toBe(true)
})

test('a second order is not', async () => {
  await customer(103, 1, LONG_AGO)
  await order(103, 'long-ago', LONG_AGO)
  expect(await isNew(103, 'second-103')).toBe(false)
})

test('an older order that we do not hold still counts', async () => {
  await customer(104, 1, LONG_AGO)
  expect(await isNew(104, 'second-104')).toBe(false)
})

test('a guest is neither', async () => expect(await isNew(null, 'guest')).toBe(false))

test('decisions that wait together share one statement', async () => {
  const { asked } = await import('#app/surfaces/decide/known.server.ts')
  const before = { ...asked }
  await Promise.all(Array.from({ length: 40 }, (_, n) => isNew(200 + n, `shared-${n}`)))
  expect(asked.questions - before.questions).toBe(40)
  expect(asked.statements - before.statements).toBeLessThan(20)
})

test('a database that does not answer costs the shopper nothing: the prepared fallback may show', async () => {
  const { createSurfaces } = await import('#app/surfaces/surfaces.server.ts')
  const { readToken } = await import('#app/surfaces/decide/token.server.ts')
  const purchase = readToken(tokenOf({ referenceId: 'slow', customerId: 300 }))
  if (!purchase.ok) throw new Error(purchase.because)
  const client = await on.pool.connect()
  await client.query('begin')
  await client.query('lock table customer in access exclusive mode')
  const answer = await createSurfaces(on.reads, { limitMs: 50 }).offer(purchase.value)
  await client.query('rollback')
  client.release()
  expect(answer).toEqual({ head: '{"show":false}', rest: undefined, late: true })
  await expect.poll(() => on.db.refusal.findMany()).toMatchObject([{ request: 'offer', reason: 'too-slow', referenceId: 'slow' }])
})

test('what she has reviewed is told, whatever became of the review; of a guest nothing is', async () => {
  const { askAlone } = await import('#app/surfaces/decide/known.server.ts')
  const review = { shop: SHOP, source: 'form', rating: 1, author: 'Ada', language: 'en', customerId: '400', submittedAt: AT }
  await on.db.review.createMany({
    data: [
      { ...review, id: 'a', sourceId: 'a', productId: '2' },
      { ...review, id: 'b', sourceId: 'b', productId: '3', state: 'hidden' },
      { ...review, id: 'c', sourceId: 'c', productId: '4', customerId: '401' },
    ],
  })
  const about = (customerId: string | null, needs: ('reviews' | 'offers')[]) =>
    askAlone({ shop: SHOP, customerId, referenceId: 'reviews', placementId: 'none', needs: new Set(needs), products: null })
  expect((await about('400', ['reviews'])).reviewed?.toSorted()).toEqual(['2', '3'])
  expect(await about('499', ['reviews'])).toMatchObject({ reviewed: [] })
  expect(await about('400', ['offers'])).toMatchObject({ reviewed: null })
  expect(await about(null, ['reviews'])).toMatchObject({ reviewed: null })
})

test('purchases that ask for different things share a statement, and each is told what it asked for', async () => {
  const { readKnown } = await import('#app/surfaces/decide/known.server.ts')
  const { placementId } = await import('#app/surfaces/placements/placement.server.ts')
  await customer(500, 2)
  await order(500, 'mixed', AT)
  await order(500, 'long-before', LONG_AGO)
  await on.db.order.updateMany({ where: { shop: SHOP, checkoutToken: 'long-before' }, data: { productIds: ['7'] } })
  const here = { shop: SHOP, stepId: 'first', kind: 'declined', customerId: '500', at: AT }
  await on.db.placementEvent.createMany({
    data: [
      { ...here, placementId: placementId(SHOP, 'post-purchase', 'long-before'), offerId: 'before' },
      { ...here, placementId: placementId(SHOP, 'thank-you', 'long-before'), offerId: 'before' },
      { ...here, placementId: placementId(SHOP, 'thank-you', 'mixed'), offerId: 'of-this-purchase' },
    ],
  })
  const asking = (needs: ('history' | 'offers' | 'checkout')[], shop = SHOP) => ({
    shop,
    customerId: '500',
    referenceId: 'mixed',
    placementId: placementId(shop, 'post-purchase', 'mixed'),
    needs: new Set(needs),
    products: needs.length > 1 ? ['404'] : null,
  })
  const [plain, curious, stranger] = await readKnown([
    asking([]),
    asking(['history', 'offers', 'checkout']),
    asking([], 'elsewhere.myshopify.com'),
  ])
  expect(plain).toMatchObject({
    installed: true,
    orders: 1,
    hasThisOrder: true,
    bought: null,
    offers: null,
    journey: null,
    unmirrored: false,
  })
  expect(curious).toMatchObject({ installed: true, orders: 1, hasThisOrder: true, offers: ['declined:before'], unmirrored: true })
  expect(curious?.bought).toEqual([['7', LONG_AGO.getTime()]])
  expect(curious?.journey).toMatchObject({ codes: [] })
  expect(stranger).toMatchObject({ installed: false, snapshotVersion: 0, customer: null, orders: 0, hasThisOrder: false })
})

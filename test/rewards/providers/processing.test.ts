import { afterEach, expect, test, vi } from 'vitest'
import { findPurchase, identifyProduct } from '#app/catalog/purchase-readers.server.ts'
import { db } from '#app/platform/db.server.ts'
import { processDelivery } from '#app/platform/deliveries.server.ts'
import { hasReview } from '#app/reviews/facts.server.ts'
import type { ReviewFacts } from '#app/reviews/review-facts.ts'
import { noteEvent, readConnection, saveKeys } from '#app/rewards/providers/connections.server.ts'
import type { ProviderName } from '#app/rewards/providers/provider.ts'
import { rehearsal } from '#app/rewards/providers/rehearsal.ts'
import { words } from '#app/rewards/providers/words.ts'
import { providerTopics } from '#app/rewards/providers/take-review.server.ts'
import { installed, SHOP, useDatabase } from '#test/platform/world.ts'
import type { PlayedReview } from '../../simulator/providers/played.ts'
import { stage, SHOP as SIMULATED } from '../../simulator/stage.ts'
import { bodyOf, connected, played } from './stage.ts'

await useDatabase('provider_processing')
await installed()
const at = new Date('2026-11-01T00:00:00Z')
await db.product.create({ data: { shop: SHOP, id: '8123', title: 'Lamp', handle: 'lamp', status: 'active', updatedAt: at } })
await db.variant.create({
  data: { shop: SHOP, id: '91', productId: '8123', title: '', sku: 'LAMP-1', price: 1, inventoryItemId: '1', updatedAt: at },
})
for (const [id, email, fulfilled] of [
  ['5001', 'Ann@Example.com', true],
  ['5002', 'Waiting@example.com', false],
] as const) {
  const order = {
    shop: SHOP,
    id,
    name: `#${id}`,
    customerId: `c${id}`,
    currency: 'EUR',
    presentmentCurrency: 'EUR',
    total: 1,
    originalTotal: 1,
  }
  await db.order.create({ data: { ...order, email, locale: 'de', financialStatus: 'paid', processedAt: at, updatedAt: at } })
  await db.orderLine.create({
    data: { shop: SHOP, orderId: id, id, productId: '8123', title: 'Lamp', quantity: 1, currentQuantity: 1, unitPrice: 1 },
  })
  if (fulfilled) await db.fulfillment.create({ data: { shop: SHOP, orderId: id, id, status: 'success', createdAt: at, updatedAt: at } })
}

let earned: ReviewFacts[] = []
const reads = {
  identifyProduct,
  findPurchase,
  hasReview,
  readInsiders: async () => ({ emails: ['owner@example.com'], hosts: [] }),
  earnReward: async (facts: ReviewFacts) => void earned.push(facts),
}
const run = processDelivery(providerTopics(reads), async () => null)
afterEach(() => {
  earned = []
  vi.unstubAllGlobals()
})

let count = 0
async function arrive(provider: ProviderName, more: Partial<PlayedReview> = {}, body = bodyOf(provider, more)) {
  const key = { shop: SHOP, source: provider, id: `d${(count += 1)}` }
  await db.delivery.create({ data: { ...key, topic: `reviews/${provider}`, body } })
  await run(key, { number: 1, last: true })
  return db.delivery.findUniqueOrThrow({ where: { shop_source_id: key } })
}

test.each(['judgeme', 'okendo', 'stamped', 'loox', 'trustoo', 'generic', 'flow', 'yotpo', 'reviewsio'] as const)(
  '%s: the order is found by product and address, and the body is not kept',
  async (provider) => {
    expect(await arrive(provider)).toMatchObject({ state: 'done', body: '' })
    expect(earned).toMatchObject([
      { source: provider, productId: '8123', orderId: '5001', customerId: 'c5001', language: 'de', verified: true },
    ])
    expect(await readConnection(SHOP, provider)).toMatchObject({ lastEventAt: expect.any(Date) })
  },
)

const runOf = (properties: object) => {
  const run = JSON.parse(bodyOf('flow', { id: 900 + count })) as { properties: object }
  return JSON.stringify({ ...run, properties: { ...run.properties, ...properties } })
}

// “Review received -> rating is at least 4 -> Issue a review reward”, and whatever a merchant may try to get around it (R1).
test.each([
  ['the id that our own trigger told', { review_id: 'encore-abc' }, words.unheeded['own-review']],
  ['the same in capitals', { review_id: ' ENCORE-abc' }, words.unheeded['own-review']],
  ['no id', { review_id: '' }, words.unheeded['no-review-id']],
  ['no field for it', { review_id: null }, words.unheeded['no-review-id']],
  ['a condition that the merchant does not deny', { every_review: false }, words.unheeded['not-every-review']],
  ['no word about conditions', { every_review: undefined }, words.unheeded['not-every-review']],
])('a workflow with %s pays nothing, and says why', async (_, properties, reason) => {
  expect(await arrive('flow', {}, runOf(properties))).toMatchObject({ state: 'ignored', reason })
  expect(earned).toEqual([])
})

test.each([
  ['by the same address', { email: 'ann@example.com' }],
  ['of the same order, without an address', { orderId: '5001' }],
])('a review that Encore collected is not paid by a workflow under any other id: %s', async (_, review) => {
  const plain = { rating: 5, body: '', author: 'Ann', language: 'en', source: 'form', submittedAt: at }
  await db.review.create({ data: { shop: SHOP, id: 'own', sourceId: 'own', productId: '8123', ...plain, ...review } })
  expect(await arrive('flow', {}, runOf({ review_id: 'abc' }))).toMatchObject({ state: 'ignored', reason: words.unheeded['own-review'] })
  await db.review.deleteMany()
  expect(earned).toEqual([])
})

test.each([
  ['judgeme', 'issued', true],
  ['judgeme', 'refused', true],
  ['flow', 'issued', false],
])('what was heard from %s and is %s is %s to a workflow', async (source, state, known) => {
  const row = { sourceReviewId: '1', productId: '8123', email: 'ann@example.com', language: 'en', state, photos: 0, videos: 0 }
  const rest = { programVersion: 1, submittedAt: at, earnedAt: at, settleAt: at }
  await db.reward.create({ data: { shop: SHOP, key: `${source}:1`, source, ...row, ...rest } })
  const { state: became } = await arrive('flow', {}, runOf({ review_id: 'abc' }))
  await db.reward.deleteMany()
  expect([became, earned.length]).toEqual(known ? ['ignored', 0] : ['done', 1])
})

test('a stranger’s review: the signed one is the program’s choice, the unsigned one is not heeded, and says why', async () => {
  await arrive('judgeme', { email: 'stranger@example.com' })
  expect(earned).toMatchObject([{ verified: false, orderId: null, email: 'stranger@example.com' }])
  const unsigned = await arrive('reviewsio', { email: 'stranger@example.com' })
  expect(unsigned).toMatchObject({ state: 'ignored', reason: 'Nothing proves it: no order of this product by this shopper was found' })
  expect(earned).toHaveLength(1)
})

test('an unsigned review of what is still on its way waits for the parcel', async () => {
  expect(await arrive('reviewsio', { email: 'waiting@example.com' })).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('fulfilled'),
  })
  expect(earned).toEqual([])
})

test('staff, tests, and reviews of the shop are never thanked', async () => {
  await arrive('judgeme', { email: 'owner@example.com' })
  expect(earned).toMatchObject([{ excluded: 'insider' }])
  expect(await arrive('reviewsio', { oddity: 'of-the-shop' })).toMatchObject({ state: 'ignored' })
})

test('a test of the merchant’s own is told of, pays nothing and is not the first event', async () => {
  const before = await readConnection(SHOP, 'judgeme')
  expect(await arrive('judgeme', {}, JSON.stringify(rehearsal('t-1', SHOP)))).toMatchObject({ state: 'ignored', reason: words.ownTest })
  expect((await readConnection(SHOP, 'judgeme'))?.lastEventAt).toEqual(before?.lastEventAt)
  expect(earned).toEqual([])
})

test('what a new version of its payload has changed fails visibly and keeps its body', async () => {
  expect(await arrive('judgeme', {}, '{"event":"review/created","review":{"no":"id"}}')).toMatchObject({
    state: 'failed',
    body: expect.stringContaining('no'),
  })
})

test('Shopify’s product reviews are heeded once they are switched on', async () => {
  const body = JSON.stringify({
    id: 'gid://shopify/Metaobject/1',
    type: 'product_review',
    fields: { product: 'gid://shopify/Product/8123', order: 'gid://shopify/Order/5001' },
  })
  expect(await arrive('shopify', {}, body)).toMatchObject({ state: 'ignored' })
  await noteEvent(SHOP, 'shopify', at)
  expect(await arrive('shopify', {}, body)).toMatchObject({ state: 'done' })
  expect(earned).toMatchObject([{ orderId: '5001', email: 'ann@example.com' }])
})

test.each(['yotpo', 'fera'] as const)('%s is asked for the review by its id; one that it does not know is a forgery', async (provider) => {
  await using simulated = await stage()
  vi.stubGlobal('fetch', async (url: string, init: RequestInit & { headers: Record<string, string> }) => {
    const { host, pathname, search } = new URL(url)
    const answer = await simulated.ask(host, `${pathname}${search}`, { ...init, headers: init.headers } as never)
    return new Response(answer.text, { status: answer.status })
  })
  const { APPS } = await import('../../simulator/providers/apps.ts')
  await connected(provider)
  const { secret, apiKey } = APPS[provider]!.keys(SIMULATED.domain)
  await saveKeys(SHOP, provider, { secret: secret ?? null, apiKey: apiKey ?? null })
  const review = played(provider, { id: 777, shop: SIMULATED.domain, email: 'stranger@example.com', photos: 1 })
  expect(await arrive(provider, { id: 777, email: 'stranger@example.com' })).toMatchObject({ state: 'ignored' })
  await simulated.simulator.store.put(SIMULATED.domain, 'playedReview', review)
  expect(await arrive(provider, { id: 777, email: 'thief@example.com', photos: 0 })).toMatchObject({ state: 'done' })
  expect(earned).toMatchObject([{ email: 'stranger@example.com', photos: 1, verified: false }])
  await saveKeys(SHOP, provider, { secret: 'wrong', apiKey: apiKey ? 'wrong' : 'also' })
  expect(await arrive(provider, { id: 777 })).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('does not accept the API key'),
  })
})

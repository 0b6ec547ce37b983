import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_FACTS, storedFacts } from '#app/offers/facts.ts'
import { freshDatabase, type TestDatabase } from '../support/postgres.ts'
import { accepted, cancelled, forgotten, ORDER, type Payload, placed, refunded, TOKEN } from './payloads.ts'

let database: TestDatabase
let app: Awaited<ReturnType<typeof load>>

async function load() {
  const { db, closeDatabase } = await import('#app/platform/db.server.ts')
  const { topics } = await import('#app/wiring.server.ts')
  const { attributeOrder, readOrderEarnings } = await import('#app/analytics/attribution.server.ts')
  const totals = await import('#app/analytics/totals.server.ts')
  const { listUnpaid } = await import('#app/analytics/unpaid/unpaid.server.ts')
  const { parseExactly } = await import('#app/platform/inbox.ts')
  return { db, closeDatabase, topics, attributeOrder, readOrderEarnings, ...totals, listUnpaid, parseExactly }
}

beforeAll(async () => {
  database = await freshDatabase('attribution')
  const env = {
    DATABASE_URL: database.url,
    SHOPIFY_API_KEY: 'key',
    SHOPIFY_API_SECRET: 'secret',
    SHOPIFY_APP_URL: 'https://encore.test',
    LOG_LEVEL: 'silent',
  }
  Object.assign(process.env, env)
  app = await load()
})
afterAll(async () => {
  await app.closeDatabase()
  await database.drop()
})

const SIGNED_AT = new Date('2026-11-01T10:01:30Z')
let shops = 0

/** A shop of its own, in which a case was offered to the buyer of a phone and its changeset signed. */
async function shopWithSigning(): Promise<string> {
  const shop = `shop-${(shops += 1)}.myshopify.com`
  await app.db.shop.create({ data: { shop, currency: 'EUR', timeZone: 'Europe/Berlin' } })
  const facts = storedFacts({ ...NO_FACTS, lines: [{ productId: '100', variantId: '10', quantity: 1, total: 10_000 }], total: 11_900 })
  const placement = {
    shop,
    id: 'placement',
    surface: 'post-purchase',
    referenceId: TOKEN,
    offerId: 'offer',
    offerVersion: 1,
    snapshotId: 'one',
    facts,
    decidedAt: SIGNED_AT,
  }
  await app.db.placement.create({ data: placement })
  const lines = [{ productId: '200', variantId: '20', quantity: 1, unitPrice: 2_000, discount: 300 }]
  const changeset = {
    shop,
    id: 'changeset',
    placementId: 'placement',
    referenceId: TOKEN,
    offerId: 'offer',
    offerVersion: 1,
    stepId: 'step',
    changes: [],
    lines,
    currency: 'EUR',
    signedAt: SIGNED_AT,
  }
  await app.db.changeset.create({ data: changeset })
  await app.db.placementEvent.create({
    data: { shop, placementId: 'placement', stepId: 'step', kind: 'shown', offerId: 'offer', at: SIGNED_AT },
  })
  return shop
}

/** As the inbox and the reactions do it: the payload changes the mirror, then the order is counted anew. */
async function receive(shop: string, { topic, at, body }: Payload): Promise<void> {
  const exact = app.parseExactly(JSON.stringify(body))
  await app.topics[topic]?.({
    shop,
    id: crypto.randomUUID(),
    topic,
    eventId: null,
    triggeredAt: new Date(at),
    receivedAt: new Date(at),
    body: exact,
  })
  await app.attributeOrder(shop, String(ORDER))
}

const earned = (shop: string) => app.readOrderEarnings(shop, String(ORDER))
const RANGE = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-02T00:00:00Z') }

test.each<[string, Payload[], object[]]>([
  ['before the offer', placed, []],
  [
    'after accepting',
    [...placed, ...accepted],
    [{ sold: 1_700, paid: 1_700, returned: 0, revenue: 1_700, discount: 300, currency: 'EUR' }],
  ],
  ['before the second charge is known', [...placed, ...accepted.slice(0, 2)], [{ sold: 1_700, paid: 0, revenue: 0 }]],
  ['after a refund', [...placed, ...accepted, ...refunded], [{ sold: 1_700, paid: 1_700, returned: 1_700, revenue: 0 }]],
  ['after cancelling', [...placed, ...accepted, ...cancelled], [{ paid: 1_700, revenue: 0 }]],
])('%s', async (_, payloads, expected) => {
  const shop = await shopWithSigning()
  for (const payload of payloads) await receive(shop, payload)
  expect(await earned(shop)).toMatchObject(expected)
})

test('payloads late, doubled and in any order give the same money', { timeout: 120_000 }, async () => {
  for (const [life, revenue] of [
    [[...placed, ...accepted], 1_700],
    [[...placed, ...accepted, ...refunded], 0],
  ] as const) {
    const any = fc.tuple(fc.shuffledSubarray([...life], { minLength: life.length }), fc.array(fc.nat(life.length - 1), { maxLength: 5 }))
    await fc.assert(
      fc.asyncProperty(any, async ([mixed, again]) => {
        const shop = await shopWithSigning()
        for (const payload of [...mixed, ...again.map((index) => life[index] as Payload)]) await receive(shop, payload)
        expect(await earned(shop)).toMatchObject([{ lineId: '2', sold: 1_700, paid: 1_700, revenue, acceptedAt: SIGNED_AT }])
      }),
      { numRuns: 10 },
    )
  }
})

test('a line whose charge never came is listed until it is paid or removed', async () => {
  const shop = await shopWithSigning()
  for (const payload of [...placed, ...accepted.slice(0, 2)]) await receive(shop, payload)
  expect(await app.listUnpaid(shop)).toEqual([
    { id: String(ORDER), name: '#1001', lines: 'Bought', owed: { amount: 1_700, currency: 'EUR' } },
  ])
  for (const payload of accepted) await receive(shop, payload)
  expect(await app.listUnpaid(shop)).toEqual([])
})

test('what a deleted product earned stays earned', async () => {
  const shop = await shopWithSigning()
  for (const payload of [...placed, ...accepted, forgotten]) await receive(shop, payload)
  expect(await earned(shop)).toMatchObject([{ revenue: 1_700 }])
})

test('two reactions at once count an order once', async () => {
  const shop = await shopWithSigning()
  for (const payload of [...placed, ...accepted]) await receive(shop, payload)
  await Promise.all(Array.from({ length: 6 }, () => app.attributeOrder(shop, String(ORDER))))
  expect(await earned(shop)).toHaveLength(1)
})

test('an order of another shop is not touched', async () => {
  const [mine, other] = [await shopWithSigning(), await shopWithSigning()]
  for (const shop of [mine, other]) for (const payload of [...placed, ...accepted]) await receive(shop, payload)
  for (const payload of refunded) await receive(mine, payload)
  expect(await earned(other)).toMatchObject([{ revenue: 1_700 }])
})

test('an order that is not in the mirror, or that saw no offer, earned nothing', async () => {
  const shop = await shopWithSigning()
  await app.attributeOrder(shop, '404')
  expect(await app.readOrderEarnings(shop, '404')).toEqual([])
})

test('the figures tell what was shown, what the orders hold and what was kept', async () => {
  const shop = await shopWithSigning()
  for (const payload of [...placed, ...accepted]) await receive(shop, payload)
  const figures = { visits: 1, acceptedVisits: 1, impressions: 1, acceptances: 1, declines: 0, revenue: { amount: 1_700, currency: 'EUR' } }
  expect((await app.readEarned(shop, RANGE)).totals).toEqual(figures)
  expect(await app.readOfferTotals(shop, RANGE)).toEqual(new Map([['offer', figures]]))
  expect(await app.readSteps(shop, 'offer', RANGE)).toEqual({ step: figures })
  expect(await app.readSteps(shop, 'another', RANGE)).toEqual({})
  for (const payload of refunded) await receive(shop, payload)
  expect((await app.readEarned(shop, RANGE)).totals).toMatchObject({ acceptances: 1, revenue: { amount: 0 } })
})

test('another day, another shop and another currency have figures of their own', async () => {
  const shop = await shopWithSigning()
  for (const payload of [...placed, ...accepted]) await receive(shop, payload)
  const before = { from: new Date('2026-10-01T00:00:00Z'), to: RANGE.from }
  expect((await app.readEarned(shop, before)).totals).toEqual({
    visits: 0,
    acceptedVisits: 0,
    impressions: 0,
    acceptances: 0,
    declines: 0,
    revenue: { amount: 0, currency: 'EUR' },
  })
  expect((await app.readEarned('nobody.myshopify.com', RANGE)).totals).toMatchObject({ visits: 0, acceptedVisits: 0 })
  await app.db.shop.update({ where: { shop }, data: { currency: 'CHF' } })
  expect((await app.readEarned(shop, RANGE)).totals).toMatchObject({ acceptances: 1, revenue: { amount: 0, currency: 'CHF' } })
})

test('an order of nothing but what was bought by a link became no larger', async () => {
  const shop = await shopWithSigning()
  for (const payload of [...placed, ...accepted]) await receive(shop, payload)
  const [earning] = await app.db.earning.findMany({ where: { shop } })
  await app.db.earning.create({ data: { ...earning!, orderId: '9', surface: 'thank-you', rest: 0 } })
  const { report } = await app.readReport(shop, RANGE)
  expect(report.get('all')?.get('')).toMatchObject({ revenue: 3_400, orders: 1, rest: 10_000, added: 1_700 })
  expect(report.get('surface')?.get('thank-you')).toMatchObject({ revenue: 1_700, orders: 0, rest: 0, added: 0 })
})

test('test orders count, and what of the revenue is theirs is told', async () => {
  const shop = await shopWithSigning()
  for (const payload of [...placed, ...accepted]) await receive(shop, payload)
  expect(await app.readReport(shop, RANGE)).toMatchObject({ tests: { amount: 0, currency: 'EUR' } })
  await app.db.order.updateMany({ where: { shop }, data: { test: true } })
  expect(await app.readReport(shop, RANGE)).toMatchObject({ tests: { amount: 1_700, currency: 'EUR' } })
  expect((await app.readEarned(shop, RANGE)).totals).toMatchObject({ revenue: { amount: 1_700 } })
})

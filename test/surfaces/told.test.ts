import { afterAll, beforeAll, expect, test } from 'vitest'
import { Rules } from '#app/offers/rules/rules.ts'
import { caseForPhone, PRODUCTS } from './case-for-phone.ts'
import { openShop, SHOP, stage, tokenOf, type Stage } from './stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_told')
  await openShop(on, { products: PRODUCTS })
})
afterAll(() => on.close())

const AT = new Date()
const daysAgo = (days: number) => new Date(AT.getTime() - days * 86_400_000)

/** Everything that can be told of one shopper and her purchase, as webhooks and earlier visits left it. */
async function everythingOf(customerId: string, referenceId: string) {
  const mine = { shop: SHOP, updatedAt: AT }
  await on.db.product.update({ where: { shop_id: { shop: SHOP, id: '1' } }, data: { productType: 'Phone', vendor: 'Acme', tags: ['New'] } })
  await on.db.customer.create({
    data: {
      ...mine,
      id: customerId,
      tags: ['VIP', 'secret'],
      orderCount: 1,
      spent: 9_000,
      consent: 'subscribed',
      subscriber: 'ACTIVE',
      summaryAt: daysAgo(9),
    },
  })
  await on.db.order.create({
    data: {
      ...mine,
      id: `1${customerId}`,
      name: '#1',
      customerId,
      checkoutToken: `before-${customerId}`,
      currency: 'EUR',
      presentmentCurrency: 'EUR',
      total: 9_000,
      originalTotal: 9_000,
      productIds: ['2'],
      processedAt: daysAgo(10),
    },
  })
  await on.db.checkout.create({
    data: {
      ...mine,
      token: referenceId,
      customerId,
      discountCodes: ['Summer'],
      discountShare: 10,
      region: 'DE-BE',
      shippingMethod: 'DHL Express',
      landingPage: '/collections/sale?utm_source=Mail&gclid=secret',
      sourceName: 'web',
    },
  })
  const before = { shop: SHOP, placementId: `before-${customerId}`, offerId: 'seen-before' }
  await on.db.placement.create({
    data: {
      shop: SHOP,
      id: before.placementId,
      surface: 'post-purchase',
      referenceId: `before-${customerId}`,
      customerId,
      snapshotId: 's',
      facts: {},
      decidedAt: daysAgo(10),
    },
  })
  await on.db.placementEvent.create({ data: { ...before, customerId, stepId: 'a', kind: 'shown', at: daysAgo(10) } })
}

const RULES = [
  { kind: 'product-type', types: ['phone'] },
  { kind: 'vendor', vendors: ['ACME'] },
  { kind: 'product-tag', tags: ['new'] },
  { kind: 'customer-tag', tags: ['vip'] },
  { kind: 'lifetime-spend', atLeast: 9_000, atMost: 9_000 },
  { kind: 'order-number', atLeast: 2, atMost: 2 },
  { kind: 'consent', is: 'given' },
  { kind: 'subscription', is: 'active' },
  { kind: 'bought-before', did: 'bought', productIds: ['2'], days: 10 },
  { kind: 'discount-code', codes: ['summer'] },
  { kind: 'discount-share', atLeast: 10, atMost: 10 },
  { kind: 'region', regions: ['DE-BE'] },
  { kind: 'shipping-method', methods: ['express'] },
  { kind: 'channel', channel: 'web' },
  { kind: 'utm', parameter: 'source', values: ['mail'] },
  { kind: 'landing-page', parts: ['/collections/sale'] },
  { kind: 'earlier-offer', did: 'saw', offerIds: ['seen-before'] },
  { kind: 'currency', currencies: ['EUR'] },
  { kind: 'presentment-value', currency: 'EUR', atLeast: 10_000, atMost: 10_000 },
  { kind: 'language', languages: ['en'] },
  { kind: 'random-share', percent: 100, salt: 'x' },
  { kind: 'date', from: '2020-01-01', until: null },
]

test('one statement tells all that rules ask, and what no rule names is not kept', async () => {
  await everythingOf('500', 'told-500')
  const asks = { ...caseForPhone, rules: Rules.parse({ kind: 'all', rules: RULES }) }
  const offer = await on.offers.createOffer(SHOP, asks, 'active')
  expect(
    (await on.post('offer', { token: tokenOf({ customerId: 500, referenceId: 'told-500', lines: [{ productId: 1, variantId: 11 }] }) }))
      .body,
  ).toMatchObject({ show: true })
  await on.surfaces.settled()
  const placement = await on.db.placement.findFirstOrThrow({ where: { shop: SHOP, referenceId: 'told-500' } })
  expect(placement).toMatchObject({ offerId: offer.id, customerId: '500' })
  expect(JSON.stringify(placement)).not.toMatch(/secret/)
  await on.offers.setOfferStatus(SHOP, [offer.id], 'paused')
})

test('a purchase of which nothing is told matches none of them, and says so', async () => {
  const { Facts } = await import('#app/offers/facts.ts')
  const { truthOf } = await import('#app/offers/judge.ts')
  const { parseRule } = await import('#app/offers/rules/rules.ts')
  const offer = await on.offers.createOffer(SHOP, { ...caseForPhone, rules: Rules.parse({ kind: 'all', rules: RULES }) }, 'active')
  await on.post('offer', { token: tokenOf({ customerId: null, referenceId: 'nothing', lines: [{ productId: 404, variantId: 405 }] }) })
  await on.surfaces.settled()
  const { facts } = await on.db.placement.findFirstOrThrow({ where: { shop: SHOP, referenceId: 'nothing' } })
  const unknown = RULES.filter((rule) => truthOf(parseRule(rule), Facts.parse(facts)) === 'unknown').map(({ kind }) => kind)
  expect(unknown).toEqual(
    RULES.map(({ kind }) => kind).filter((kind) => !['currency', 'presentment-value', 'language', 'random-share', 'date'].includes(kind)),
  )
  await on.offers.setOfferStatus(SHOP, [offer.id], 'paused')
})

test('of a purchase of twenty lines at most 2 KB are kept, however much a thousand offers ask', async () => {
  await everythingOf('501', 'told-501')
  const ids = (from: number) => Array.from({ length: 20 }, (_, n) => `${8_000_000_000_000 + from + n}`)
  const many = Array.from({ length: 1_000 }, (_, n) => ({
    ...caseForPhone,
    title: `Offer ${n}`,
    rules: Rules.parse({
      kind: 'all',
      rules: [
        ...RULES,
        { kind: 'product', productIds: ids(n) },
        { kind: 'bought-before', did: 'never', productIds: ids(n * 7), days: null },
      ],
    }),
  }))
  await on.pool.query(
    `with made as (insert into offer (shop, id, title, status, priority, version, updated_at)
       select $1, 'many-' || n, 'Many', 'active', 0, 1, now() from generate_series(0, 999) n)
     insert into offer_version (shop, offer_id, version, definition) select $1, 'many-' || (ordinality - 1), 1, d from jsonb_array_elements($2::jsonb) with ordinality as x(d, ordinality)`,
    [SHOP, JSON.stringify(many)],
  )
  await on.db.shop.update({ where: { shop: SHOP }, data: { snapshotVersion: { increment: 1 } } })
  const lines = ids(0).map((id) => ({ productId: Number(id), variantId: Number(id) + 40_000_000_000_000 }))
  await on.post('offer', { token: tokenOf({ customerId: 501, referenceId: 'told-501', lines }) })
  await on.surfaces.settled()
  const { rows } = await on.pool.query<{ bytes: number }>(
    `select octet_length(to_jsonb(p)::text)::int as bytes from placement p where shop = $1 and reference_id = 'told-501'`,
    [SHOP],
  )
  expect(rows[0]?.bytes).toBeLessThanOrEqual(2_048)
})

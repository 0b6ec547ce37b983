import { expect, test } from 'vitest'
import { matcher, type PastOrder, type ShopThen } from '#app/offers/match.ts'
import { Rules } from '#app/offers/rules/rules.ts'
import { askedBy } from '#app/offers/told.ts'

const past = (over: Partial<PastOrder> = {}): PastOrder => ({
  id: '1',
  at: new Date('2026-11-21T17:30:00Z'),
  customerId: '7',
  currency: 'EUR',
  total: 5_000,
  presentmentCurrency: 'EUR',
  presentmentTotal: 5_000,
  country: 'DE',
  region: null,
  locale: 'de-DE',
  codes: ['Summer'],
  shippingMethod: 'DHL Express',
  landingPage: '/collections/sale?utm_source=Mail&email=someone',
  sourceName: 'web',
  lines: [
    ['1', '11', 2, 4_000, 400],
    [null, null, 1, 1_000, 100],
  ],
  earlierOrders: 1,
  spent: 9_000,
  tags: ['VIP'],
  consent: 'subscribed',
  subscriber: null,
  before: [['3', Date.parse('2026-11-11T17:30:00Z')]],
  ...over,
})

const holds = (rule: object, order: PastOrder, shop: Partial<ShopThen> = {}): boolean => {
  const rules = Rules.parse({ kind: 'all', rules: [rule] })
  const then = { currency: 'EUR', timeZone: 'Europe/Berlin', ordersComplete: true, unknownCollections: [], unread: [] }
  return matcher(rules, { ...then, ...askedBy([rules]), marksOf: new Map([['1', { collections: [], traits: ['type:phone'] }]]), ...shop })(
    order,
  )
}

test.each([
  ['what was bought', { kind: 'product', productIds: ['1'] }, true],
  ['its type', { kind: 'product-type', types: ['Phone'] }, true],
  ['the code, whatever its case', { kind: 'discount-code', codes: ['SUMMER'] }, true],
  ['the share of all goods that was taken off', { kind: 'discount-share', atLeast: 10, atMost: 10 }, true],
  ['a part of the method', { kind: 'shipping-method', methods: ['express'] }, true],
  ['the campaign', { kind: 'utm', parameter: 'source', values: ['mail'] }, true],
  ['the path, and nothing after it', { kind: 'landing-page', parts: ['someone'] }, false],
  ['the clock on the shop’s wall', { kind: 'time-of-day', from: '18:00', until: '19:00' }, true],
  ['her second order', { kind: 'order-number', atLeast: 2, atMost: 2 }, true],
  ['what she had spent', { kind: 'lifetime-spend', atLeast: 9_000, atMost: 9_000 }, true],
  ['what she had bought', { kind: 'bought-before', did: 'bought', productIds: ['3'], days: 10 }, true],
  ['not so long ago', { kind: 'bought-before', did: 'bought', productIds: ['3'], days: 9 }, false],
  ['her tags of today', { kind: 'customer-tag', tags: ['vip'] }, true],
  ['what only the moment knew', { kind: 'earlier-offer', did: 'saw', offerIds: ['a'] }, false],
])('an order of the past is asked for %s', (_, rule, truth) => expect(holds(rule, past())).toBe(truth))

test('a guest, and a history that we may not read, are not known', () => {
  const returning = { kind: 'order-count', is: 'returning' }
  const first = { kind: 'order-count', is: 'first-time' }
  expect(holds(returning, past({ customerId: null }))).toBe(false)
  expect(holds(first, past({ earlierOrders: 0 }))).toBe(true)
  expect(holds(first, past({ earlierOrders: 0 }), { ordersComplete: false })).toBe(false)
})

import { expect, test } from 'vitest'
import type { SimDiscount } from '../model.ts'
import { applyCodes } from './apply.ts'
import { explain } from './codes.ts'
import type { DiscountFacts } from './codes.ts'

const NOW = new Date('2026-05-01T12:00:00Z')
const NOTHING = { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false }
const EVERYTHING = { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true }

let made = 0
const discount = (code: string, changes: Partial<SimDiscount> = {}): SimDiscount => ({
  id: ++made,
  title: code,
  codes: [{ id: made, code, used: 0 }],
  kind: 'basic',
  value: { percentage: 0.1 },
  items: { all: true },
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: null,
  usageLimit: null,
  oncePerCustomer: false,
  customerIds: null,
  minimum: null,
  combinesWith: EVERYTHING,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  ...changes,
})

const facts = (changes: Partial<DiscountFacts> = {}): DiscountFacts => ({
  now: NOW,
  currency: 'EUR',
  lines: [
    { key: 'phone', productId: 1, variantId: 10, collectionIds: [7], quantity: 1, unitPrice: 10_000 },
    { key: 'case', productId: 2, variantId: 20, collectionIds: [], quantity: 3, unitPrice: 1_000 },
  ],
  customerId: 5,
  redeemed: () => false,
  ...changes,
})

const applied = (discounts: SimDiscount[], given = facts(), shipping = 490) =>
  applyCodes(
    discounts.map((one) => ({ code: one.codes[0]?.code ?? '', discount: one })),
    given,
    shipping,
  )

test.each<[string, Partial<SimDiscount>, Partial<DiscountFacts>, string | null]>([
  ['a good code', {}, {}, null],
  ['one that starts tomorrow', { startsAt: '2026-05-02T00:00:00Z' }, {}, 'not-started'],
  ['one that ends now', { endsAt: NOW.toISOString() }, {}, 'expired'],
  ['the last use of a limited one', { usageLimit: 1 }, {}, null],
  ['a limited one that is used up', { usageLimit: 1, codes: [{ id: 1, code: 'X', used: 1 }] }, {}, 'used-up'],
  ['once per customer, the first time', { oncePerCustomer: true }, {}, null],
  ['once per customer, again', { oncePerCustomer: true }, { redeemed: () => true }, 'already-used'],
  ['somebody else’s', { customerIds: [6] }, {}, 'not-for-this-customer'],
  ['one’s own', { customerIds: [5] }, {}, null],
  ['a minimum that is reached exactly', { minimum: { subtotal: '130.00' } }, {}, null],
  ['a minimum missed by a cent', { minimum: { subtotal: '130.01' } }, {}, 'minimum'],
  ['a minimum of items', { minimum: { quantity: 5 } }, {}, 'minimum'],
  ['a product that is not in the cart', { items: { productIds: [9], variantIds: [] } }, {}, 'no-entitled-items'],
  ['a collection that is', { items: { collectionIds: [7] } }, {}, null],
])('%s', (_, changes, given, because) => {
  expect(applied([discount('X', changes)], facts(given)).refused.map(({ refusal }) => refusal.because)).toEqual(because ? [because] : [])
})

test('an unknown code is refused', () => {
  expect(applyCodes([{ code: 'NOPE', discount: null }], facts(), 0).refused).toEqual([{ code: 'NOPE', refusal: { because: 'unknown' } }])
})

test('a percentage is shared over the lines to the cent', () => {
  expect(applied([discount('TEN')]).applied.map(({ perLine }) => perLine)).toEqual([[1_000, 300]])
})

test('a fixed amount never exceeds the goods', () => {
  const [one] = applied([discount('BIG', { value: { amount: '500.00', each: false } })]).applied
  expect(one?.perLine).toEqual([10_000, 3_000])
})

test('an amount each is taken off every unit', () => {
  const [one] = applied([discount('EACH', { value: { amount: '2.00', each: true }, items: { productIds: [2], variantIds: [] } })]).applied
  expect(one?.perLine).toEqual([0, 600])
})

test('two that combine both apply: order discount on what the product discount left, and free shipping', () => {
  const product = discount('CASE', { items: { productIds: [2], variantIds: [] }, value: { percentage: 0.5 } })
  const order = discount('TEN')
  const shipping = discount('SHIP', { kind: 'free_shipping', value: null })
  const result = applied([product, order, shipping])
  expect(result.refused).toEqual([])
  expect(result.applied.map(({ perLine, shipping: off }) => [perLine, off])).toEqual([
    [[0, 1_500], 0],
    [[1_000, 150], 0],
    [[0, 0], 490],
  ])
})

test('two that do not combine: the first stays, the second is named with what it clashes with', () => {
  const { applied: kept, refused } = applied([discount('TEN'), discount('STUBBORN', { combinesWith: NOTHING })])
  expect(kept.map(({ code }) => code)).toEqual(['TEN'])
  expect(refused.map(({ code, refusal }) => explain(code, refusal))).toEqual(['“STUBBORN” cannot be combined with “TEN”.'])
})

test('combining takes both sides’ consent', () => {
  const shipping = discount('SHIP', { kind: 'free_shipping', value: null })
  const willing = discount('A', { combinesWith: { ...NOTHING, shippingDiscounts: true } })
  const unwilling = discount('B', { combinesWith: { ...NOTHING, orderDiscounts: true } })
  expect(applied([shipping, willing]).refused).toEqual([])
  expect(applied([shipping, unwilling]).refused.map(({ code }) => code)).toEqual(['B'])
})

test('two product discounts on one line: the better one', () => {
  const items = { productIds: [2], variantIds: [] }
  const { applied: both } = applied([
    discount('LOW', { items, value: { percentage: 0.1 } }),
    discount('HIGH', { items, value: { percentage: 0.2 } }),
  ])
  expect(both.map(({ perLine }) => perLine[1])).toEqual([0, 600])
})

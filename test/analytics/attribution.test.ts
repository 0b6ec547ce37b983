import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, type Earning, type PaidOrder } from '#app/analytics/attribution.ts'
import { CASE, CHARGER, initial, line, order, PHONE, refundOf, sale, signing } from './order.ts'

type Amounts = Pick<Earning, 'sold' | 'paid' | 'returned' | 'revenue'>
const amounts = (sold: number, paid: number, returned: number): Amounts => ({ sold, paid, returned, revenue: paid - returned })
const earn = (given: Partial<PaidOrder>, first = initial()) => attribute(order(given), first, [signing('a')])
const phone = line('1', PHONE, { unitPrice: 10_000 })
const two = { quantity: 2, currentQuantity: 2 }

test.each<[string, Partial<PaidOrder>, Amounts]>([
  ['paid in full', {}, amounts(2_000, 2_000, 0)],
  [
    'a discount is not earned',
    { lines: [phone, line('2', CASE, { discount: 300 })], transactions: [sale(11_700)] },
    amounts(1_700, 1_700, 0),
  ],
  [
    'tax on top is not earned',
    { lines: [phone, line('2', CASE, { tax: 380 })], transactions: [sale(10_000), sale(2_380)] },
    amounts(2_000, 2_000, 0),
  ],
  ['tax inside is not earned', { taxesIncluded: true, lines: [phone, line('2', CASE, { tax: 319 })] }, amounts(1_681, 1_681, 0)],
  ['the charge failed: nothing is earned', { transactions: [sale(10_000), sale(2_000, { status: 'failure' })] }, amounts(2_000, 0, 0)],
  ['a pending charge is not paid', { transactions: [sale(10_000), sale(2_000, { status: 'pending' })] }, amounts(2_000, 0, 0)],
  ['half of the charge arrived', { transactions: [sale(11_000)] }, amounts(2_000, 1_000, 0)],
  [
    'half, of a price with tax on top',
    { lines: [phone, line('2', CASE, { tax: 400 })], transactions: [sale(11_200)] },
    amounts(2_000, 1_000, 0),
  ],
  ['a partial payment covers the first order first', { transactions: [sale(5_000), sale(2_000)] }, amounts(2_000, 0, 0)],
  ['authorized is not paid', { transactions: [sale(12_000, { kind: 'authorization' })] }, amounts(2_000, 0, 0)],
  ['captured is', { transactions: [sale(12_000, { kind: 'authorization' }), sale(12_000, { kind: 'capture' })] }, amounts(2_000, 2_000, 0)],
  ['a refund transaction pays nothing', { transactions: [sale(10_000), sale(2_000, { kind: 'refund' })] }, amounts(2_000, 0, 0)],
  ['more was paid than this line costs', { transactions: [sale(15_000)] }, amounts(2_000, 2_000, 0)],
  [
    'an amount in another currency cannot be counted',
    { transactions: [sale(10_000), sale(2_000, { currency: 'USD' })] },
    amounts(2_000, 0, 0),
  ],
  ['an amount that names no currency is in the order’s', { transactions: [sale(12_000, { currency: '' })] }, amounts(2_000, 2_000, 0)],
  ['refunded', { refundLines: [refundOf('2', 2_000)] }, amounts(2_000, 2_000, 2_000)],
  [
    'refunded and restocked',
    { refundLines: [refundOf('2', 2_000)], lines: [phone, line('2', CASE, { currentQuantity: 0 })] },
    amounts(2_000, 2_000, 2_000),
  ],
  ['refunded in part', { refundLines: [refundOf('2', 500)] }, amounts(2_000, 2_000, 500)],
  ['refunded in two parts', { refundLines: [refundOf('2', 500), refundOf('2', 700)] }, amounts(2_000, 2_000, 1_200)],
  ['the first order refunded', { refundLines: [refundOf('1', 10_000)] }, amounts(2_000, 2_000, 0)],
  ['more refunded than paid', { refundLines: [refundOf('2', 2_500)] }, amounts(2_000, 2_000, 2_000)],
  ['removed by an edit', { lines: [phone, line('2', CASE, { currentQuantity: 0 })] }, amounts(2_000, 2_000, 2_000)],
  [
    'removed before it was paid',
    { lines: [phone, line('2', CASE, { currentQuantity: 0 })], transactions: [sale(10_000)] },
    amounts(2_000, 0, 0),
  ],
  ['cancelled', { cancelled: true }, amounts(2_000, 2_000, 2_000)],
  ['given away', { lines: [phone, line('2', CASE, { discount: 2_000 })] }, amounts(0, 0, 0)],
])('%s', (_, given, expected) => expect(earn(given)).toMatchObject([expected]))

test.each<[string, Partial<PaidOrder>, Amounts]>([
  [
    'one of two removed',
    { lines: [phone, line('2', CASE, { ...two, currentQuantity: 1 })], transactions: [sale(14_000)] },
    amounts(4_000, 4_000, 2_000),
  ],
  [
    'one removed, the other refunded',
    { lines: [phone, line('2', CASE, { ...two, currentQuantity: 0 })], transactions: [sale(14_000)], refundLines: [refundOf('2', 2_000)] },
    amounts(4_000, 4_000, 4_000),
  ],
  [
    'one removed, half paid: the other is paid',
    { lines: [phone, line('2', CASE, { ...two, currentQuantity: 1 })], transactions: [sale(12_000)] },
    amounts(4_000, 2_000, 0),
  ],
  [
    'three yen over two',
    { lines: [phone, line('2', CASE, { ...two, unitPrice: 2, discount: 1, currentQuantity: 1 })], transactions: [sale(10_003)] },
    amounts(3, 3, 2),
  ],
])('two pieces: %s', (_, given, expected) => {
  expect(attribute(order(given), initial(), [signing('a', CASE, { lines: [{ variantId: CASE, quantity: 2 }] })])).toMatchObject([expected])
})

test('an order paid in another currency earns in the shop’s, at the rate of the order', () => {
  // The mirror holds shop money: 21.98 USD were 20.00 EUR when the order was placed.
  expect(earn({}, initial({ total: null }))).toMatchObject([{ currency: 'EUR', revenue: 2_000 }])
})

test('a signature that Shopify never took earns nothing', () => expect(earn({ lines: [phone], transactions: [sale(10_000)] })).toEqual([]))

test('a line that the merchant added is nobody’s', () => {
  expect(attribute(order({ lines: [phone, line('2', CHARGER)] }), initial(), [signing('a')])).toEqual([])
})

test('what was bought before keeps its line when the offer adds the same', () => {
  const lines = [line('9', PHONE, { unitPrice: 9_000 }), line('10', PHONE, { unitPrice: 8_000 })]
  const paid = order({ lines, originalTotal: 9_000, transactions: [sale(9_000), sale(8_000)] })
  expect(attribute(paid, initial({ total: 9_000 }), [signing('a', PHONE)])).toMatchObject([{ lineId: '10', revenue: 8_000 }])
})

test('two steps with the same product are told apart by the order of signing', () => {
  const paid = order({ lines: [phone, line('2', CASE), line('3', CASE)], transactions: [sale(10_000), sale(2_000)] })
  const later = signing('first', CASE, { signedAt: new Date('2026-11-02') })
  const claims = attribute(paid, initial(), [later, signing('a')])
  expect(claims.map(({ changesetId, lineId, paid }) => [changesetId, lineId, paid])).toEqual([
    ['a', '2', 2_000],
    ['first', '3', 0],
  ])
})

test('of two that ask for the same, the one reported as refused waits', () => {
  const claims = attribute(order(), initial(), [signing('a', CASE, { refused: true }), signing('later')])
  expect(claims.map(({ changesetId }) => changesetId)).toEqual(['later'])
})

test('a step of several products is in the order whole or not at all', () => {
  const both = signing('a', CASE, { lines: [CASE, CHARGER].map((variantId) => ({ variantId, quantity: 1 })) })
  const half = attribute(order(), initial(), [both, signing('later')])
  expect(half.map(({ changesetId }) => changesetId)).toEqual(['later'])
  const whole = order({ lines: [phone, line('2', CASE), line('3', CHARGER, { unitPrice: 500 })], transactions: [sale(12_500)] })
  expect(attribute(whole, initial(), [both]).map(({ lineId, revenue }) => [lineId, revenue])).toEqual([
    ['2', 2_000],
    ['3', 500],
  ])
})

const amount = fc.nat(500_000)
const anyLine = fc
  .record({
    variantId: fc.constantFrom(PHONE, CASE, CHARGER),
    quantity: fc.integer({ min: 1, max: 4 }),
    unitPrice: amount,
    off: fc.nat(100),
    tax: fc.nat(100),
    gone: fc.nat(4),
  })
  .map(({ off, tax, gone, ...some }) => ({
    ...some,
    discount: Math.floor((some.unitPrice * some.quantity * off) / 100),
    tax: Math.floor((some.unitPrice * tax) / 500),
    currentQuantity: Math.max(0, some.quantity - gone),
  }))
const anyOrder = fc
  .record({
    taxesIncluded: fc.boolean(),
    cancelled: fc.boolean(),
    lines: fc.array(anyLine, { maxLength: 6 }),
    originalTotal: amount,
    transactions: fc.array(
      fc.record({
        kind: fc.constantFrom('sale', 'capture', 'authorization', 'refund', 'void'),
        status: fc.constantFrom('success', 'failure', 'pending'),
        amount,
        currency: fc.constantFrom('EUR', '', 'USD'),
        processedAt: fc.nat(3).map((second) => new Date(second * 1000)),
      }),
      { maxLength: 6 },
    ),
    refundLines: fc.array(fc.record({ lineId: fc.nat(6).map(String), quantity: fc.nat(4), subtotal: amount }), { maxLength: 4 }),
  })
  .map((some): PaidOrder => ({ ...some, currency: 'EUR', lines: some.lines.map((each, index) => ({ ...each, id: String(index + 1) })) }))
const anySignings = fc
  .array(
    fc.record({
      variantId: fc.constantFrom(CASE, CHARGER),
      quantity: fc.integer({ min: 1, max: 4 }),
      second: fc.nat(3),
      refused: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((some) =>
    some.map(({ variantId, quantity, second, refused }, index) =>
      signing(`signing ${index}`, variantId, { lines: [{ variantId, quantity }], signedAt: new Date(second * 1000), refused }),
    ),
  )

test('no offer ever earns more than was paid beyond the first order, and every amount adds up', () => {
  fc.assert(
    fc.property(anyOrder, anySignings, (some, signings) => {
      const earnings = attribute(some, initial({ total: null }), signings)
      const received = some.transactions.filter(
        ({ kind, status, currency }) => /sale|capture/.test(kind) && status === 'success' && currency !== 'USD',
      )
      const beyond = Math.max(0, received.reduce((total, one) => total + one.amount, 0) - some.originalTotal)
      expect(earnings.reduce((total, { paid }) => total + paid, 0)).toBeLessThanOrEqual(beyond)
      for (const { sold, paid, returned, revenue } of earnings) {
        expect(revenue).toBe(paid - returned)
        expect([sold, paid, returned, revenue].every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true)
        expect(paid).toBeLessThanOrEqual(sold)
      }
      expect(new Set(earnings.map(({ lineId }) => lineId)).size).toBe(earnings.length)
    }),
  )
})

test('the order in which things are listed changes nothing', () => {
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })
  const twice = fc.tuple(anyOrder, anySignings).chain(([some, signings]) =>
    fc.record({
      one: fc.constant({ some, signings }),
      other: fc
        .tuple(shuffled(some.lines), shuffled(some.transactions), shuffled(some.refundLines), shuffled(signings))
        .map(([lines, transactions, refundLines, mixed]) => ({ some: { ...some, lines, transactions, refundLines }, signings: mixed })),
    }),
  )
  fc.assert(
    fc.property(twice, ({ one, other }) => {
      expect(attribute(other.some, initial(), other.signings)).toEqual(attribute(one.some, initial(), one.signings))
    }),
  )
})

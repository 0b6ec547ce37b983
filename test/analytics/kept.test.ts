import { expect, test } from 'vitest'
import { attribute, withoutOffers, type PaidOrder } from '#app/analytics/attribution.ts'
import { CASE, CHARGER, initial, line, order, PHONE, refundOf, sale, signing } from './order.ts'

const phone = line('1', PHONE, { unitPrice: 10_000 })
const two = { quantity: 2, currentQuantity: 2 }
const MINUTE = 60_000
const late = new Date(signing('a').signedAt.getTime() + MINUTE)
test.each<[string, number[], [number, number]]>([
  ['a charge pays for its own step, and its shipping', [2_500, 700], [2_000, 700]],
  ['with tax on the shipping', [2_595, 700], [2_000, 700]],
  ['a charge that failed leaves its own step unpaid', [700], [0, 700]],
  ['shipping of the first step never pays for the second', [2_500], [2_000, 0]],
  ['what was received by hand covers what is owed in the order of signing', [2_300], [2_000, 300]],
  ['all of it in one', [3_200], [2_000, 700]],
])('%s', (_, payments, paid) => {
  const steps = [signing('a', CASE, { shipping: 500 }), signing('later', CHARGER, { signedAt: late })]
  const given = order({
    lines: [phone, line('2', CASE), line('3', CHARGER, { unitPrice: 700 })],
    transactions: [sale(10_000), ...payments.map((each) => sale(each, { processedAt: new Date(late.getTime() + MINUTE) }))],
  })
  expect(attribute(given, initial(), steps).map((earning) => earning.paid)).toEqual(paid)
})

test.each<[string, Partial<PaidOrder>, { cost: number; discount: number; kept: number; unpaid: number }]>([
  ['cost and discount are of what was kept', {}, { cost: 1_600, discount: 600, kept: 2, unpaid: 0 }],
  ['half refunded', { refundLines: [refundOf('2', 1_700)] }, { cost: 800, discount: 300, kept: 1, unpaid: 0 }],
  ['cancelled', { cancelled: true }, { cost: 0, discount: 0, kept: 0, unpaid: 0 }],
  ['not paid', { transactions: [sale(10_000)] }, { cost: 0, discount: 0, kept: 2, unpaid: 3_400 }],
  ['half paid', { transactions: [sale(11_700)] }, { cost: 800, discount: 300, kept: 2, unpaid: 1_700 }],
])('%s', (_, given, expected) => {
  const lines = [phone, line('2', CASE, { ...two, discount: 600 })]
  const step = signing('a', CASE, { lines: [{ variantId: CASE, quantity: 2, cost: 800 }] })
  const paid = order({ lines, transactions: [sale(10_000), sale(3_400)], ...given })
  expect(attribute(paid, initial(), [step])).toMatchObject([expected])
})

test('a gift costs what it costs though it earns nothing', () => {
  const step = signing('a', CASE, { lines: [{ variantId: CASE, quantity: 1, cost: 800 }] })
  expect(attribute(order({ lines: [phone, line('2', CASE, { discount: 2_000 })] }), initial(), [step])).toMatchObject([
    { revenue: 0, cost: 800, discount: 2_000 },
  ])
})

test.each<[string, Partial<PaidOrder>, number]>([
  ['the rest of the order is its other lines', {}, 10_000],
  ['less what was refunded', { refundLines: [refundOf('1', 2_500)] }, 7_500],
  ['nothing once it is cancelled', { cancelled: true }, 0],
])('%s', (_, given, expected) => {
  const some = order(given)
  expect(withoutOffers(some, attribute(some, initial(), [signing('a')]))).toBe(expected)
})

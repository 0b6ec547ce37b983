import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openFunnel } from '#app/offers/funnel.ts'
import { atRate, inCurrency, offForNothing, variantsShown } from '#app/surfaces/block/prices.ts'
import type { Money } from '#app/values/money.ts'
import { bundle, offer, shelf, step, variant } from '../offers/builders.ts'

const goods = shelf(variant('91', { price: 2_000 }), variant('92', { price: 3_000 }), variant('11', { productId: '1' }))
const steps = [step('off', { discount: { kind: 'fixed', amount: 500 } }), step('share', { discount: { kind: 'percentage', percent: 20 } })]
const funnel = openFunnel(offer('case', { steps }).definition, { shelf: goods })
const yen = (amount: number) => ({ amount, currency: 'JPY' })

test('only what can be chosen is asked for', () => expect(variantsShown(funnel, goods)).toEqual(['91', '92']))

test('prices are Shopify’s, and an amount off is counted at the same rate', () => {
  const there = inCurrency({ funnel, shelf: goods }, new Map([['91', yen(3_268)]]), 'JPY')
  expect(there?.shelf.get('91')?.price).toBe(3_268)
  expect(there?.funnel.steps.map(({ discount }) => discount)).toEqual([
    { kind: 'fixed', amount: 817 },
    { kind: 'percentage', percent: 20 },
  ])
  expect(there?.funnel.first?.id).toBe('off')
})

test('where a market has prices of its own, an amount off follows the rate, as its code does, and is never more than the price', () => {
  const rate = { here: 10_000, there: 1_634_000 }
  const [dear, above] = [yen(4_000), offer('all', { steps: [step('all', { discount: { kind: 'fixed', amount: 9_000 } })] })]
  const there = inCurrency({ funnel, shelf: goods }, new Map([['91', dear]]), 'JPY', rate)
  expect([there?.shelf.get('91')?.price, there?.funnel.steps[0]?.discount]).toEqual([4_000, { kind: 'fixed', amount: 81_700 }])
  const all = { funnel: openFunnel(above.definition, { shelf: goods }), shelf: goods }
  expect(inCurrency(all, new Map([['91', dear]]), 'JPY', rate)?.funnel.steps[0]?.discount).toEqual({ kind: 'fixed', amount: 326_800 })
})

const pounds = (amount: number) => new Map([['91', { amount, currency: 'GBP' }]])
const rate = { here: 10_000, there: 8_500 }
const given = (quantity = 1) => [{ variantId: '91', quantity, discount: 2_000 * quantity }]

test.each<[string, Map<string, Money>, number, number]>([
  ['as the rate has it: a cent in a hundred more, for the rate moves', pounds(1_700), 1, 2_040],
  ['rounded up by its market', pounds(1_799), 1, 2_160],
  ['two of them', pounds(1_799), 2, 4_320],
  ['half as much again', pounds(2_550), 1, 3_040],
  ['less than here: no less than here', pounds(1_000), 1, 2_000],
  ['not told', new Map(), 1, 2_040],
])('what a gift’s code takes off, the price there being %s', (_, prices, quantity, off) =>
  expect(offForNothing(given(quantity), { prices, rate })).toBe(off),
)

const cents = (most: number) => fc.integer({ min: 1, max: most })

test('a gift costs nothing wherever it is sold, also when the rate has moved by a hundredth; its code takes off little more, in few grades', () =>
  fc.assert(
    fc.property(
      cents(1_000_000),
      cents(3_000_000),
      cents(50),
      fc.double({ min: 0.01, max: 200, noNaN: true }),
      (here, there, quantity, factor) => {
        const told = { prices: pounds(there), rate: { here: 100_000, there: Math.max(1, Math.round(100_000 * factor)) } }
        const off = offForNothing([{ variantId: '91', quantity, discount: here * quantity }], told)
        const cost = (there * quantity * told.rate.here) / told.rate.there
        expect(off).toBeGreaterThanOrEqual(Math.max(here * quantity, Math.floor(cost * 1.01)))
        const grade = Math.max(1, Math.ceil((here * quantity) / 50))
        expect(off).toBeLessThanOrEqual(Math.max(here * quantity, cost * 1.01) + grade)
        expect((off - here * quantity) % grade).toBe(0)
      },
    ),
  ))

test.each([
  ['a price that is not told', new Map()],
  ['a price in another currency', new Map([['91', { amount: 1_680, currency: 'GBP' }]])],
])('%s is not made up', (_, prices) => expect(inCurrency({ funnel, shelf: goods }, prices, 'JPY')).toBeNull())

test('a bundle needs every price', () => {
  const both = [step('both', { items: bundle({ productId: '9', variantId: '91' }, { productId: '1', variantId: '11' }) })]
  const whole = openFunnel(offer('case', { steps: both }).definition, { shelf: goods })
  expect(inCurrency({ funnel: whole, shelf: goods }, new Map([['91', yen(1)]]), 'JPY')).toBeNull()
})

test('an order tells the rate that it was counted at', () =>
  expect(atRate(goods, 10_000, 8_400, 'GBP').get('91')).toEqual({ amount: 1_680, currency: 'GBP' }))

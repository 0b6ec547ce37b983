import { expect, test } from 'vitest'
import { openFunnel } from '#app/offers/funnel.ts'
import { atRate, inCurrency, staysFree, variantsShown } from '#app/surfaces/block/prices.ts'
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

test.each([
  ['as the rate has it', 1_701, true],
  ['more than that', 1_799, false],
])('a gift is free there only where its code reaches: a price %s', (_, amount, free) => {
  const gifts = openFunnel(offer('gift', { steps: [step('gift', { gift: true })] }).definition, { shelf: goods })
  expect(staysFree({ funnel: gifts, shelf: goods }, new Map([['91', { amount, currency: 'GBP' }]]), { here: 100, there: 85 })).toBe(free)
})

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

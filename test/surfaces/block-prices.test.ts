import { expect, test } from 'vitest'
import { openFunnel } from '#app/offers/funnel.ts'
import { atRate, inCurrency, variantsShown } from '#app/surfaces/block/prices.ts'
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

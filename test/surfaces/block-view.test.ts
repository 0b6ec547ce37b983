import { expect, test } from 'vitest'
import { openFunnel } from '#app/offers/funnel.ts'
import type { Step } from '#app/offers/step.ts'
import { viewSteps } from '#app/surfaces/block/block-view.ts'
import { voiceOf } from '#app/surfaces/voice.ts'
import { bundle, offer, shelf, step, variant } from '../offers/builders.ts'

const goods = shelf(variant('91'), variant('92', { variantTitle: 'Large', stock: 2 }))
const voice = voiceOf({ currency: 'EUR', overrides: {} }, 'en')
const view = (first: Step) =>
  viewSteps('case', openFunnel(offer('case', { steps: [first] }).definition, { shelf: goods }), goods, voice, new Map())?.steps[0]
const asked = (product: object, discount: object = { kind: 'percentage', percent: 10 }) =>
  view(step('one', { items: bundle({ productId: '9', variantId: '91', ...product }), discount: discount as Step['discount'] }))

test.each([
  ['one, and no more', {}, undefined, undefined, undefined],
  ['always two', { quantity: 2, least: 2, most: 2 }, undefined, 'Quantity: 2', undefined],
  ['one to three', { quantity: 1, least: 1, most: 3 }, 1, undefined, ['€18.00', '€36.00', '€54.00']],
  ['more than there is', { quantity: 4, least: 4, most: 9 }, 4, undefined, ['€72.00', '€90.00']],
])('how many she may take: %s', (_, product, least, amount, totals) => {
  const shown = asked(product)?.products[0]
  expect([shown?.least, shown?.amount, shown?.variants[0]?.totals]).toEqual([least, amount, totals])
})

test('an amount off is off each piece, and of a long range each price is told up to a dozen', () => {
  const totals = asked({ quantity: 1, least: 1, most: 5 }, { kind: 'fixed', amount: 250 })?.products[0]?.variants[0]?.totals
  expect(totals?.slice(0, 2)).toEqual(['€17.50', '€35.00'])
})

test('what costs nothing is called free, beside what it would cost', () => {
  const shown = asked({}, { kind: 'fixed', amount: 9_000 })
  expect([shown?.products[0]?.variants[0], shown?.total]).toMatchObject([{ price: 'Free', was: '€20.00', total: 'Free' }, 'Free'])
})

test('of another variant she may take as many as there are', () => {
  const shown = asked({ quantity: 1, least: 1, most: 3, anyVariant: true })?.products[0]
  expect(shown?.variants.map(({ totals }) => totals?.length)).toEqual([3, 2])
})

test('where the sum depends on what she chooses, it is not told beforehand', () => {
  const two = bundle({ productId: '9', variantId: '91' }, { productId: '9', variantId: '92', quantity: 1, least: 1, most: 2 })
  const shown = view(step('both', { items: two }))
  expect(shown).not.toHaveProperty('total')
  expect(shown?.sum).toEqual({ language: 'en', currency: 'EUR', exponent: 2 })
  expect(shown?.products.map(({ variants }) => variants[0]?.amounts)).toEqual([[2_000], [2_000, 4_000]])
})

test('a subscription says so, with its plan’s name and price', () => {
  const plans = new Map([['5', { kind: 'percentage', percent: 10 } as const]])
  const onPlan = shelf(variant('91', { plans }))
  const sold = step('one', {
    items: bundle({ productId: '9', variantId: '91', quantity: 1 }),
    discount: { kind: 'percentage', percent: 50 },
    subscription: { sellingPlanId: '5', name: 'Every month', recurringShipping: 0 },
  })
  const funnel = openFunnel(offer('case', { steps: [sold] }).definition, { shelf: onPlan })
  const shown = viewSteps('case', funnel, onPlan, voiceOf({ currency: 'EUR', overrides: {} }, 'de'), new Map())?.steps[0]
  expect(shown?.plan).toBe('Abonnement · Every month · Der Rabatt dieses Angebots gilt für die erste Lieferung')
  expect(shown?.products[0]?.variants[0]).toMatchObject({ was: '18,00\u00a0€', price: '9,00\u00a0€' })
})

test('in a language that runs from right to left a name keeps its own direction', () => {
  const goods = shelf(variant('91', { title: 'Eau 7', variantTitle: '50 ml' }))
  const funnel = openFunnel(offer('case', { steps: [step('one', { items: bundle({ productId: '9', variantId: '91' }) })] }).definition, {
    shelf: goods,
  })
  const shown = (locale: string) =>
    viewSteps('case', funnel, goods, voiceOf({ currency: 'EUR', overrides: {} }, locale), new Map())?.steps[0]
  expect(shown('he')).toMatchObject({
    headline: expect.stringContaining('\u2068Eau 7\u2069'),
    products: [{ title: '\u2068Eau 7\u2069', variants: [{ title: '\u206850 ml\u2069' }] }],
  })
  expect(shown('en')?.products).toMatchObject([{ title: 'Eau 7', variants: [{ title: '50 ml' }] }])
})

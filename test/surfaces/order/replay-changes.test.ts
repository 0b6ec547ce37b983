import { expect, test } from 'vitest'
import type { Step } from '#app/offers/step.ts'
import { stepChanges } from '#app/surfaces/order/replay-changes.ts'
import type { StepMet } from '#app/surfaces/order/replay-steps.ts'
import { stepsToday } from '#app/surfaces/order/replay-steps.ts'
import type { Surface } from '#app/surfaces/placements/placement.ts'
import { openFunnel } from '#app/offers/funnel.ts'
import { bundle, offer, shelf, step, variant } from '../../offers/builders.ts'

const named = (id: string) => [`${id}1`, { productId: id, title: `P${id}`, imageUrl: null }] as const
const products = Object.fromEntries(['2', '3', '4'].map((id) => [id, { title: `P${id}`, imageUrl: null }]))
const words = {
  currency: 'EUR',
  names: { products, collections: {}, offers: {}, variants: Object.fromEntries(['2', '3', '4'].map(named)) },
}
const of = (productId: string) => bundle({ productId, variantId: `${productId}1` })
const A = step('a', { items: of('2'), onAccept: 'b' })
const B = step('b', { items: of('3') })
const best = (...productIds: string[]) => step('a', { items: { kind: 'best', from: { kind: 'products', productIds }, show: 1 } })
const met = (stepId: string, productIds: string[], lines: StepMet['lines'] = []): StepMet => ({ stepId, productIds, lines })

interface Shop {
  stock?: Record<string, number>
  ranked?: string[]
}
/** What is told of an offer of these steps then and today, as the shop has it. */
const told = (before: Step[], after: Step[], seen: StepMet[] = [], { stock = {}, ranked = ['2', '3'] }: Shop = {}, surface: Surface = 'thank-you') => {
  const goods = shelf(...['2', '3', '4'].map((id) => variant(`${id}1`, { productId: id, title: `P${id}`, stock: stock[id] ?? 5 })))
  const { definition } = offer('O', { steps: after })
  const funnel = openFunnel(definition, { shelf: goods, ranked: new Map([['products 2 3', ranked]]) })
  const steps = stepsToday(definition.steps, funnel, goods, { hasSubscription: false })
  return stepChanges(surface, { definition: before, met: seen }, { definition: definition.steps, steps }, words)
} // prettier-ignore

test.each<[string, Parameters<typeof told>, string[]]>([
  ['they are as they were', [[A, B], [A, B], [met('a', ['2'], [{ variantId: '21', unitPrice: 2_000 }]), met('b', ['3'])]], []],
  ['another product', [[A, B], [{ ...A, items: step('x', { items: of('4') }).items }, B]], ['Step 1, what is offered: “1 × P2” then, “1 × P4” today.']],
  [
    'another discount',
    [[A, B], [A, { ...B, discount: { kind: 'percentage', percent: 15 } }]],
    ['Step 2, price: “No discount” then, “15 % off, the price before crossed out” today.'],
  ],
  ['a step is new', [[A], [A, B]], ['Step 1, if the shopper accepts: “Go to the order confirmation” then, “Show step 2” today.', 'Step 2 was not there then: 1 × P3.']],
  ['a step is gone', [[{ ...A, onAccept: null }, B], [{ ...A, onAccept: null }]], ['Step 2 of then is gone: 1 × P3.']],
  ['one that she met has sold out', [[A, B], [A, B], [met('a', ['2']), met('b', ['3'])], { stock: { 3: 0 } }], ['The shopper met step 2 then. Today it is skipped: what it offers was sold out.']],
  ['one that she never met has sold out', [[A, B], [A, B], [met('a', ['2'])], { stock: { 3: 0 } }], []],
  ['the best match is another', [[best('2', '3')], [best('2', '3')], [met('a', ['2'])], { ranked: ['3', '2'] }], ['Step 1: its best match was another then. Today it is P3.']],
  ['what she took costs something else', [[A, B], [A, B], [met('a', ['2'], [{ variantId: '21', unitPrice: 1_800 }])]], ['Step 1: P2 cost €18.00 then, and costs €20.00 today, before the discount.']],
  ['a message sells its first step alone', [[A, B], [A], [met('a', ['2'])], {}, 'email'], []],
  ['and today another one comes first', [[A, B], [A, B], [met('a', ['2'])], { stock: { 2: 0 } }, 'email'], []],
  ['and that has changed', [[A, B], [{ ...A, gift: true }, B], [met('a', ['2'])], {}, 'email'], ['Step 1, price: “No discount” then, “Free gift” today.', 'Step 1, delivery: “With the order, no extra cost” then, “Free, and says so” today.']],
])('the steps of an offer that is shown again: %s', (_, given, says) => expect(told(...given)).toEqual(says)) // prettier-ignore

test('a message that would sell its second step, as the first has sold out, says so', () => {
  const first = { ...A, onAccept: null, onDecline: 'b' }
  expect(told([first, B], [first, B], [met('a', ['2'])], { stock: { 2: 0 } }, 'email')).toEqual(['The message offered 1 × P2 then, and 1 × P3 today.'])
}) // prettier-ignore

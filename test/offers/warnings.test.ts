import { expect, test } from 'vitest'
import { armsOf, type Arm } from '#app/offers/experiment/arm.ts'
import { Rules } from '#app/offers/rules/rules.ts'
import { warningsOf } from '#app/offers/warnings.ts'
import { bundle, offer, shelf, step, variant } from './builders.ts'

const named = { title: 'Phone', imageUrl: null }
const words = { currency: 'EUR', names: { products: { 1: named, 2: named }, variants: {}, collections: {}, offers: {} } }
const all = (...rules: object[]) => ({ kind: 'all', rules })
const any = (...rules: object[]) => ({ kind: 'any', rules })
const none = (...rules: object[]) => ({ kind: 'none', rules })
const german = { kind: 'country', countries: ['DE'] }
const french = { kind: 'country', countries: ['FR'] }
const either = { kind: 'country', countries: ['DE', 'FR'] }
const rich = { kind: 'order-value', atLeast: 5_000, atMost: null }
const poor = { kind: 'order-value', atLeast: null, atMost: 4_999 }
const first = { kind: 'order-count', is: 'first-time' }
const third = { kind: 'order-number', atLeast: 3, atMost: null }
const phone = { kind: 'product', productIds: ['1'] }
const other = { kind: 'product', productIds: ['2'] }

const warn = (rules: object, over: object = {}) =>
  warningsOf({ ...offer('mine').definition, rules: Rules.parse(rules) }, { id: 'mine', others: [], shelf: shelf(), words, ...over })

test.each([
  ['two countries at once', all(german, french), true],
  ['a country and that country', all(german, either), false],
  ['two products can be in one order', all(phone, other), false],
  ['so much and not so much', all(rich, poor), true],
  ['a rule and not that rule', all(phone, none(phone)), true],
  ['a country and neither that nor another', all(german, none(either)), true],
  ['one of two countries and not the one', all(either, none(german)), false],
  ['the first order and the third', all(first, third), true],
  ['either is fine', any(german, french), false],
  ['an alternative that the rest excludes', all(german, any(all(french, rich), phone)), true],
  ['not both of them', none(all(german, french)), false],
  ['neither of them', none(any(german, french)), false],
])('rules that exclude each other: %s', (_, rules, warned) => expect(warn(rules).some(({ kind }) => kind === 'excluded')).toBe(warned))

test('what excludes what is said in words', () =>
  expect(warn(all(german, french))[0]?.says).toBe(
    'No shopper can match: nobody is among those who ship to Germany and also among those who ship to France.',
  ))

const lost = { kind: 'product', productIds: ['7', '8'] }

test.each([
  ['a product', all(german, lost), true],
  ['a collection', all({ kind: 'collection', collectionIds: ['7'] }), true],
  ['so many of a product', all({ kind: 'quantity', productIds: ['7'], atLeast: 2, atMost: null }), true],
  ['one of two products', all({ kind: 'product', productIds: ['1', '7'] }), false],
  ['another will do', any(german, lost), false],
  ['it must not be bought', all(german, none(lost)), false],
  ['bought before', all({ kind: 'bought-before', did: 'bought', productIds: ['7'], days: null }), false],
])('what is named is no longer in the shop: %s', (_, rules, warned) => expect(warn(rules).some(({ kind }) => kind === 'gone')).toBe(warned))

test('which condition names only what is gone is said by its title', () =>
  expect(warn(all(german, lost))[0]?.says).toBe('No shopper can match: nothing that “Bought a product” names is in the shop any more.'))

test.each([
  ['one for everybody stands before it', offer('first', { priority: 1 }), true],
  ['it stands behind', offer('first'), false],
  ['one that asks for something else', offer('first', { priority: 1, rules: [other] }), false],
  ['one that asks for less of the same', offer('first', { priority: 1, rules: [phone] }), true],
  ['one that ends', offer('first', { priority: 1, endsAt: '2027-01-01T00:00:00Z' }), false],
  [
    'one that is sold out',
    offer('first', { priority: 1, steps: [step('one', { items: bundle({ productId: '8', variantId: '81' }) })] }),
    false,
  ],
  ['one that is met elsewhere only', offer('first', { priority: 1, shownOn: ['email'] }), false],
  ['itself', offer('mine', { priority: 1 }), false],
])('an offer can never win: %s', (_, before, warned) =>
  expect(warn(all(phone, rich), { others: [before] }).some(({ kind }) => kind === 'never-wins')).toBe(warned),
)

test('the two sides of an A/B test are in nobody’s way but that of others', () => {
  const { original, challenger } = armsOf('test', 50)
  const inTest = (id: string, priority: number, arm: Arm) => {
    const made = offer(id, { priority })
    return { ...made, definition: { ...made.definition, arm } }
  }
  const others = [inTest('first', 1, original), inTest('mine', 0, challenger)]
  expect(warn(all(phone, rich), { others })).toEqual([])
  expect(warn(all(phone, rich), { others, id: 'third' })).toMatchObject([{ kind: 'never-wins' }])
})

test.each([
  ['sold out', { stock: 0 }, /Case is sold out/],
  ['not on the online store', { published: false }, /not on the online store/],
  ['archived', { status: 'archived' }, /archived/],
])('a product that is %s', (_, over, says) =>
  expect(warn(all(), { shelf: shelf(variant('91', over)) })).toMatchObject([
    { kind: 'unavailable', stepIndex: 0, says: expect.stringMatching(says) },
  ]),
)

test('an offer in order is not warned of', () => expect(warn(all(phone, german, rich))).toEqual([]))

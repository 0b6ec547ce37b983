import { expect, test } from 'vitest'
import { namedIn, sentenceOf } from '#app/offers/sentence.ts'
import { Rules } from '#app/offers/rules/rules.ts'

const names = {
  products: { '1': { title: 'Phone A', imageUrl: null }, '2': { title: 'Phone B', imageUrl: null } },
  variants: {},
  collections: { '9': { title: 'Sale', imageUrl: null } },
}
const bought = { kind: 'product', productIds: ['1', '2'] }
const rich = { kind: 'order-value', atLeast: 5_000, atMost: null }
const german = { kind: 'country', countries: ['DE'] }
const onSale = { kind: 'collection', collectionIds: ['9'] }

test.each([
  ['none', {}, 'Shown after every purchase that can show an offer.'],
  ['all', { all: [bought, rich] }, 'Shown when the shopper bought Phone A or Phone B, and the order is at least €50.00.'],
  ['one of any', { any: [german] }, 'Shown when it ships to Germany.'],
  [
    'any',
    { all: [rich], any: [german, onSale] },
    'Shown when the order is at least €50.00, and at least one of these is true: it ships to Germany; the shopper bought something from Sale.',
  ],
  [
    'not alone',
    { not: [german, rich] },
    'Shown after every purchase that can show an offer, but never when it ships to Germany, or when the order is at least €50.00.',
  ],
  ['deleted', { all: [{ kind: 'product', productIds: ['3'] }] }, 'Shown when the shopper bought something no longer in the shop.'],
])('%s', (_, rules, sentence) => expect(sentenceOf(Rules.parse(rules), { names, currency: 'EUR' })).toBe(sentence))

test('nothing is looked up for an offer that is not there yet', () =>
  expect(namedIn(undefined)).toEqual({ products: [], variants: [], collections: [] }))

import { expect, test } from 'vitest'
import { namedIn, sentenceOf } from '#app/offers/sentence.ts'
import { Rules } from '#app/offers/rules/rules.ts'

const names = {
  products: {
    '1': { title: 'Phone A', imageUrl: null },
    '2': { title: 'Phone B', imageUrl: null },
    '4': { title: 'Lumen, Ivory', imageUrl: null },
  },
  variants: {},
  collections: { '9': { title: 'Sale', imageUrl: null } },
  offers: {},
}
const bought = { kind: 'product', productIds: ['1', '2'] }
const rich = { kind: 'order-value', atLeast: 5_000, atMost: null }
const german = { kind: 'country', countries: ['DE'] }
const onSale = { kind: 'collection', collectionIds: ['9'] }

const not = (...rules: object[]) => ({ kind: 'none', rules })
const any = (...rules: object[]) => ({ kind: 'any', rules })
const all = (...rules: object[]) => ({ kind: 'all', rules })
const returning = { kind: 'order-count', is: 'returning' }

test.each([
  ['none', all(), 'Shown after every purchase that can show an offer.'],
  ['all', all(bought, rich), 'Shown to shoppers who bought Phone A or Phone B and spent at least €50.00.'],
  ['one of any', any(german), 'Shown to shoppers who ship to Germany.'],
  [
    'any within all',
    all(rich, any(german, onSale)),
    'Shown to shoppers who spent at least €50.00 and either ship to Germany or bought something from Sale.',
  ],
  [
    'all within any',
    any(german, all(rich, returning)),
    'Shown to shoppers who either ship to Germany or (spent at least €50.00 and have ordered before).',
  ],
  [
    'all within all',
    all(german, all(rich, returning)),
    'Shown to shoppers who ship to Germany, spent at least €50.00 and have ordered before.',
  ],
  [
    'what is not so comes last',
    all(not(onSale), bought, german),
    'Shown to shoppers who bought Phone A or Phone B and ship to Germany, but bought nothing from Sale.',
  ],
  ['not alone', not(german, rich), 'Shown to shoppers who do not ship to Germany and did not spend at least €50.00.'],
  ['not all of them', not(all(german, rich)), 'Shown to shoppers who either do not ship to Germany or did not spend at least €50.00.'],
  ['not not', not(not(german, rich)), 'Shown to shoppers who either ship to Germany or spent at least €50.00.'],
  [
    'names with commas',
    all({ kind: 'product', productIds: ['1', '2', '4'] }),
    'Shown to shoppers who bought Phone A; Phone B or Lumen, Ivory.',
  ],
  ['one item', all({ kind: 'items', atLeast: 1, atMost: 1 }), 'Shown to shoppers who bought exactly 1 item.'],
  ['a few items', all({ kind: 'items', atLeast: 1, atMost: 3 }), 'Shown to shoppers who bought 1 to 3 items.'],
  [
    'from an order on',
    all({ kind: 'order-number', atLeast: 3, atMost: null }),
    'Shown to shoppers who are making their 3rd order or a later one.',
  ],
  [
    'up to an order',
    all({ kind: 'order-number', atLeast: null, atMost: 12 }),
    'Shown to shoppers who are making their 12th order or an earlier one.',
  ],
  [
    'orders between',
    not({ kind: 'order-number', atLeast: 2, atMost: 21 }),
    'Shown to shoppers who are not making their 2nd to 21st order.',
  ],
  [
    'since yesterday',
    all({ kind: 'bought-before', did: 'bought', productIds: ['1'], days: 1 }),
    'Shown to shoppers who bought Phone A in the last day.',
  ],
  ['dates', all({ kind: 'date', from: '2026-09-29', until: '2026-12-24' }), 'Shown to shoppers who order from 29 Sep 2026 to 24 Dec 2026.'],
  ['deleted', all({ kind: 'product', productIds: ['3'] }), 'Shown to shoppers who bought something no longer in the shop.'],
])('%s', (_, rules, sentence) => expect(sentenceOf(Rules.parse(rules), { names, currency: 'EUR' })).toBe(sentence))

test('nothing is looked up for an offer that is not there yet', () =>
  expect(namedIn(undefined)).toEqual({ products: [], variants: [], collections: [], offers: [] }))

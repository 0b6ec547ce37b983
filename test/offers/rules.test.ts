import { expect, test } from 'vitest'
import { judge } from '#app/offers/judge.ts'
import { checkOf, Rule } from '#app/offers/rules/rules.ts'
import { facts } from './builders.ts'

test.each([
  ['a bought product', { kind: 'product', productIds: ['2', '1'] }, {}, true],
  ['another product', { kind: 'product', productIds: ['2'] }, {}, false],
  ['a bought variant', { kind: 'variant', variantIds: ['11'] }, {}, true],
  ['a variant of the same product', { kind: 'variant', variantIds: ['12'] }, {}, false],
  ['a collection that holds what was bought', { kind: 'collection', collectionIds: ['5'] }, { collections: ['5'] }, true],
  ['a collection that holds nothing bought', { kind: 'collection', collectionIds: ['5'] }, { collections: ['6'] }, false],
  ['a collection that we do not have', { kind: 'collection', collectionIds: ['5'] }, { unknownCollections: ['5'] }, 'unknown'],
  [
    'one known collection is enough',
    { kind: 'collection', collectionIds: ['5', '6'] },
    { collections: ['6'], unknownCollections: ['5'] },
    true,
  ],
  ['the least amount itself counts', { kind: 'order-value', atLeast: 5_000, atMost: null }, {}, true],
  ['one cent short does not', { kind: 'order-value', atLeast: 5_001, atMost: null }, {}, false],
  ['the most amount itself counts', { kind: 'order-value', atLeast: null, atMost: 5_000 }, {}, true],
  ['one cent over does not', { kind: 'order-value', atLeast: null, atMost: 4_999 }, {}, false],
  ['another currency never compares', { kind: 'order-value', atLeast: 1, atMost: null }, { total: null }, 'unknown'],
  ['the country it ships to', { kind: 'country', countries: ['FR', 'DE'] }, {}, true],
  ['another country', { kind: 'country', countries: ['FR'] }, {}, false],
  ['no country', { kind: 'country', countries: ['FR'] }, { country: null }, 'unknown'],
  ['a first order', { kind: 'order-count', is: 'first-time' }, {}, true],
  ['not her first', { kind: 'order-count', is: 'first-time' }, { earlierOrders: { atLeast: 1, atMost: null } }, false],
  ['perhaps her first', { kind: 'order-count', is: 'first-time' }, { earlierOrders: { atLeast: 0, atMost: 1 } }, 'unknown'],
  ['a guest is not first-time', { kind: 'order-count', is: 'first-time' }, { earlierOrders: null }, 'unknown'],
  ['a guest is not returning', { kind: 'order-count', is: 'returning' }, { earlierOrders: null }, 'unknown'],
  ['returning', { kind: 'order-count', is: 'returning' }, { earlierOrders: { atLeast: 1, atMost: null } }, true],
])('%s', (_, rule, over, truth) => expect(checkOf(Rule.parse(rule))(facts(over))).toBe(truth))

const [phone, other, germany, france] = [
  { kind: 'product' as const, productIds: ['1'] },
  { kind: 'product' as const, productIds: ['2'] },
  { kind: 'country' as const, countries: ['DE'] },
  { kind: 'country' as const, countries: ['FR'] },
]
const none = { all: [], any: [], not: [] }

test.each([
  ['no rules match everything', none, {}, { matches: true }],
  ['all must hold', { ...none, all: [phone, france] }, {}, { matches: false, because: 'country', group: 'all', index: 1, known: true }],
  ['one of any is enough', { ...none, any: [other, germany] }, {}, { matches: true }],
  ['none of any', { ...none, any: [other, france] }, {}, { matches: false, because: 'product', group: 'any', index: 0, known: true }],
  ['not must not hold', { ...none, not: [germany] }, {}, { matches: false, because: 'country', group: 'not', index: 0, known: true }],
  [
    'not known is no match',
    { ...none, all: [germany] },
    { country: null },
    { matches: false, because: 'country', group: 'all', index: 0, known: false },
  ],
  [
    'not of not known is no match',
    { ...none, not: [germany] },
    { country: null },
    { matches: false, because: 'country', group: 'not', index: 0, known: false },
  ],
  [
    'the open one of any is named',
    { ...none, any: [other, germany] },
    { country: null },
    { matches: false, because: 'country', group: 'any', index: 1, known: false },
  ],
  [
    'a certain no is named before an open one',
    { ...none, all: [germany, other] },
    { country: null },
    { matches: false, because: 'product', group: 'all', index: 1, known: true },
  ],
])('%s', (_, rules, over, verdict) => expect(judge(rules, facts(over))).toEqual(verdict))

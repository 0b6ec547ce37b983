import { expect, test } from 'vitest'
import { judge, truthOf } from '#app/offers/judge.ts'
import { parseRule, Rules } from '#app/offers/rules/rules.ts'
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
])('%s', (_, rule, over, truth) => expect(truthOf(parseRule(rule), facts(over))).toBe(truth))

const [phone, other, germany, france] = [
  { kind: 'product' as const, productIds: ['1'] },
  { kind: 'product' as const, productIds: ['2'] },
  { kind: 'country' as const, countries: ['DE'] },
  { kind: 'country' as const, countries: ['FR'] },
]
const all = (...rules: object[]) => ({ kind: 'all', rules })
const any = (...rules: object[]) => ({ kind: 'any', rules })
const none = (...rules: object[]) => ({ kind: 'none', rules })
const no = (because: string, path: number[], wanted = true, known = true) => ({ matches: false, because, path, wanted, known })

test.each([
  ['no rules match everything', any(), {}, { matches: true }],
  ['all must hold', all(phone, france), {}, no('country', [1])],
  ['one of any is enough', any(other, germany), {}, { matches: true }],
  ['none of any', all(any(other, france)), {}, no('any', [0])],
  ['the only one of any', any(other), {}, no('product', [0])],
  ['none must not hold', all(none(germany)), {}, no('country', [0, 0], false)],
  ['not all of them', none(all(phone, germany)), {}, no('all', [0], false)],
  ['not known is no match', all(germany), { country: null }, no('country', [0], true, false)],
  ['not of not known is no match', none(germany), { country: null }, no('country', [0], false, false)],
  ['the open one of any is named', all(any(other, germany)), { country: null }, no('country', [0, 1], true, false)],
  ['a certain no is named before an open one', all(germany, other), { country: null }, no('product', [1])],
  ['twice not', none(none(other)), {}, no('product', [0, 0])],
  ['what is not known does not matter where another holds', any(germany, phone), { country: null }, { matches: true }],
])('%s', (_, rules, over, verdict) => expect(judge(Rules.parse(rules), facts(over))).toEqual(verdict))

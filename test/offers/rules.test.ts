import { HAS_SUBSCRIBED } from '#app/offers/rules/subscription.ts'
import { expect, test } from 'vitest'
import type { Facts } from '#app/offers/facts.ts'
import { truthOf } from '#app/offers/judge.ts'
import { hashOf } from '#app/offers/chance.ts'
import { SUBJECTS } from '#app/offers/rules/kind.ts'
import { KINDS } from '#app/offers/rules/kinds.ts'
import { clauseOf, parseRule, sourceOf, type Condition } from '#app/offers/rules/rules.ts'
import { facts } from './builders.ts'

type Row = [name: string, rule: { kind: string; [field: string]: unknown }, over: Partial<Facts>, truth: boolean | 'unknown']
const line = (productId: string, quantity = 1) => ({ productId, variantId: `${productId}1`, quantity, total: 1_000 })
const type = { kind: 'product-type', types: ['Phone'] }
const vendor = { kind: 'vendor', vendors: ['Acme'] }
const tag = { kind: 'product-tag', tags: ['New '] }
const wool = { kind: 'product-metafield', metafield: 'custom.material', values: ['Wool'] }
const anyMaterial = { ...wool, values: [] }
const two = { kind: 'quantity', productIds: ['1', '2'], atLeast: 2, atMost: null }
const none = { ...two, atLeast: null, atMost: 0 }
const dollars = { kind: 'presentment-value', currency: 'USD', atLeast: 5_000, atMost: null }
const code = { kind: 'discount-code', codes: ['Summer'] }
const share = { kind: 'discount-share', atLeast: 10, atMost: 20 }
const express = { kind: 'shipping-method', methods: ['express'] }
const region = { kind: 'region', regions: ['US-CA'] }
const third = { kind: 'order-number', atLeast: 3, atMost: 3 }
const spender = { kind: 'lifetime-spend', atLeast: 10_000, atMost: null }
const had = { kind: 'bought-before', did: 'bought', productIds: ['2'], days: null }
const lately = { ...had, days: 30 }
const subscribed = { kind: 'subscription', is: 'active' }
const agreed = { kind: 'consent', is: 'given' }
const web = { kind: 'channel', channel: 'web' }
const utm = { kind: 'utm', parameter: 'source', values: ['Newsletter'] }
const landing = { kind: 'landing-page', parts: ['/Sale'] }
const saw = { kind: 'earlier-offer', did: 'saw', offerIds: ['o1'] }
const night = { kind: 'time-of-day', from: '22:00', until: '06:00' }
const noon = { kind: 'time-of-day', from: '12:00', until: '13:00' }
const advent = { kind: 'date', from: '2026-11-29', until: '2026-12-24' }
const weekend = { kind: 'weekday', days: ['saturday', 'sunday'] }
const half = { kind: 'random-share', percent: 50, salt: 'a' }

const TABLE: Row[] = [
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
  ['a product of the type', type, { traits: ['type:phone'] }, true],
  ['no product of the type', type, { traits: ['tag:phone'] }, false],
  ['a type of a product that we do not have', type, { unmirrored: true }, 'unknown'],
  ['a type that one known product has', type, { unmirrored: true, traits: ['type:phone'] }, true],
  ['the vendor', vendor, { traits: ['vendor:acme'] }, true],
  ['another vendor', vendor, {}, false],
  ['a vendor of a product that we do not have', vendor, { unmirrored: true }, 'unknown'],
  ['the tag, whatever its case and space', tag, { traits: ['tag:new'] }, true],
  ['another tag', tag, {}, false],
  ['a tag of a product that we do not have', tag, { unmirrored: true }, 'unknown'],
  ['the metafield’s value', wool, { traits: ['metafield:custom.material=wool'] }, true],
  ['another value', wool, { traits: ['metafield:custom.material'] }, false],
  ['a metafield that was not read yet', wool, { unread: ['metafield:custom.material'] }, 'unknown'],
  ['any value', anyMaterial, { traits: ['metafield:custom.material'] }, true],
  ['enough pieces of them together', two, { lines: [line('1'), line('2')] }, true],
  ['too few pieces', two, { lines: [line('1'), line('3', 5)] }, false],
  ['none of them', none, { lines: [line('3')] }, true],
  ['enough items', { kind: 'items', atLeast: 3, atMost: null }, { lines: [line('1', 2), line('3')] }, true],
  ['too many items', { kind: 'items', atLeast: null, atMost: 2 }, { lines: [line('1', 2), line('3')] }, false],
  ['enough in that currency', dollars, { currency: 'USD', presentmentTotal: 5_000 }, true],
  ['too little in that currency', dollars, { currency: 'USD', presentmentTotal: 4_999 }, false],
  ['another market', dollars, { currency: 'EUR', presentmentTotal: 5_000 }, false],
  ['a currency that was not told', dollars, {}, 'unknown'],
  ['an amount that was not told', dollars, { currency: 'USD' }, 'unknown'],
  ['the currency', { kind: 'currency', currencies: ['EUR'] }, { currency: 'EUR' }, true],
  ['another currency', { kind: 'currency', currencies: ['EUR'] }, { currency: 'USD' }, false],
  ['no currency', { kind: 'currency', currencies: ['EUR'] }, {}, 'unknown'],
  ['the code', code, { codes: { any: true, named: ['summer'] } }, true],
  ['another code', code, { codes: { any: true, named: [] } }, false],
  ['a checkout that was not told', code, {}, 'unknown'],
  ['any code', { ...code, codes: [] }, { codes: { any: true, named: [] } }, true],
  ['no code', { ...code, codes: [] }, { codes: { any: false, named: [] } }, false],
  ['the most off itself counts', share, { discountShare: 20 }, true],
  ['too much off', share, { discountShare: 20.01 }, false],
  ['an unknown share', share, {}, 'unknown'],
  ['a part of the method’s name', express, { shippingMethod: 'DHL Express' }, true],
  ['another method', express, { shippingMethod: 'Standard' }, false],
  ['no method told', express, {}, 'unknown'],
  ['the region', region, { region: 'US-CA' }, true],
  ['another region', region, { region: 'US-NY' }, false],
  ['no region told', region, {}, 'unknown'],
  ['all of a language', { kind: 'language', languages: ['pt'] }, { language: 'pt-BR' }, true],
  ['only one kind of it', { kind: 'language', languages: ['pt-BR'] }, { language: 'pt-PT' }, false],
  ['no language', { kind: 'language', languages: ['pt'] }, {}, 'unknown'],
  ['her tag', { kind: 'customer-tag', tags: ['VIP'] }, { customerTags: ['vip'] }, true],
  ['another tag of hers', { kind: 'customer-tag', tags: ['VIP'] }, { customerTags: [] }, false],
  ['a guest has no tags that we know', { kind: 'customer-tag', tags: ['VIP'] }, {}, 'unknown'],
  ['her third order', third, { earlierOrders: { atLeast: 2, atMost: 2 } }, true],
  ['her second order', third, { earlierOrders: { atLeast: 1, atMost: 1 } }, false],
  ['perhaps her third', third, { earlierOrders: { atLeast: 2, atMost: 3 } }, 'unknown'],
  ['surely more than her third', third, { earlierOrders: { atLeast: 3, atMost: null } }, false],
  ['enough spent before', spender, { spent: { atLeast: 10_000, atMost: null } }, true],
  ['too little spent before', spender, { spent: { atLeast: 0, atMost: 9_999 } }, false],
  ['perhaps enough spent', spender, { spent: { atLeast: 5_000, atMost: 20_000 } }, 'unknown'],
  ['bought it before', had, { before: { days: null, products: [['2', 400]] } }, true],
  ['never bought it', had, { before: { days: null, products: [] } }, false],
  ['perhaps bought it long ago', had, { before: { days: 60, products: [] } }, 'unknown'],
  ['bought it lately', lately, { before: { days: 60, products: [['2', 30]] } }, true],
  ['bought it, but not lately', lately, { before: { days: null, products: [['2', 31]] } }, false],
  ['surely not lately, for we know those days', lately, { before: { days: 60, products: [] } }, false],
  ['a guest', had, { before: null }, 'unknown'],
  ['never', { ...had, did: 'never' }, { before: { days: null, products: [] } }, true],
  ['not never', { ...had, did: 'never' }, { before: { days: null, products: [['2', 1]] } }, false],
  ['perhaps never', { ...had, did: 'never' }, { before: { days: 60, products: [] } }, 'unknown'],
  ['a running subscription', subscribed, { subscriber: 'ACTIVE' }, true],
  ['a paused one runs', subscribed, { subscriber: 'PAUSED' }, true],
  ['one that ended', subscribed, { subscriber: 'EXPIRED' }, false],
  ['a subscriber we do not know', subscribed, {}, 'unknown'],
  ['who had one once, maybe running', subscribed, { subscriber: HAS_SUBSCRIBED }, 'unknown'],
  ['and never is then wrong', { ...subscribed, is: 'never' }, { subscriber: HAS_SUBSCRIBED }, false],
  ['a status that Shopify adds later', subscribed, { subscriber: 'DREAMING' }, 'unknown'],
  ['agreed', agreed, { consent: true }, true],
  ['did not agree', agreed, { consent: false }, false],
  ['not asked', agreed, {}, 'unknown'],
  ['reviewed it', { kind: 'reviewed', productIds: ['1'] }, { reviewed: ['1'] }, true],
  ['did not review it', { kind: 'reviewed', productIds: ['1'] }, { reviewed: [] }, false],
  ['reviews are not collected yet', { kind: 'reviewed', productIds: ['1'] }, {}, 'unknown'],
  ['the online store', web, { channel: 'web' }, true],
  ['the point of sale', web, { channel: 'pos' }, false],
  ['no channel told', web, {}, 'unknown'],
  ['came from the newsletter', utm, { utm: ['source=newsletter'] }, true],
  ['came from elsewhere', utm, { utm: [] }, false],
  ['no landing page told', utm, {}, 'unknown'],
  ['arrived on the sale', landing, { landing: '/collections/sale' }, true],
  ['arrived at home', landing, { landing: '/' }, false],
  ['arrived nobody knows where', landing, {}, 'unknown'],
  ['saw it before', saw, { offers: ['saw:o1'] }, true],
  ['accepted is not saw', saw, { offers: ['accepted:o1'] }, false],
  ['a guest was seen by nobody', saw, {}, 'unknown'],
  ['before midnight', night, { at: '2026-11-22T22:00' }, true],
  ['after midnight', night, { at: '2026-11-22T05:59' }, true],
  ['the end no longer counts', night, { at: '2026-11-22T06:00' }, false],
  ['within the day', noon, { at: '2026-11-22T12:59' }, true],
  ['after it', noon, { at: '2026-11-22T13:00' }, false],
  ['no clock', noon, {}, 'unknown'],
  ['the first day', advent, { at: '2026-11-29T00:00' }, true],
  ['the last minute of the last day', advent, { at: '2026-12-24T23:59' }, true],
  ['the day after', advent, { at: '2026-12-25T00:00' }, false],
  ['only a start', { ...advent, until: null }, { at: '2030-01-01T00:00' }, true],
  ['no calendar', advent, {}, 'unknown'],
  ['a Sunday', weekend, { at: '2026-11-22T10:00' }, true],
  ['a Monday', weekend, { at: '2026-11-23T10:00' }, false],
  ['no day', weekend, {}, 'unknown'],
  ['everybody', { ...half, percent: 100 }, { dice: 1 }, true],
  ['hardly anybody', { ...half, percent: 0.000001 }, { dice: 1 }, false],
  ['who was forgotten', half, {}, 'unknown'],
]

test.each(TABLE)('%s', (_, rule, over, truth) => expect(truthOf(parseRule(rule), facts(over))).toBe(truth))

test('the table has each kind true, false and, unless the purchase itself tells, not known', () => {
  const alwaysKnown = ['the purchase itself']
  for (const { kind, source } of KINDS) {
    const truths = new Set(TABLE.filter(([, rule]) => rule.kind === kind).map(([, , , truth]) => truth))
    expect([kind, truths.has(true), truths.has(false)]).toEqual([kind, true, true])
    if (!alwaysKnown.includes(source)) expect([kind, truths.has('unknown')]).toEqual([kind, true])
  }
})

test('a share of shoppers is that share, and each rule draws anew', () => {
  const draw = (salt: string) =>
    Array.from({ length: 4_000 }, (_, dice) => truthOf(parseRule({ ...half, salt }), facts({ dice: hashOf(`${dice}`) })))
  const [a, b] = [draw('a'), draw('b')]
  expect(a).toEqual(draw('a'))
  expect(a.filter((one) => one === true).length / 4_000).toBeCloseTo(0.5, 1)
  expect(a.filter((one, index) => one === b[index]).length / 4_000).toBeCloseTo(0.5, 1)
})

test('each kind says what is so, what is not, and where a missing fact would come from', () => {
  const words = { names: { products: {}, variants: {}, collections: {}, offers: {} }, currency: 'EUR' }
  for (const [, rule] of TABLE) {
    const parsed = parseRule(rule) as Condition
    const [yes, no] = [clauseOf(parsed, words), clauseOf(parsed, words, false)]
    expect(yes).not.toBe(no)
    for (const said of [yes, no]) expect(said).toMatch(/^[a-z].*[^.]$/)
    expect(sourceOf(parsed)).toMatch(/^(the|what|Encore)/)
  }
})

test.each(KINDS.map((kind) => [kind.kind, kind] as const))('%s names only fields that it has', (_, { schema, fields, empty, group }) => {
  expect(SUBJECTS).toContain(group)
  expect(['kind', ...fields.map(({ name }) => name)].sort()).toEqual(Object.keys(schema.shape).sort())
  expect(Object.keys(empty()).sort()).toEqual(Object.keys(schema.shape).sort())
})

import fc from 'fast-check'
import type { Facts } from '#app/offers/facts.ts'
import { parseRule, type Condition, type Group, type Rule } from '#app/offers/rules/rules.ts'
import { facts } from './builders.ts'

const few = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
const some = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })
const upTo = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: null })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const rule = <T extends object>(kind: string, fields: { [Name in keyof T]: fc.Arbitrary<T[Name]> }): fc.Arbitrary<Condition> =>
  fc.record(fields).map((values) => parseRule({ kind, ...values }) as Condition)

/** Conditions of every kind, over few enough values that purchases often meet them. */
const condition: fc.Arbitrary<Condition> = fc.oneof(
  rule('product', { productIds: few('1', '2', '3') }),
  rule('variant', { variantIds: few('11', '21', '31') }),
  rule('collection', { collectionIds: few('5', '6', '7') }),
  rule('product-type', { types: few('Phone', 'Case') }),
  rule('vendor', { vendors: few('Acme', 'Other') }),
  rule('product-tag', { tags: few('new', 'old') }),
  rule('product-metafield', { metafield: fc.constant('custom.material'), values: some('wool', 'silk') }),
  rule('quantity', { productIds: few('1', '2', '3'), atLeast: upTo(3), atMost: upTo(5) }),
  rule('items', { atLeast: upTo(3), atMost: upTo(6) }),
  rule('order-value', { atLeast: upTo(100), atMost: upTo(100) }),
  rule('presentment-value', { currency: fc.constantFrom('EUR', 'USD'), atLeast: upTo(100), atMost: upTo(100) }),
  rule('discount-code', { codes: some('summer', 'winter') }),
  rule('discount-share', { atLeast: upTo(50), atMost: upTo(100) }),
  rule('shipping-method', { methods: few('express', 'standard') }),
  rule('country', { countries: few('DE', 'FR', 'KW') }),
  rule('region', { regions: few('US-CA', 'US-NY') }),
  rule('currency', { currencies: few('EUR', 'USD') }),
  rule('language', { languages: few('de', 'pt', 'pt-BR') }),
  rule('customer-tag', { tags: few('vip', 'b2b') }),
  rule('order-count', { is: fc.constantFrom('first-time', 'returning') }),
  rule('order-number', { atLeast: fc.integer({ min: 1, max: 3 }), atMost: maybe(fc.integer({ min: 2, max: 5 })) }),
  rule('lifetime-spend', { atLeast: upTo(100), atMost: upTo(200) }),
  rule('bought-before', {
    did: fc.constantFrom('bought', 'never'),
    productIds: few('1', '2'),
    days: maybe(fc.integer({ min: 1, max: 90 })),
  }),
  rule('subscription', { is: fc.constantFrom('active', 'before', 'never') }),
  rule('consent', { is: fc.constantFrom('given', 'not-given') }),
  rule('reviewed', { productIds: few('1', '2') }),
  rule('channel', { channel: fc.constantFrom('web', 'pos', 'other') }),
  rule('utm', { parameter: fc.constant('source'), values: few('mail', 'ads') }),
  rule('landing-page', { parts: few('sale', 'new') }),
  rule('earlier-offer', { did: fc.constantFrom('saw', 'accepted', 'declined'), offerIds: few('a', 'b') }),
  rule('random-share', { percent: fc.constantFrom(25, 50), salt: fc.constantFrom('x', 'y') }),
  rule('date', { from: maybe(fc.constant('2026-11-22')), until: maybe(fc.constant('2026-12-24')) }),
  rule('time-of-day', { from: fc.constantFrom('06:00', '22:00'), until: fc.constantFrom('12:00', '02:00') }),
  rule('weekday', { days: few('sunday', 'monday') }),
)

/** Groups within groups, twenty levels deep at most. */
export const { tree } = fc.letrec<{ tree: Rule; group: Group }>((tie) => ({
  tree: fc.oneof({ maxDepth: 20, depthSize: 'small', withCrossShrink: true }, condition, tie('group')),
  group: fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    rules: fc.array(tie('tree'), { maxLength: 3 }),
  }),
}))

const bounded = maybe(
  fc.constantFrom({ atLeast: 0, atMost: 0 }, { atLeast: 0, atMost: 1 }, { atLeast: 2, atMost: null }, { atLeast: 50, atMost: 150 }),
)

export const purchase: fc.Arbitrary<Facts> = fc
  .record({
    bought: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { minLength: 1 }),
    rest: fc.record({
      total: upTo(100),
      currency: maybe(fc.constantFrom('EUR', 'USD', 'KWD')),
      presentmentTotal: upTo(100),
      country: maybe(fc.constantFrom('DE', 'FR', 'KW', 'JP')),
      region: maybe(fc.constantFrom('US-CA', 'US-TX')),
      language: maybe(fc.constantFrom('de', 'de-AT', 'pt-BR', 'pt-PT')),
      collections: some('5', '6'),
      unknownCollections: some('7'),
      traits: some('type:phone', 'vendor:acme', 'tag:new', 'metafield:custom.material', 'metafield:custom.material=wool'),
      unmirrored: fc.boolean(),
      unread: some('metafield:custom.material'),
      codes: maybe(fc.record({ any: fc.boolean(), named: some('summer') })),
      discountShare: upTo(100),
      shippingMethod: maybe(fc.constantFrom('DHL Express', 'Standard')),
      channel: maybe(fc.constantFrom('web', 'pos')),
      utm: maybe(some('source=mail', 'source=ads')),
      landing: maybe(fc.constantFrom('/', '/sale')),
      earlierOrders: bounded,
      spent: bounded,
      customerTags: maybe(some('vip')),
      consent: maybe(fc.boolean()),
      subscriber: maybe(fc.constantFrom('ACTIVE', 'EXPIRED', 'NEVER_SUBSCRIBED')),
      before: maybe(
        fc.record({
          days: maybe(fc.constant(60)),
          products: fc.uniqueArray(fc.tuple(fc.constantFrom('1', '2'), fc.nat(90)), { maxLength: 2 }),
        }),
      ),
      offers: maybe(some('saw:a', 'accepted:a', 'declined:b')),
      dice: maybe(fc.nat(1_000)),
      at: maybe(fc.constantFrom('2026-11-22T05:00', '2026-11-23T23:30', '2027-01-01T11:00')),
    }),
  })
  .map(({ bought, rest }) =>
    facts({ ...rest, lines: bought.map((id) => ({ productId: id, variantId: `${id}1`, quantity: Number(id), total: 10 })) }),
  )

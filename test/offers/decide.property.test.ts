import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type OfferInForce } from '#app/offers/compile.ts'
import { decide } from '#app/offers/decide.ts'
import type { Facts } from '#app/offers/facts.ts'
import { truthOf } from '#app/offers/judge.ts'
import { isGroup, type Condition, type Group, type Rule } from '#app/offers/rules/rules.ts'
import { namedProducts } from '#app/offers/step.ts'
import { bundle, facts, offer, shelf, step, variant } from './builders.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const few = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
const amount = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })

const rule: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('product' as const), productIds: few('1', '2', '3') }),
  fc.record({ kind: fc.constant('variant' as const), variantIds: few('11', '21', '31') }),
  fc.record({ kind: fc.constant('collection' as const), collectionIds: few('5', '6', '7') }),
  fc.record({ kind: fc.constant('order-value' as const), atLeast: amount, atMost: amount }),
  fc.record({ kind: fc.constant('country' as const), countries: few('DE', 'FR', 'KW') }),
  fc.record({ kind: fc.constant('order-count' as const), is: fc.constantFrom('first-time' as const, 'returning' as const) }),
)
/** Groups within groups, twenty levels deep at most. */
const { tree } = fc.letrec<{ tree: Rule; group: Group }>((tie) => ({
  tree: fc.oneof({ maxDepth: 20, depthSize: 'small', withCrossShrink: true }, rule, tie('group')),
  group: fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    rules: fc.array(tie('tree'), { maxLength: 3 }),
  }),
}))
const rules = fc.array(tree, { maxLength: 4 })

const offers: fc.Arbitrary<OfferInForce[]> = fc
  .array(fc.record({ rules, priority: fc.integer({ min: 0, max: 3 }), inStock: fc.boolean(), ended: fc.boolean() }), { maxLength: 12 })
  .map((specs) =>
    specs.map(({ rules, priority, inStock, ended }, index) => {
      const items = bundle({ productId: '9', variantId: inStock ? '91' : '92' })
      return offer(`offer-${index}`, {
        rules,
        priority,
        steps: [step('one', { items })],
        ...(ended ? { endsAt: '2026-01-01T00:00:00Z' } : {}),
      })
    }),
  )

const purchase: fc.Arbitrary<Facts> = fc
  .record({
    bought: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { minLength: 1 }),
    total: amount,
    country: fc.option(fc.constantFrom('DE', 'FR', 'KW', 'JP'), { nil: null }),
    earlierOrders: fc.constantFrom(null, { atLeast: 0, atMost: 0 }, { atLeast: 0, atMost: 1 }, { atLeast: 2, atMost: null }),
    collections: fc.uniqueArray(fc.constantFrom('5', '6')),
    unknownCollections: fc.uniqueArray(fc.constantFrom('7')),
  })
  .map(({ bought, ...rest }) =>
    facts({ ...rest, lines: bought.map((id) => ({ productId: id, variantId: `${id}1`, quantity: 1, total: 10 })) }),
  )

const shop = shelf(variant('91'), variant('92', { stock: 0 }))
const summary = (all: readonly OfferInForce[], of: Facts) => {
  const { offer, because, skipped } = decide(compile(all, shop), of, NOW)
  return { chosen: offer?.id ?? null, because, skipped }
}

/** The rules said once more, slowly and without the app's code: every offer asked in order, in three-valued logic. */
function holdsNaively(rule: Rule, of: Facts): boolean | null {
  if (!isGroup(rule)) return conditionNaively(rule, of)
  const answers = rule.rules.map((each) => holdsNaively(each, of))
  const every = answers.includes(false) ? false : answers.includes(null) ? null : true
  const some = answers.includes(true) ? true : answers.includes(null) ? null : false
  return rule.kind === 'all' ? every : rule.kind === 'any' ? some : some === null ? null : !some
}

function conditionNaively(rule: Condition, of: Facts): boolean | null {
  const bought = (pick: (line: Facts['lines'][number]) => string, wanted: string[]) => of.lines.some((line) => wanted.includes(pick(line)))
  if (rule.kind === 'product') return bought((line) => line.productId, rule.productIds)
  if (rule.kind === 'variant') return bought((line) => line.variantId, rule.variantIds)
  if (rule.kind === 'country') return of.country === null ? null : rule.countries.includes(of.country)
  if (rule.kind === 'order-value') return of.total === null ? null : (rule.atLeast ?? 0) <= of.total && of.total <= (rule.atMost ?? 1e9)
  if (rule.kind === 'collection')
    return (
      of.collections.some((id) => rule.collectionIds.includes(id)) ||
      (of.unknownCollections.some((id) => rule.collectionIds.includes(id)) ? null : false)
    )
  const { atLeast, atMost } = of.earlierOrders ?? { atLeast: 0, atMost: null }
  const returning = atLeast > 0 ? true : atMost === 0 ? false : null
  return rule.is === 'returning' ? returning : returning === null ? null : !returning
}

function naively(all: readonly OfferInForce[], of: Facts): string | null {
  const matching = all.filter(({ definition: { rules, schedule } }) => !schedule.endsAt && holdsNaively(rules, of) === true)
  const sellable = matching.filter(({ definition }) => namedProducts(definition.steps[0]!)[0]!.variantId === '91')
  const ranked = sellable.toSorted((a, b) => b.priority - a.priority || a.id.localeCompare(b.id, 'en', { numeric: false }))
  return ranked[0]?.id ?? null
}

test('the compiled answer is the naive one', () => {
  fc.assert(
    fc.property(offers, purchase, (all, of) => {
      expect(summary(all, of).chosen).toBe(naively(all, of))
    }),
    { numRuns: 500 },
  )
})

test('the same input gives the same answer, in whatever order the offers come', () => {
  fc.assert(
    fc.property(offers, purchase, fc.integer(), (all, of, seed) => {
      const shuffled = all.toSorted((a, b) => ((a.id.charCodeAt(6) * 31 + seed) % 7) - ((b.id.charCodeAt(6) * 31 + seed) % 7))
      expect(summary(shuffled, of)).toEqual(summary(all, of))
    }),
  )
})

test('adding an offer that does not match changes nothing', () => {
  const never = offer('never', { priority: 9, rules: [{ kind: 'product', productIds: ['404'] }] })
  fc.assert(
    fc.property(
      offers.filter((all) => all.length > 0),
      purchase,
      (all, of) => {
        expect(summary([...all, never], of)).toEqual(summary(all, of))
      },
    ),
  )
})

test('de Morgan holds whatever is not known, twenty levels deep', () => {
  const group = (kind: Group['kind'], ...rules: Rule[]): Group => ({ kind, rules })
  const not = (...rules: Rule[]) => group('none', ...rules)
  fc.assert(
    fc.property(tree, tree, purchase, (a, b, of) => {
      const same = (one: Rule, other: Rule) => expect(truthOf(one, of)).toBe(truthOf(other, of))
      same(not(a, b), group('all', not(a), not(b)))
      same(not(group('all', a, b)), group('any', not(a), not(b)))
      same(not(not(a)), group('all', a))
      same(group('all', a, b), group('all', b, a))
    }),
    { numRuns: 500 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type OfferInForce } from '#app/offers/compile.ts'
import { decide } from '#app/offers/decide.ts'
import { Facts, storedFacts } from '#app/offers/facts.ts'
import { truthOf } from '#app/offers/judge.ts'
import { isGroup, type Group, type Rule } from '#app/offers/rules/rules.ts'
import { namedProducts } from '#app/offers/step.ts'
import { purchase, tree } from './arbitrary.ts'
import { bundle, offer, shelf, step, variant } from './builders.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
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

const shop = shelf(variant('91'), variant('92', { stock: 0 }))
const summary = (all: readonly OfferInForce[], of: Facts) => {
  const { offer, because, skipped } = decide(compile(all, shop), of, NOW)
  return { chosen: offer?.id ?? null, because, skipped }
}

/** The groups said once more, slowly and without the app's code; the conditions have a table of their own. */
function holdsNaively(rule: Rule, of: Facts): boolean | null {
  if (!isGroup(rule)) {
    const truth = truthOf(rule, of)
    return truth === 'unknown' ? null : truth
  }
  const answers = rule.rules.map((each) => holdsNaively(each, of))
  const every = answers.includes(false) ? false : answers.includes(null) ? null : true
  const some = answers.includes(true) ? true : answers.includes(null) ? null : false
  return rule.kind === 'all' ? every : rule.kind === 'any' ? some : some === null ? null : !some
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

test('what is stored of a purchase gives the same verdicts when it is read again', () => {
  fc.assert(
    fc.property(purchase, tree, (of, rule) => {
      const again = Facts.parse(JSON.parse(JSON.stringify(storedFacts(of))))
      expect(again).toEqual(of)
      expect(truthOf(rule, again)).toBe(truthOf(rule, of))
    }),
  )
})

import { expect, test } from 'vitest'
import { comparedView, preparedView, sayVerdict, type Sums, type Told } from '#app/analytics/experiment/experiment-view.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { offer, step } from '../../offers/builders.ts'

const AT = new Date('2026-11-20T12:00:00Z')
const { definition } = offer('Case', { steps: [step('first')] })
const cheaper: OfferDefinition = {
  ...definition,
  title: 'Case (B)',
  steps: [step('first', { discount: { kind: 'percentage', percent: 20 } })],
}
const stored = (id: string, of: OfferDefinition, over = {}) => ({
  id,
  version: 2,
  status: 'active' as const,
  archived: false,
  definition: of,
  ...over,
})
const told = (over: Partial<Told> = {}, experiment: Partial<Told['experiment']> = {}): Told => ({
  experiment: {
    id: 't',
    originalId: 'a',
    challengerId: 'b',
    share: 30,
    createdAt: AT,
    startedAt: AT,
    endedAt: null,
    keptId: null,
    ...experiment,
  },
  original: stored('a', definition),
  challenger: stored('b', cheaper),
  ...over,
})
const sums = (over: Partial<Sums> = {}): Sums => ({
  shoppers: 1_000,
  takers: 50,
  revenue: 100_000,
  variance: 90_000,
  discount: 500,
  ...over,
})
type Happened = Parameters<typeof comparedView>[1]
const view = (of: Told, sides: [Sums, Sums] = [sums(), sums()], edits: Happened['edits'] = [], uses: Happened['uses'] = new Map()) =>
  comparedView(of, { sides, edits, uses, currency: 'EUR', timeZone: 'Europe/Berlin' })

test.each([
  ['nothing while it is too early', null, 'Too early to say', null],
  ['no winner while either may be', { difference: 5, low: -20, high: 30, more: 900 }, 'No difference is certain yet', null],
  ['B where it certainly earns more', { difference: 50, low: 10, high: 90, more: 0 }, 'B earns more', 'B'],
  ['A where that does', { difference: -50, low: -90, high: -10, more: 0 }, 'A earns more', 'A'],
])('says %s', (_, comparison, title, better) => expect(sayVerdict(comparison, 'EUR')).toMatchObject({ title, better }))

test.each([
  [
    { difference: 5, low: -20, high: 30, more: 1 },
    /B brings €0.05 more. In truth it may be from €0.20 for A to €0.30 for B.\|.*about 1 shopper more/,
  ],
  [{ difference: 0, low: -20, high: 20, more: null }, /one of B bring the same.*\|A difference as small/],
  [{ difference: -50, low: -90, high: -10, more: 0 }, /between €0.10 and €0.90 more/],
])('how much, and how many more shoppers it takes', (comparison, words) =>
  expect(sayVerdict(comparison, 'EUR').text.join('|')).toMatch(words),
)

test('each side with its share and its figures', () => {
  const { rows, alerts, misaligned, title } = view(told(), [sums(), sums({ shoppers: 0, takers: 0, revenue: 0 })])
  expect(rows.map(({ letter, says }) => [letter, says.share, says.rate, says.each])).toEqual([
    ['A', '70 %', '5.0 %', '€1.00'],
    ['B', '30 %', '–', '–'],
  ])
  expect([alerts, misaligned, title]).toEqual([[], null, 'Running since 20 Nov 2026, 13:00'])
})

test('what makes the figures doubtful is said while it can be put right', () => {
  const moved = told({
    original: stored('a', { ...definition, caps: { ...definition.caps, total: 5 } }),
    challenger: stored('b', cheaper, { status: 'paused' as const }),
  })
  const { alerts, misaligned } = view(moved, undefined, [{ offerId: 'a', version: 7, savedAt: AT }])
  expect(misaligned).toContain('differ in limits')
  expect(alerts).toEqual([
    expect.stringContaining('A was changed while the test ran: version 7'),
    expect.stringContaining('B is not active'),
  ])
  const over = view({ ...moved, experiment: { ...moved.experiment, endedAt: AT, keptId: 'a' } }, undefined, [
    { offerId: 'a', version: 7, savedAt: AT },
  ])
  expect([over.alerts, over.misaligned, over.rows.map(({ kept }) => kept)]).toEqual([[], null, [true, false]])
})

test('before it starts, only what shoppers will see of B differs, whatever its conditions say', () => {
  const words = { names: { products: {}, variants: {}, collections: {}, offers: {} }, currency: 'EUR' }
  const other = { ...cheaper, caps: { ...definition.caps, total: 5 } }
  const prepared = preparedView(told({ challenger: stored('b', other) }, { startedAt: null }), words, 'UTC')
  expect(prepared).toMatchObject({ same: false, replaced: true })
  expect(prepared.changes.map(({ part }) => part)).toEqual([expect.stringContaining('Step 1, price')])
  expect(preparedView(told({ challenger: stored('b', { ...definition, title: 'B' }) }), words, 'UTC')).toMatchObject({
    same: true,
    changes: [],
  })
})

test.each([
  ['how often it may be accepted', { total: 5, budget: null }, { accepted: 5, discount: 0 }, 'accepted in all'],
  ['what it may give away', { total: null, budget: 900 }, { accepted: 5, discount: 900 }, 'discount given in all'],
  ['neither', { total: 6, budget: 901 }, { accepted: 5, discount: 900 }, null],
])('a side that has reached its limit is not waited for: %s', (_, limits, used, limit) => {
  const caps = { perShopper: null, ...limits }
  const both = told({ original: stored('a', { ...definition, caps }), challenger: stored('b', { ...cheaper, caps }) })
  const { alerts } = view(both, undefined, [], new Map([['b', { stepDiscount: 0, ...used }]]))
  expect(alerts).toEqual(limit ? [expect.stringContaining(`B has reached its limit: ${limit}`)] : [])
})

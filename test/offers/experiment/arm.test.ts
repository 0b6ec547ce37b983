import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, inOrder } from '#app/offers/compile.ts'
import { decide, explain } from '#app/offers/decide.ts'
import { armsOf, isInArm, type Arm } from '#app/offers/experiment/arm.ts'
import { SHARES } from '#app/offers/experiment/experiment.ts'
import { facts, offer, shelf, step } from '../builders.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const tested = (id: string, arm: Arm, spec = {}) => {
  const made = offer(id, spec)
  return { ...made, definition: { ...made.definition, arm } }
}
const pair = (share: number, spec = {}) => {
  const arms = armsOf('test-1', share)
  return [tested('a', arms.original, spec), tested('b', arms.challenger, spec)]
}

test('whoever it is sees one of the two, the same one each time, and nobody sees both', () =>
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), fc.constantFrom(...SHARES), fc.uuid(), (dice, share, id) => {
      const { original, challenger } = armsOf(id, share)
      expect([isInArm(original, dice), isInArm(challenger, dice)].filter(Boolean)).toHaveLength(1)
      const shown = () => decide(compile(pair(share), shelf()), facts({ dice }), NOW).offer?.id
      expect(['a', 'b']).toContain(shown())
      expect(shown()).toBe(shown())
    }),
  ))

test.each([...SHARES])('%i percent of the shoppers see the challenger', (share) => {
  const book = compile(pair(share), shelf())
  const seen = Array.from({ length: 4_000 }, (_, at) => decide(book, facts({ dice: Math.imul(at, 2_654_435_761) >>> 0 }), NOW).offer?.id)
  expect(seen.filter((id) => id === 'b').length / 40).toBeCloseTo(share, -1)
})

test('another test draws anew: who sees B here may see A there', () => {
  const { challenger: here } = armsOf('test-1', 50)
  const { challenger: there } = armsOf('test-2', 50)
  const both = Array.from({ length: 4_000 }, (_, at) => isInArm(here, at) && isInArm(there, at)).filter(Boolean).length
  expect(both / 4_000).toBeCloseTo(0.25, 1)
})

test('the order’s page says which version was for whom', () => {
  const offers = pair(50)
  const dice = Array.from({ length: 99 }, (_, at) => at).find((at) => isInArm(armsOf('test-1', 50).challenger, at))!
  const told = (of: number | null) => explain(offers, facts({ dice: of }), { at: NOW, chosen: of === null ? null : 'b', skipped: [] })
  expect(told(dice).map(({ explained }) => explained)).toEqual([{ verdict: 'other-arm', known: true }, { verdict: 'chosen' }])
  expect(told(null).map(({ explained }) => explained)).toEqual([
    { verdict: 'other-arm', known: false },
    { verdict: 'other-arm', known: false },
  ])
})

test('a test changes nothing for whom the offer is not meant, and a condition is told before the draw', () => {
  const offers = pair(50, { rules: [{ kind: 'product', productIds: ['2'] }] })
  expect(decide(compile(offers, shelf()), facts({ dice: 7 }), NOW)).toMatchObject({ offer: null, because: 'no-offer-matches' })
  const verdicts = explain(offers, facts({ dice: 7 }), { at: NOW, chosen: null, skipped: [] }).map(({ explained }) => explained.verdict)
  expect(verdicts).toEqual(['no-match', 'no-match'])
})

/** A third offer for the same purchases, which the list or what it earns would put between the two. */
const dear = (of: ReturnType<typeof offer>, percent: number) => ({
  ...of,
  definition: { ...of.definition, chooseBy: 'value' as const, steps: [step('first', { discount: { kind: 'percentage', percent } })] },
})
const [a, b] = pair(50)
const moved = (of: typeof a, priority: number) => ({ ...of!, priority })

test.each([
  ['an equal that stands between them in the list', [a!, offer('aa'), b!], ['a', 'b', 'aa']],
  ['the original was moved up', [moved(a, 9), offer('c', { priority: 5 }), b!], ['a', 'b', 'c']],
  ['the original was moved down', [a!, offer('c', { priority: 5 }), moved(b, 9)], ['c', 'a', 'b']],
  ['the original is not shown at all', [offer('c', { priority: 5 }), moved(b, 9)], ['b', 'c']],
  ['Encore chooses, and B alone would come last', [dear(a!, 10), dear(offer('c'), 20), dear(b!, 50)], ['a', 'b', 'c']],
])('both stand where the original does: %s', (_, offers, order) =>
  expect(compile(offers, shelf()).offers.map(({ id }) => id)).toEqual(order),
)

test('what came before one came before both, and the order’s page says so', () => {
  const offers = [moved(a, 9), offer('c', { priority: 5 }), b!]
  expect(inOrder(offers).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  const dice = Array.from({ length: 99 }, (_, at) => at).find((at) => isInArm(armsOf('test-1', 50).challenger, at))!
  const told = explain(offers, facts({ dice }), { at: NOW, chosen: 'b', skipped: [] })
  expect(told.at(-1)?.explained).toEqual({ verdict: 'outranked', by: 'priority' })
})

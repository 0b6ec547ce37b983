import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, LEAST, type Side } from '#app/analytics/experiment/comparison.ts'

const side = (over: Partial<Side> = {}): Side => ({ shoppers: 1_000, takers: 50, revenue: 100_000, variance: 90_000, ...over })

test.each([
  ['too few saw A', side({ shoppers: LEAST.shoppers - 1 }), side()],
  ['too few saw B', side(), side({ shoppers: 0, takers: 0, revenue: 0, variance: 0 })],
  ['too few took anything', side({ takers: 1 }), side({ takers: LEAST.takers - 2 })],
])('%s: nothing is said', (_, a, b) => expect(compare(a, b)).toBeNull())

test('a large difference of many is certain, a small one of few is not, and says how many more it takes', () => {
  const certain = compare(side({ shoppers: 20_000, revenue: 2_000_000 }), side({ shoppers: 20_000, revenue: 3_000_000 }))!
  expect(certain.difference).toBe(50)
  expect(certain.low).toBeGreaterThan(0)
  expect(certain.more).toBe(0)
  const open = compare(side(), side({ revenue: 105_000 }))!
  expect(open.low).toBeLessThan(0)
  expect(open.high).toBeGreaterThan(5)
  const times = (open.more! + 2_000) / 2_000
  const later = compare(
    side({ shoppers: 1_000 * times, revenue: 100_000 * times }),
    side({ shoppers: 1_000 * times, revenue: 105_000 * times }),
  )!
  expect(later.low).toBeGreaterThan(-0.01)
  expect(compare(side(), side({ revenue: 100_001 }))!.more).toBeNull()
})

const sides = fc
  .record({
    shoppers: fc.integer({ min: 100, max: 1_000_000 }),
    each: fc.integer({ min: 0, max: 100_000 }),
    spread: fc.integer({ min: 1, max: 1e9 }),
  })
  .map(({ shoppers, each, spread }): Side => ({ shoppers, takers: 30, revenue: each * shoppers, variance: spread }))

test('the difference lies between its bounds, and A against B is B against A', () =>
  fc.assert(
    fc.property(sides, sides, (a, b) => {
      const [one, other] = [compare(a, b)!, compare(b, a)!]
      expect(one.low).toBeLessThanOrEqual(one.difference)
      expect(one.high).toBeGreaterThanOrEqual(one.difference)
      expect(other.low).toBeCloseTo(-one.high, 5)
      expect(other.more).toBe(one.more)
    }),
  ))

/** Shoppers one after the other on both sides; whether a merchant who looks after every fifty ever saw a winner. */
function everTold(random: () => number, rates: readonly [number, number], most: number): boolean {
  const sums = rates.map(() => ({ shoppers: 0, takers: 0, revenue: 0, squares: 0 }))
  for (let shopper = 1; shopper <= most; shopper += 1) {
    sums.forEach((sum, at) => {
      const took = random() < rates[at]!
      const brought = took ? 2_000 * (0.5 + random()) : 0
      sum.shoppers += 1
      sum.takers += Number(took)
      sum.revenue += brought
      sum.squares += brought * brought
    })
    if (shopper % 50 > 0) continue
    const [a, b] = sums.map(({ squares, ...sum }) => ({ ...sum, variance: (squares - sum.revenue ** 2 / shopper) / (shopper - 1) }))
    const told = compare(a!, b!)
    if (told && (told.low > 0 || told.high < 0)) return true
  }
  return false
}

/** Numbers from 0 up to 1, the same in each run. */
function drawn(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

test('who looks after every fifty shoppers is told of a winner among equals in at most five of a hundred tests', () => {
  const random = drawn(1)
  const told = Array.from({ length: 200 }, () => everTold(random, [0.05, 0.05], 5_000)).filter(Boolean).length
  expect(told).toBeLessThanOrEqual(10)
})

test('and of a real one in nearly all', () => {
  const random = drawn(2)
  const told = Array.from({ length: 50 }, () => everTold(random, [0.05, 0.08], 6_000)).filter(Boolean).length
  expect(told).toBeGreaterThanOrEqual(45)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '#app/offers/compile.ts'
import { stepOf, type OpenFunnel } from '#app/offers/funnel.ts'
import { earningOf, expectedRates, meanOf, worthOf, type Response } from '#app/offers/worth.ts'
import { bundle, offer, shelf, step, variant } from './builders.ts'

interface Spec {
  price: number
  taken: number // of those who see it
  declined: number
  onAccept: number // how many steps further, or none
  onDecline: number
}

const spec: fc.Arbitrary<Spec> = fc.record({
  price: fc.integer({ min: 100, max: 20_000 }),
  taken: fc.double({ min: 0, max: 0.6, noNaN: true }),
  declined: fc.double({ min: 0, max: 0.4, noNaN: true }),
  onAccept: fc.integer({ min: 0, max: 3 }),
  onDecline: fc.integer({ min: 0, max: 3 }),
})
const specs = fc.array(spec, { minLength: 1, maxLength: 6 })

const shelfOf = (all: readonly Spec[]) => shelf(...all.map(({ price }, n) => variant(`${n}`, { productId: `${n}`, price })))

function funnelOf(all: readonly Spec[]): OpenFunnel {
  const further = (from: number, by: number) => (by > 0 && from + by < all.length ? `s${from + by}` : null)
  const steps = all.map(({ onAccept, onDecline }, n) =>
    step(`s${n}`, {
      items: bundle({ productId: `${n}`, variantId: `${n}` }),
      onAccept: further(n, onAccept),
      onDecline: further(n, onDecline),
    }),
  )
  return compile([offer('a', { steps })], shelfOf(all)).offers[0]!.funnel
}

type Rated = (id: string) => { taken: number; declined: number }

/** Said once more, from the front: how many of `orders` come to each step, and what they leave there. Steps lead only forward. */
function walk(all: readonly Spec[], rateOf: Rated, orders: number) {
  const funnel = funnelOf(all)
  const coming = new Map(funnel.steps.map(({ id }) => [id, 0]))
  coming.set('s0', orders)
  let brought = 0
  const seen: Record<string, Response> = {}
  for (let n = 0; n < all.length; n += 1) {
    const at = stepOf(funnel.steps, `s${n}`)!
    const visits = coming.get(at.id)!
    const { taken, declined } = rateOf(at.id)
    brought += visits * taken * earningOf(at, shelfOf(all))
    seen[at.id] = { visits, acceptedVisits: visits * taken, declines: visits * declined }
    if (at.onAccept) coming.set(at.onAccept, coming.get(at.onAccept)! + visits * taken)
    if (at.onDecline) coming.set(at.onDecline, coming.get(at.onDecline)! + visits * declined)
  }
  return { brought, seen }
}

const trueRates =
  (all: readonly Spec[]): Rated =>
  (id) =>
    all[Number(id.slice(1))]!
const worth = (all: readonly Spec[], seen: Record<string, Response>) => worthOf('a', funnelOf(all), shelfOf(all), new Map([['a', seen]]))

test('an offer is worth what orders leave at its steps who walk through it at the rates that are expected', () => {
  fc.assert(
    fc.property(specs, fc.integer({ min: 0, max: 5_000 }), (all, orders) => {
      const { seen } = walk(all, trueRates(all), orders)
      const mean = meanOf(new Map([['a', seen]]))
      const { brought } = walk(all, (id) => expectedRates(seen[id]!, mean), 1)
      expect(worth(all, seen)).toBeCloseTo(brought, 6)
    }),
  )
})

test('the more orders saw it, the nearer to what they really brought', () => {
  fc.assert(
    fc.property(specs, (all) => {
      const orders = 1e12
      const { seen, brought } = walk(all, trueRates(all), orders)
      const dearest = Math.max(...all.map(({ price }) => price))
      expect(Math.abs(worth(all, seen) - brought / orders)).toBeLessThan(dearest * 0.001)
    }),
  )
})

test('a further step never lowers it, and who takes more makes it worth more', () => {
  fc.assert(
    fc.property(specs, fc.integer({ min: 1, max: 5_000 }), (all, orders) => {
      const last = all.length - 1
      const { seen } = walk(all, trueRates(all), orders)
      const shorter = all.slice(0, -1)
      const mean = meanOf(new Map([['a', seen]]))
      const of = (some: readonly Spec[], answers: Record<string, Response>) =>
        worthOf('a', funnelOf(some), shelfOf(some), new Map([['a', answers]]), mean)
      if (shorter.length > 0) expect(of(all, seen)).toBeGreaterThanOrEqual(of(shorter, seen) - 1e-6)
      const one = seen[`s${last}`]!
      const liked = { ...seen, [`s${last}`]: { ...one, acceptedVisits: one.acceptedVisits + (one.visits - one.acceptedVisits) / 10 } }
      expect(of(all, liked)).toBeGreaterThanOrEqual(of(all, seen) - 1e-6)
    }),
  )
})

test('what an order takes and what it declines are never more than all', () => {
  const answers = fc.record({ visits: fc.nat(500), acceptedVisits: fc.nat(500), declines: fc.nat(500) })
  fc.assert(
    fc.property(answers, answers, (one, other) => {
      const { taken, declined } = expectedRates(one, meanOf(new Map([['b', { s: other }]])))
      expect(Math.min(taken, declined)).toBeGreaterThanOrEqual(0)
      expect(taken + declined).toBeLessThanOrEqual(1)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, SURFACES, type Circumstances, type Deed, type Surface } from '#app/surfaces/placements/placement.ts'

const now = (given: Partial<Circumstances> = {}): Circumstances => ({
  on: true,
  expired: false,
  cancelled: false,
  afterPayment: 'over',
  deeds: [],
  boughtSince: [],
  ...given,
})
const deed = (surface: Surface, kind: Deed['kind'], offerId = 'case', productIds = ['7']): Deed => ({ surface, kind, offerId, productIds })
const may = (offers: string[] = [], products: string[] = []) => ({
  may: true,
  met: { offers: new Set(offers), products: new Set(products) },
})
const not = (because: string) => ({ may: false, because })

test.each<[string, Surface, Partial<Circumstances>, object]>([
  ['a purchase that met nothing may meet anything', 'thank-you', {}, may()],
  ['a surface that is off shows nothing', 'thank-you', { on: false }, not('surface-off')],
  ['a cancelled order is offered nothing', 'order-status', { cancelled: true }, not('order-cancelled')],
  ['nor is one whose time is over', 'order-status', { expired: true }, not('too-late')],
  ['an e-mail waits for the page after payment', 'email', { afterPayment: 'open' }, not('page-after-payment-first')],
  ['what was declined after payment does not come back', 'thank-you', { deeds: [deed('post-purchase', 'declined')] }, may(['case'], ['7'])],
  ['nor what was only seen there', 'thank-you', { deeds: [deed('post-purchase', 'shown')] }, may(['case'], ['7'])],
  ['nor what was accepted there', 'thank-you', { deeds: [deed('post-purchase', 'accepted')] }, may(['case'], ['7'])],
  ['what stands on the thank-you page still stands on the order’s page', 'order-status', { deeds: [deed('thank-you', 'shown')] }, may()],
  ['until it is declined', 'order-status', { deeds: [deed('thank-you', 'shown'), deed('thank-you', 'declined')] }, may(['case'], ['7'])],
  ['or taken', 'order-status', { deeds: [deed('thank-you', 'shown'), deed('thank-you', 'accepted')] }, not('has-taken-one')],
  [
    'an answer to one step answers its offer',
    'thank-you',
    {
      deeds: [deed('thank-you', 'declined'), deed('thank-you', 'shown', 'case', ['8'])],
    },
    may(['case'], ['7', '8']),
  ],
  ['what she has bought since is not offered', 'order-status', { boughtSince: ['9'] }, may([], ['9'])],
  [
    'three offers are enough',
    'order-status',
    {
      deeds: ['a', 'b', 'c'].map((offerId) => deed('post-purchase', 'shown', offerId)),
    },
    not('three-shown'),
  ],
  ['an e-mail is for those who saw none', 'email', { deeds: [deed('thank-you', 'shown')] }, not('has-seen-one')],
])('%s', (_, surface, given, expected) => expect(place(surface, now(given))).toEqual(expected))

const OFFERS = ['case', 'film', 'cable', 'stand'] as const
// Two offers propose the same product: it counts once, whichever proposes it.
const PRODUCTS: Record<(typeof OFFERS)[number], string[]> = { case: ['1', '2'], film: ['2'], cable: ['3'], stand: ['4'] }
const STAGES: Record<Surface, number> = { 'post-purchase': 0, 'thank-you': 1, 'order-status': 1, email: 2 }

interface Visit {
  surface: Surface
  answer: 'shown' | 'declined' | 'accepted'
  buys: string[]
}
const visit: fc.Arbitrary<Visit> = fc.record({
  surface: fc.constantFrom(...SURFACES),
  answer: fc.constantFrom('shown', 'declined', 'accepted'),
  buys: fc.subarray(['1', '2', '3', '4'], { maxLength: 1 }),
})

test('whatever she does in whatever order, nothing is proposed twice', () => {
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 12 }), (visits) => {
      const deeds: Deed[] = []
      const bought = new Set<string>()
      const answered = new Set<string>()
      const shownAt = new Map<string, number>()
      for (const { surface, answer, buys } of visits) {
        const found = place(surface, now({ deeds, boughtSince: [...bought] }))
        const offerId = found.may
          ? OFFERS.find((id) => !found.met.offers.has(id) && !PRODUCTS[id].some((one) => found.met.products.has(one)))
          : undefined
        if (offerId) {
          for (const product of PRODUCTS[offerId]) {
            expect(answered.has(product) || bought.has(product)).toBe(false)
            expect(shownAt.get(product) ?? STAGES[surface]).toBe(STAGES[surface])
            shownAt.set(product, STAGES[surface])
            if (answer !== 'shown') answered.add(product)
          }
          deeds.push(deed(surface, 'shown', offerId, PRODUCTS[offerId]))
          if (answer !== 'shown') deeds.push(deed(surface, answer, offerId, PRODUCTS[offerId]))
        }
        for (const product of buys) bought.add(product)
      }
      expect(new Set(deeds.map(({ offerId }) => offerId)).size).toBeLessThanOrEqual(3)
    }),
    { numRuns: 1_000 },
  )
})

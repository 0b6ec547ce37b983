import type { OfferBook, Stock } from '#app/offers/compile.ts'
import { whyNotRunning } from '#app/offers/decide.ts'
import { fitFunnel, type Buyer } from '#app/offers/fit.ts'
import { openFunnel, type OpenFunnel } from '#app/offers/funnel.ts'
import type { Shelf } from '#app/offers/availability.ts'
import { stepAfter } from '../accept/acceptance.ts'
import type { Surface } from '../placements/placement.ts'

/** What today's offers are sold from. */
export interface Today {
  book: OfferBook
  shelf: Shelf
  stock: Stock
}

/** One step that she took on a block of this purchase, or declined. */
export interface AnsweredStep {
  surface: Surface
  offerId: string
  stepId: string
  did: 'taken' | 'bought' | 'declined' // taken: it waits at the checkout
  productIds: readonly string[]
}

/** How today's funnel goes on at her next look at a page, as `findNext` has it on the page itself; null: nothing follows, or she has not bought yet. */
export function nextToday(
  { book, shelf, stock }: Today,
  answered: readonly AnsweredStep[], // the latest first
  buyer: Buyer,
  at: Date,
): { offerId: string; funnel: OpenFunnel; over: ReadonlySet<string> } | null {
  const taken = answered.filter(({ did }) => did !== 'declined')
  const [last] = taken
  const offer = book.offers.find(({ id }) => id === last?.offerId)
  if (!last || !offer || taken.some(({ did }) => did === 'taken') || whyNotRunning(offer, at)) return null
  const stepsOf = (some: readonly AnsweredStep[]) => new Set(some.flatMap(({ offerId, stepId }) => (offerId === offer.id ? [stepId] : [])))
  const over = stepsOf(taken)
  const { definition, id } = offer
  const next = stepAfter(definition, last.stepId, { taken: over, declined: stepsOf(answered.filter(({ did }) => did === 'declined')) })
  if (!next) return null
  const steps = [next, ...definition.steps.filter((step) => step !== next)]
  const open = openFunnel({ ...definition, steps }, { shelf, ranked: stock.ranked, use: stock.uses?.get(id) })
  const bought = new Set(taken.flatMap(({ productIds }) => productIds))
  const funnel = fitFunnel(open, { ...buyer, met: { offers: new Set(), products: bought } })
  return funnel.first && { offerId: id, funnel, over }
}

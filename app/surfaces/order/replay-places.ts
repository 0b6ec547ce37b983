import { decide, type Silence } from '#app/offers/decide.ts'
import type { OfferBook } from '#app/offers/compile.ts'
import type { Shelf } from '#app/offers/availability.ts'
import type { Facts } from '#app/offers/facts.ts'
import type { Buyer } from '#app/offers/fit.ts'
import type { Shut, ShutPlaces } from '#app/offers/shut.ts'
import { place, placeByMail, SURFACES, type Deed, type NoPlace, type Surface } from '../placements/placement.ts'
import { verdictsOf } from '../verdicts.ts'
import type { Decided } from './later.ts'
import { stepsToday, type StepToday } from './replay-steps.ts'

/** A place that was asked at the time, what it chose, and what the shopper did there. */
export interface AskedThen {
  surface: Surface
  offerId: string | null
  decidedAt: Date
  deeds: readonly Deed[]
}

/** What today's offers are sold from. */
export interface Today {
  book: OfferBook
  shelf: Shelf
}

/**
 * A purchase that is played again: `factsAt` are those of each place, `buyer` what she had bought and had enough of before it, `shut` what shows no
 * offer at all as the shop stands.
 */
export interface Played {
  asked: readonly AskedThen[]
  factsAt: Readonly<Record<Surface, Facts>>
  buyer: Pick<Buyer, 'bought' | 'hadEnough' | 'hasSubscription'>
  shut: ShutPlaces
}

export type WhyNotToday = Shut | NoPlace

/** What one place would do; `elsewhere` is what she would have met by then. */
export interface PlaceToday extends Decided {
  surface: Surface
  because: Silence | null
  not: WhyNotToday | null // null: it would decide
  steps: readonly StepToday[] // of the offer that it would show
}

interface Choice {
  today: PlaceToday
  deeds: readonly Deed[]
}

/**
 * Plays the places once more, those that were asked in the order in which they were. Whoever would meet the same offer again does with it what she
 * did; another one counts as seen. Nobody knows what she would do with it.
 */
export function replayPlaces(today: Today, { asked, factsAt, buyer, shut }: Played, at: Date): PlaceToday[] {
  const played = new Map<Surface, Choice>()
  const metBefore = (surface: Surface) => [...played].flatMap(([where, { deeds }]) => (where === surface ? [] : deeds))
  for (const before of asked.toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime()))
    played.set(
      before.surface,
      play(today, before.surface, { facts: factsAt[before.surface], buyer, shut, elsewhere: metBefore(before.surface), before, at }),
    )
  return SURFACES.map((surface, index) => {
    const known = played.get(surface)?.today
    const earlier = SURFACES.slice(0, index).flatMap((where) => played.get(where)?.deeds ?? [])
    return known ?? play(today, surface, { facts: factsAt[surface], buyer, shut, elsewhere: earlier, before: null, at }).today
  })
}

interface Moment {
  facts: Facts
  buyer: Played['buyer']
  shut: ShutPlaces
  elsewhere: readonly Deed[]
  before: AskedThen | null
  at: Date
}

function play({ book, shelf }: Today, surface: Surface, { facts, buyer, shut, elsewhere, before, at }: Moment): Choice {
  const here = shut[surface] ? { may: false as const, because: shut[surface] } : mayShow(surface, elsewhere)
  if (!here.may) return { today: { surface, facts, elsewhere, verdicts: [], because: null, not: here.because, steps: [] }, deeds: [] }
  const ownOrder = surface === 'post-purchase' // Elsewhere she buys in an order of its own.
  const { offer, funnel, because, skipped } = decide(book, facts, at, {
    ...buyer,
    hasSubscription: ownOrder && buyer.hasSubscription,
    surface,
    met: here.met,
  })
  const chosen = offer?.id ?? null
  const verdicts = verdictsOf(book.offers, facts, { at, chosen, skipped, surface })
  const productIds = funnel?.first?.offered.map(({ productId }) => productId) ?? []
  const seen = chosen === null ? [] : [{ surface, kind: 'shown' as const, offerId: chosen, productIds }]
  const deeds = before && before.offerId === chosen ? before.deeds : seen
  const steps = offer ? stepsToday(offer.definition.steps, funnel, shelf) : []
  return { today: { surface, facts, elsewhere, verdicts, because, not: null, steps }, deeds }
}

/** As if the purchase were made now: nothing has expired, been cancelled or bought since. */
function mayShow(surface: Surface, deeds: readonly Deed[]) {
  const told = { deeds, cancelled: false, boughtSince: [] }
  return surface === 'email' ? placeByMail(told) : place(surface, { on: true, expired: false, afterPayment: 'over', ...told })
}

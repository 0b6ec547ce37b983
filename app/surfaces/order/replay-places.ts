import { decide, type Silence } from '#app/offers/decide.ts'
import type { Facts } from '#app/offers/facts.ts'
import type { Buyer } from '#app/offers/fit.ts'
import type { Shut, ShutPlaces } from '#app/offers/shut.ts'
import { place, placeByMail, SURFACES, type Deed, type NoPlace, type Surface } from '../placements/placement.ts'
import { verdictsOf } from '../verdicts.ts'
import type { Decided } from './later.ts'
import { nextToday, type AnsweredStep, type Today } from './replay-next.ts'
import { stepsToday, type StepMet, type StepToday } from './replay-steps.ts'

/** A place that was asked at the time, what it chose, and what the shopper did there. */
export interface AskedThen {
  surface: Surface
  offerId: string | null
  decidedAt: Date
  deeds: readonly Deed[]
  steps: readonly StepMet[]
}

/**
 * A purchase that is played again: `factsAt` are those of each place, `buyer` what she had bought and had enough of before it, `shut` what shows no
 * offer at all as the shop stands.
 */
export interface Played {
  asked: readonly AskedThen[]
  factsAt: Readonly<Record<Surface, Facts>>
  buyer: Pick<Buyer, 'bought' | 'hadEnough'> & { hasSubscription: boolean | null } // null: not known of the order
  shut: ShutPlaces
  answered: readonly AnsweredStep[] // on the blocks, the latest first
}

export type WhyNotToday = Shut | NoPlace

/** What one place would do; `elsewhere` is what she would have met by then. */
export interface PlaceToday extends Decided {
  surface: Surface
  because: Silence | null
  not: WhyNotToday | null // null: it would decide
  steps: readonly StepToday[] // of the offer that it would show
  stepsThen: readonly StepMet[] // that she met there
}

type Chosen = Omit<PlaceToday, 'stepsThen'>
interface Choice {
  today: Chosen
  deeds: readonly Deed[]
}

/**
 * Plays the places once more, those that were asked in the order in which they were. Whoever would meet the same offer again does with it what she
 * did; another one counts as seen. Nobody knows what she would do with it.
 */
export function replayPlaces(today: Today, { asked, factsAt, ...played }: Played, at: Date): PlaceToday[] {
  const done = new Map<Surface, Choice>()
  const metBefore = (surface: Surface) => [...done].flatMap(([where, { deeds }]) => (where === surface ? [] : deeds))
  const playAt = (surface: Surface, before: AskedThen | null, elsewhere: readonly Deed[]) =>
    play(today, surface, { ...played, facts: factsAt[surface], elsewhere, before, at })
  for (const before of asked.toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime()))
    done.set(before.surface, playAt(before.surface, before, metBefore(before.surface)))
  return SURFACES.map((surface, index) => {
    const earlier = SURFACES.slice(0, index).flatMap((where) => done.get(where)?.deeds ?? [])
    const { today: chosen } = done.get(surface) ?? playAt(surface, null, earlier)
    return { ...chosen, stepsThen: asked.find((before) => before.surface === surface)?.steps ?? [] }
  })
}

interface Moment extends Pick<Played, 'buyer' | 'shut' | 'answered'> {
  facts: Facts
  elsewhere: readonly Deed[]
  before: AskedThen | null
  at: Date
}

function play(today: Today, surface: Surface, moment: Moment): Choice {
  const { book, shelf } = today
  const { facts, buyer, shut, elsewhere, before, at } = moment
  const here = shut[surface] ? { may: false as const, because: shut[surface] } : mayShow(surface, elsewhere)
  if (!here.may) {
    const goesOn = here.because === 'has-taken-one' ? goOn(today, surface, moment) : null
    return { today: goesOn ?? { surface, facts, elsewhere, verdicts: [], because: null, not: here.because, steps: [] }, deeds: [] }
  }
  const hasSubscription = surface === 'post-purchase' ? buyer.hasSubscription : false // Elsewhere she buys in an order of its own.
  const { offer, funnel, because, skipped } = decide(book, facts, at, {
    ...buyer,
    hasSubscription: hasSubscription === true,
    surface,
    met: here.met,
  })
  const chosen = offer?.id ?? null
  const verdicts = verdictsOf(book.offers, facts, { at, chosen, skipped, surface })
  const productIds = funnel?.first?.offered.map(({ productId }) => productId) ?? []
  const seen = chosen === null ? [] : [{ surface, kind: 'shown' as const, offerId: chosen, productIds }]
  const deeds = before && before.offerId === chosen ? before.deeds : seen
  const steps = offer ? stepsToday(offer.definition.steps, funnel, shelf, { hasSubscription }) : []
  return { today: { surface, facts, elsewhere, verdicts, because, not: null, steps }, deeds }
}

/** She would have taken what she took: once that is bought, the funnel goes on. */
function goOn(today: Today, surface: Surface, { facts, buyer, elsewhere, answered, at }: Moment): Chosen | null {
  const isMet = ({ offerId }: AnsweredStep) => elsewhere.some((deed) => deed.kind === 'accepted' && deed.offerId === offerId)
  const before = answered.filter((one) => one.surface !== surface && isMet(one))
  const next = nextToday(today, before, { ...buyer, hasSubscription: false, lines: facts.lines, surface }, at)
  const offer = next && today.book.offers.find(({ id }) => id === next.offerId)
  if (!next || !offer) return null
  const verdicts = verdictsOf(today.book.offers, facts, { at, chosen: offer.id, skipped: [], surface })
  const steps = stepsToday(offer.definition.steps, next.funnel, today.shelf, { hasSubscription: false, over: next.over }).filter(
    ({ met, closed }) => met || closed,
  )
  return { surface, facts, elsewhere, verdicts, because: null, not: null, steps }
}

/** As if the purchase were made now: nothing has expired, been cancelled or bought since. */
function mayShow(surface: Surface, deeds: readonly Deed[]) {
  const told = { deeds, cancelled: false, boughtSince: [] }
  return surface === 'email' ? placeByMail(told) : place(surface, { on: true, expired: false, afterPayment: 'over', ...told })
}

import { inOrder, leads, type CompiledOffer, type OfferBook, type OfferInForce } from './compile.ts'
import type { Facts } from './facts.ts'
import { isInArm } from './experiment/arm.ts'
import { closedForHer, fitFunnel, whyClosedForHer, type Buyer } from './fit.ts'
import type { Closed, OpenFunnel, WhyClosed } from './funnel.ts'
import { judge, type Verdict } from './judge.ts'
import { isMetOn, type Surface } from './surface.ts'

/** Why a purchase saw nothing. */
export type Silence = 'no-active-offer' | 'no-offer-matches' | 'nothing-available'

/** An offer that matched but could not be shown; stock is not kept with the facts, so this is. */
export interface Skipped {
  offerId: string
  because: WhyClosed
}

/** What of the purchase is not kept with its facts. */
type Known = Omit<Buyer, 'lines'>
const NOBODY: Known = { hasSubscription: false, bought: null }

export type Decision =
  | { offer: CompiledOffer; funnel: OpenFunnel; because: null; skipped: readonly Skipped[]; closed: readonly Closed[] }
  | { offer: null; funnel: null; because: Silence; skipped: readonly Skipped[]; closed: readonly Closed[] }

const AT_MOST_SKIPPED = 10 // A trace stays small; an eleventh sold-out offer explains nothing new.

/** The first offer that is running, matches and has something for her that can be sold. Adding an offer that does not match changes nothing. */
export function decide(book: OfferBook, facts: Facts, now: Date, known: Known = NOBODY): Decision {
  const buyer = { ...known, lines: facts.lines }
  if (book.offers.length === 0) return { offer: null, funnel: null, because: 'no-active-offer', skipped: [], closed: [] }
  const skipped: Skipped[] = []
  for (const offer of book.candidates(facts)) {
    const { definition } = offer
    if (whyNotRunning(offer, now) || !isMetOn(definition, known.surface) || !isDrawn(definition, facts) || !offer.holds(facts)) continue
    const closed = whyClosedForHer(offer.id, known)
    const funnel = closed ? closedForHer(offer.funnel, closed) : fitFunnel(offer.funnel, buyer)
    if (funnel.first) return { offer, funnel, because: null, skipped, closed: funnel.closed }
    if (skipped.length < AT_MOST_SKIPPED) skipped.push({ offerId: offer.id, because: funnel.closed[0]?.because ?? 'deleted' })
  }
  return { offer: null, funnel: null, because: skipped.length > 0 ? 'nothing-available' : 'no-offer-matches', skipped, closed: [] }
}

/** Not the other version's in an A/B test. A prepared fallback is shown without a draw, so whether it may be accepted is not asked of this. */
const isDrawn = ({ arm }: OfferInForce['definition'], { dice }: Facts): boolean => !arm || isInArm(arm, dice)

export type NotRunning = 'not-started' | 'ended'

export function whyNotRunning({ startsAt, endsAt }: { startsAt: number; endsAt: number }, now: Date): NotRunning | null {
  if (now.getTime() < startsAt) return 'not-started'
  return now.getTime() >= endsAt ? 'ended' : null
}

/** What put the chosen one first: its priority; among equals the list, or what Encore expected it to earn. Null: neither, as with a fallback. */
export type Outranked = 'priority' | 'list' | 'value' | null

/** What became of one offer in one decision. */
export type Explained =
  | { verdict: 'chosen' }
  | { verdict: 'outranked'; by: Outranked } // it matched, but another came first
  | { verdict: 'matched' } // it matched, yet nothing was shown: Shopify did not ask, or the answer came too late
  | { verdict: 'no-match'; rule: Exclude<Verdict, { matches: true }> }
  | { verdict: NotRunning }
  | { verdict: 'other-arm'; known: boolean } // its A/B test shows this shopper the other version, or nobody knows any more who it was
  | { verdict: 'other-surface' } // it is not meant for where the shopper was
  | { verdict: 'unavailable'; because: WhyClosed }

interface Decided {
  at: Date
  chosen: string | null
  skipped: readonly Skipped[]
  surface?: Surface
}

/** Every offer's verdict, recomputed from what the purchase kept. `chosen` and `skipped` are facts of that moment: stock is not kept. */
export function explain(offers: readonly OfferInForce[], facts: Facts, decided: Decided): { offer: OfferInForce; explained: Explained }[] {
  const chosen = offers.find(({ id }) => id === decided.chosen)
  const lead = leads(offers)
  const outranked = (offer: OfferInForce) => (chosen ? outrankedBy(lead(offer), lead(chosen)) : null)
  return inOrder(offers).map((offer) => ({ offer, explained: explainOne(offer, facts, decided, outranked) }))
}

function explainOne(offer: OfferInForce, facts: Facts, decided: Decided, outranked: (offer: OfferInForce) => Outranked): Explained {
  if (offer.id === decided.chosen) return { verdict: 'chosen' }
  const { startsAt, endsAt } = offer.definition.schedule
  const running = { startsAt: startsAt ? Date.parse(startsAt) : -Infinity, endsAt: endsAt ? Date.parse(endsAt) : Infinity }
  const notRunning = whyNotRunning(running, decided.at)
  if (notRunning) return { verdict: notRunning }
  if (!isMetOn(offer.definition, decided.surface)) return { verdict: 'other-surface' }
  const rule = judge(offer.definition.rules, facts)
  if (!rule.matches) return { verdict: 'no-match', rule }
  if (!isDrawn(offer.definition, facts)) return { verdict: 'other-arm', known: facts.dice !== null }
  const skipped = decided.skipped.find(({ offerId }) => offerId === offer.id)
  if (skipped) return { verdict: 'unavailable', because: skipped.because }
  return decided.chosen === null ? { verdict: 'matched' } : { verdict: 'outranked', by: outranked(offer) }
}

function outrankedBy(offer: OfferInForce, chosen: OfferInForce): Outranked {
  if (offer === chosen) return null // the other side of an A/B test, shown without a draw
  if (offer.priority !== chosen.priority) return offer.priority < chosen.priority ? 'priority' : null
  return chosen.definition.chooseBy === 'value' ? 'value' : 'list'
}

import { eachKey, KEYS, type Facts, type Key } from './facts.ts'
import type { Shelf } from './availability.ts'
import type { Use } from './caps.ts'
import { openFunnel, type OpenFunnel } from './funnel.ts'
import type { Ranked } from './offered.ts'
import { compileRules } from './judge.ts'
import { lookupOf } from './lookup.ts'
import type { OfferDefinition } from './offer.ts'
import { meanOf, worthOf, type Responses } from './worth.ts'

/** One version of an offer, as stored. */
export interface OfferInForce {
  id: string
  version: number
  priority: number
  definition: OfferDefinition
}

export interface CompiledOffer extends OfferInForce {
  place: number // in the order in which offers are tried; 0 first
  holds(facts: Facts): boolean
  startsAt: number
  endsAt: number
  funnel: OpenFunnel
}

/** The offers of a shop, made ready for many decisions. */
export interface OfferBook {
  offers: readonly CompiledOffer[]
  /** Every offer whose rules could hold, first to be tried first; the others certainly do not match. */
  candidates(facts: Facts): Iterable<CompiledOffer>
}

/** The order of best matches, and what became of each offer's limits. */
export interface Stock {
  ranked?: Ranked
  uses?: ReadonlyMap<string, Use>
  responses?: Responses
}

export function compile(offers: readonly OfferInForce[], shelf: Shelf, stock: Stock = {}): OfferBook {
  const compiled = byWorth(
    offers.map((offer) => compileOffer(offer, shelf, stock)),
    shelf,
    stock.responses ?? NO_RESPONSES,
  )
  const index = Object.fromEntries(KEYS.map((key) => [key, new Map<string, number[]>()])) as unknown as Index
  const always: number[] = []
  for (const { place, definition } of compiled) {
    const lookup = definition.rules.rules.length > 0 ? lookupOf(definition.rules) : null
    if (!lookup) always.push(place)
    else
      for (const { key, values } of lookup.keys)
        for (const value of values) index[key].get(value)?.push(place) ?? index[key].set(value, [place])
  }
  return { offers: compiled, candidates: (facts) => gather(index, always, compiled, facts) }
}

type Placed = Pick<OfferInForce, 'id' | 'priority' | 'definition'>

/** The higher priority first; equals by id, so that every process and every repetition chooses alike. */
export function inOrder<Offer extends Placed>(offers: readonly Offer[]): Offer[] {
  const lead = leads(offers)
  const byLead = (a: Offer, b: Offer) => lead(b).priority - lead(a).priority || compareIds(lead(a), lead(b))
  return [...offers].sort((a, b) => byLead(a, b) || Number(lead(b) === b) - Number(lead(a) === a))
}

const compareIds = (a: Placed, b: Placed): number => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1)

/** Which offer's place one has: both of an A/B test that of its original, or what stands between them would be seen in place of one. */
export function leads<Offer extends Placed>(offers: readonly Offer[]): (offer: Offer) => Offer {
  const originals = new Map(offers.flatMap((offer) => (offer.definition.arm?.from === 0 ? [[offer.definition.arm.experiment, offer]] : [])))
  return (offer) => originals.get(offer.definition.arm?.experiment ?? '') ?? offer
}

const NO_RESPONSES: Responses = new Map()

/** Where the merchant let Encore choose among equals, what is expected to earn most comes first; the others follow in their own order. */
function byWorth(offers: readonly Omit<CompiledOffer, 'place'>[], shelf: Shelf, responses: Responses): CompiledOffer[] {
  const mean = meanOf(responses)
  const worth = new Map(
    offers.map(({ id, definition, funnel }) => [id, definition.chooseBy === 'value' ? worthOf(id, funnel, shelf, responses, mean) : -1]),
  )
  const lead = leads(offers)
  const worthOfPlace = (offer: (typeof offers)[number]) => worth.get(lead(offer).id) ?? -1
  return inOrder(offers)
    .sort((a, b) => lead(b).priority - lead(a).priority || worthOfPlace(b) - worthOfPlace(a))
    .map((offer, place) => ({ ...offer, place }))
}

function compileOffer(offer: OfferInForce, shelf: Shelf, { ranked, uses }: Stock): Omit<CompiledOffer, 'place'> {
  const { startsAt, endsAt } = offer.definition.schedule
  return {
    ...offer,
    holds: compileRules(offer.definition.rules),
    startsAt: startsAt ? Date.parse(startsAt) : -Infinity,
    endsAt: endsAt ? Date.parse(endsAt) : Infinity,
    funnel: openFunnel(offer.definition, { shelf, ...(ranked ? { ranked } : {}), use: uses?.get(offer.id) }),
  }
}

/** For each value of a key the places of the offers that are looked up by it. */
type Index = Readonly<Record<Key, Map<string, number[]>>>

/**
 * Lists of places are in order already, so the next offer to try is the least of their heads: most decisions take one of the first and
 * need none of the rest.
 */
function* gather(index: Index, always: readonly number[], offers: readonly CompiledOffer[], facts: Facts): Generator<CompiledOffer> {
  const lists: (readonly number[])[] = [always]
  eachKey(facts, (key, value) => {
    const named = index[key].get(value)
    if (named) lists.push(named)
  })
  const heads = lists.map(() => 0)
  for (;;) {
    let next = Infinity
    for (let at = 0; at < lists.length; at += 1) next = Math.min(next, lists[at]![heads[at]!] ?? Infinity)
    const offer = offers[next]
    if (!offer) return
    for (let at = 0; at < lists.length; at += 1) while (lists[at]![heads[at]!] === next) heads[at]! += 1
    yield offer
  }
}

import { eachKey, KEYS, type Facts, type Key } from './facts.ts'
import type { Shelf } from './availability.ts'
import type { Use } from './caps.ts'
import { openFunnel, type OpenFunnel } from './funnel.ts'
import type { Ranked } from './offered.ts'
import { compileRules } from './judge.ts'
import { lookupOf } from './lookup.ts'
import type { OfferDefinition } from './offer.ts'

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
}

export function compile(offers: readonly OfferInForce[], shelf: Shelf, stock: Stock = {}): OfferBook {
  const compiled = inOrder(offers).map((offer, place) => compileOffer(offer, place, shelf, stock))
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

/** The higher priority first; equals by id, so that every process and every repetition chooses alike. */
export const inOrder = <Offer extends { id: string; priority: number }>(offers: readonly Offer[]): Offer[] =>
  [...offers].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))

function compileOffer(offer: OfferInForce, place: number, shelf: Shelf, { ranked, uses }: Stock): CompiledOffer {
  const { startsAt, endsAt } = offer.definition.schedule
  return {
    ...offer,
    place,
    holds: compileRules(offer.definition.rules),
    startsAt: startsAt ? Date.parse(startsAt) : -Infinity,
    endsAt: endsAt ? Date.parse(endsAt) : Infinity,
    funnel: openFunnel(offer.definition, { shelf, ...(ranked ? { ranked } : {}), use: uses?.get(offer.id) }),
  }
}

/** For each value of a key the places of the offers that are looked up by it. */
type Index = Readonly<Record<Key, Map<string, number[]>>>

/** By number: sorting places natively is several times faster than sorting offers. */
function gather(index: Index, always: readonly number[], offers: readonly CompiledOffer[], facts: Facts): CompiledOffer[] {
  const places = [...always]
  eachKey(facts, (key, value) => {
    const named = index[key].get(value)
    if (named) for (const place of named) places.push(place)
  })
  const found: CompiledOffer[] = []
  let last = -1
  for (const place of new Uint32Array(places).sort()) {
    const offer = place === last ? undefined : offers[place]
    if (offer) found.push(offer)
    last = place
  }
  return found
}

import { keysOf, type Facts } from './facts.ts'
import { openFunnel, type OpenFunnel, type Shelf } from './funnel.ts'
import { compileRules, holds } from './judge.ts'
import type { OfferDefinition } from './offer.ts'
import { keysNamedBy, selectivityOf, type Rule, type Rules } from './rules/rules.ts'

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

export function compile(offers: readonly OfferInForce[], shelf: Shelf): OfferBook {
  const compiled = inOrder(offers).map((offer, place) => compileOffer(offer, place, shelf))
  const byKey = new Map<string, number[]>()
  const always: number[] = []
  for (const { place, definition } of compiled) {
    const keys = bestKeys(definition.rules)
    if (!keys) always.push(place)
    else for (const key of new Set(keys)) byKey.get(key)?.push(place) ?? byKey.set(key, [place])
  }
  return { offers: compiled, candidates: (facts) => gather(byKey, always, compiled, keysOf(facts)) }
}

/** The higher priority first; equals by id, so that every process and every repetition chooses alike. */
export const inOrder = <Offer extends { id: string; priority: number }>(offers: readonly Offer[]): Offer[] =>
  [...offers].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))

function compileOffer(offer: OfferInForce, place: number, shelf: Shelf): CompiledOffer {
  const rules = compileRules(offer.definition.rules)
  const { startsAt, endsAt } = offer.definition.schedule
  return {
    ...offer,
    place,
    holds: (facts) => holds(rules, facts),
    startsAt: startsAt ? Date.parse(startsAt) : -Infinity,
    endsAt: endsAt ? Date.parse(endsAt) : Infinity,
    funnel: openFunnel(offer.definition, shelf),
  }
}

/** The keys of the most selective rule that must hold: one of `all`, or the whole of `any` taken together. */
function bestKeys({ all, any }: Rules): string[] | null {
  const choices = all.flatMap((rule) => keysOfRules([rule]) ?? [])
  const together = any.length > 0 ? keysOfRules(any) : null
  if (together) choices.push(together)
  return choices.sort((a, b) => a.selectivity - b.selectivity)[0]?.keys ?? null
}

function keysOfRules(rules: readonly Rule[]): { keys: string[]; selectivity: number } | null {
  const keys = rules.map(keysNamedBy)
  if (keys.includes(null)) return null
  return { keys: keys.flatMap((each) => each ?? []), selectivity: rules.reduce((sum, rule) => sum + selectivityOf(rule), 0) }
}

/** By number: sorting places natively is several times faster than sorting offers. */
function gather(
  byKey: ReadonlyMap<string, readonly number[]>,
  always: readonly number[],
  offers: readonly CompiledOffer[],
  keys: readonly string[],
): CompiledOffer[] {
  const places = [...always]
  for (const key of keys) {
    const named = byKey.get(key)
    if (named) for (const place of named) places.push(place)
  }
  const found: CompiledOffer[] = []
  let last = -1
  for (const place of Uint32Array.from(places).sort()) {
    const offer = place === last ? undefined : offers[place]
    if (offer) found.push(offer)
    last = place
  }
  return found
}

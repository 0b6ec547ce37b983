import { localMinute } from '#app/values/time.ts'
import { hashOf } from './chance.ts'
import { baseOf, type Facts, type PurchasedLine } from './facts.ts'
import { channelOf } from './rules/channel.ts'
import type { NAMED, Need } from './rules/kind.ts'
import { pathOf } from './rules/landing-page.ts'
import { conditionsIn, namesOf, needOf, type Group } from './rules/rules.ts'
import { fold } from './rules/texts.ts'
import { utmIn } from './rules/utm.ts'

/** One purchase, as its token, our mirror and our own records tell of it. Null: not told. */
export interface Told {
  at: Date
  lines: readonly PurchasedLine[]
  unmirrored: boolean
  total: number | null // in the shop's currency
  currency: string | null // that the shopper paid in
  presentmentTotal: number | null
  country: string | null
  locale: string | null
  journey: Journey | null
  shopper: string // what tells her from others: her customer id, or the purchase's own
  earlierOrders: Facts['earlierOrders']
  spent: Facts['spent']
  tags: readonly string[] | null
  consent: string | null
  subscriber: string | null
  before: { days: number | null; bought: readonly (readonly [productId: string, at: number])[] } | null // ms
  offers: readonly string[] | null
  reviewed: readonly string[] | null // products
}

/** What the checkout told, or the order after it. */
export interface Journey {
  codes: readonly string[]
  discountShare: number | null
  region: string | null
  shippingMethod: string | null
  landingPage: string | null
  sourceName: string | null
}

export type Named = Readonly<Record<(typeof NAMED)[number], ReadonlySet<string>>>

/** What holds for the whole shop, and what the rules at hand name: facts of anything else are not kept. */
export interface Scope {
  timeZone: string
  named: Named
  needs: ReadonlySet<Need>
  marksOf: ReadonlyMap<string, Marks> // by product
  unknownCollections: readonly string[]
  unread: readonly string[]
}

/** What of a product rules name. */
export interface Marks {
  collections: readonly string[]
  traits: readonly string[]
}

/** The marks of each product that has any. */
export function marksByProduct(
  members: readonly { collectionId: string; productId: string }[],
  traits: readonly { productId: string; trait: string }[],
): ReadonlyMap<string, Marks> {
  const found = new Map<string, { collections: string[]; traits: string[] }>()
  const marksOf = (productId: string) => {
    const marks = found.get(productId) ?? { collections: [], traits: [] }
    found.set(productId, marks)
    return marks
  }
  // One text for all that share it: a decision meets it in the processor's cache, which does not hold thousands of equal ones.
  const texts = new Map<string, string>()
  const shared = (text: string): string => texts.get(text) ?? (texts.set(text, text), text)
  for (const { productId, collectionId } of members) marksOf(productId).collections.push(shared(collectionId))
  for (const { productId, trait } of traits) marksOf(productId).traits.push(shared(trait))
  return found
}

/** All that the rules of some offers ask about. */
export function askedBy(roots: readonly Group[]): { named: Named; needs: ReadonlySet<Need> } {
  const named = { traits: new Set<string>(), codes: new Set<string>(), utm: new Set<string>(), customerTags: new Set<string>() }
  const all: Record<(typeof NAMED)[number], Set<string>> = { ...named, before: new Set(), offers: new Set(), reviewed: new Set() }
  const needs = new Set<Need>()
  for (const root of roots)
    for (const condition of conditionsIn(root)) {
      const names = namesOf(condition)
      for (const value of names?.values ?? []) all[names!.of].add(value)
      const need = needOf(condition)
      if (need) needs.add(need)
    }
  return { named: all, needs }
}

const DAY_MS = 86_400_000

export function factsOf(told: Told, scope: Scope): Facts {
  const { named } = scope
  const { journey } = told
  const landing = journey?.landingPage ?? null
  const { collections, traits } = marksHeld(told.lines, scope.marksOf)
  return {
    lines: [...told.lines],
    total: told.total,
    currency: told.currency,
    presentmentTotal: told.presentmentTotal,
    country: told.country,
    region: journey?.region ?? null,
    language: languageOf(told.locale),
    collections,
    unknownCollections: [...scope.unknownCollections],
    traits,
    unmirrored: told.unmirrored,
    unread: [...scope.unread],
    codes: journey && { any: journey.codes.length > 0, named: journey.codes.map(fold).filter((code) => named.codes.has(code)) },
    discountShare: journey?.discountShare ?? null,
    shippingMethod: journey?.shippingMethod?.slice(0, LONGEST) ?? null,
    channel: channelOf(journey?.sourceName ?? null),
    utm: landing === null ? null : utmIn(landing).filter((one) => named.utm.has(one)),
    landing: landing === null ? null : pathOf(landing),
    earlierOrders: told.earlierOrders,
    spent: told.spent,
    customerTags: told.tags && told.tags.map(fold).filter((tag) => named.customerTags.has(tag)),
    consent: told.consent === null ? null : told.consent === 'subscribed',
    subscriber: told.subscriber,
    before: told.before && {
      days: told.before.days,
      products: told.before.bought
        .filter(([id]) => named.before.has(id))
        .map(([id, at]): [string, number] => [id, Math.max(0, Math.floor((told.at.getTime() - at) / DAY_MS))]),
    },
    offers: told.offers && told.offers.filter((one) => named.offers.has(one)),
    reviewed: told.reviewed && told.reviewed.filter((id) => named.reviewed.has(id)),
    dice: hashOf(told.shopper),
    at: localMinute(told.at, scope.timeZone),
  }
}

const LONGEST = 100

/** `DE-de`, `pt_BR` and the like -> `pt-BR`. */
function languageOf(locale: string | null): string | null {
  const [, language, region] = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?/i.exec(locale ?? '') ?? []
  if (!language) return null
  return region ? `${language.toLowerCase()}-${region.toUpperCase()}` : baseOf(language.toLowerCase())
}

/** What these lines' products have of marks, each once. */
function marksHeld(lines: readonly { productId: string }[], of: Scope['marksOf']): { collections: string[]; traits: string[] } {
  const held = { collections: [], traits: [] }
  for (const { productId } of lines) {
    const marks = of.get(productId)
    if (!marks) continue
    addNew(held.collections, marks.collections)
    addNew(held.traits, marks.traits)
  }
  return held
}

function addNew(found: string[], more: readonly string[]): void {
  for (const one of more) if (!found.includes(one)) found.push(one)
}

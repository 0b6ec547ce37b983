import { decide } from '#app/offers/decide.ts'
import type { Facts } from '#app/offers/facts.ts'
import { now } from '#app/platform/clock.server.ts'
import type { CatalogReads } from '../catalog-reads.ts'
import { verdictsOf, type PurchaseStory } from '../purchase.server.ts'
import { reconstructFacts } from '../reconstruct.ts'
import type { Decided } from './replay.ts'
import { loadSnapshot } from '../snapshots.server.ts'

let reads: CatalogReads
/** Handed in by the wiring. */
export const replayBy = (given: CatalogReads): void => void (reads = given)

/** The same purchase, decided again at this moment among the offers of today. Null where its facts were lost. */
export async function replayPurchase(shop: string, checkoutToken: string, story: PurchaseStory): Promise<Decided | null> {
  if (!story.placement) return null
  const [snapshot, order] = await Promise.all([loadSnapshot(shop, reads), reads.readMirrored(shop, checkoutToken)])
  const added = story.changesets.flatMap(({ lines }) => lines)
  const facts = order ? asThen(reconstructFacts(order, added, snapshot), story.placement.facts) : story.placement.facts
  const at = now()
  const surface = 'post-purchase'
  const { offer, because, skipped } = decide(snapshot.book, facts, at, { hasSubscription: false, bought: null, surface })
  return { because, verdicts: verdictsOf(snapshot.book.offers, facts, { at, chosen: offer?.id ?? null, skipped, surface }) }
}

/** Of these a purchase keeps only what a rule named at that time; the mirror tells what today's rules name. */
const NAMED: readonly (keyof Facts)[] = ['collections', 'unknownCollections', 'traits', 'unread', 'unmirrored', 'codes', 'utm']

/** What was known then stays; what only today's rules ask about comes from the mirror, as far as that knows it. */
function asThen(today: Facts, then: Facts): Facts {
  const names = Object.keys(today) as (keyof Facts)[]
  const told = names.map((name) => [name, NAMED.includes(name) ? (today[name] ?? then[name]) : (then[name] ?? today[name])])
  return { ...(Object.fromEntries(told) as Facts), lines: then.lines }
}

import type { Facts } from '#app/offers/facts.ts'
import type { ShutPlaces } from '#app/offers/shut.ts'
import { now } from '#app/platform/clock.server.ts'
import type { CatalogReads, MirroredOrder } from '../catalog-reads.ts'
import { readDeeds } from '../placements/deeds.server.ts'
import { SURFACES, type Surface } from '../placements/placement.ts'
import { referenceOf } from '../decide/purchase.ts'
import type { PurchaseStory } from './purchase.server.ts'
import { reconstructFacts } from './reconstruct.ts'
import type { Snapshot } from '../decide/snapshot.ts'
import { loadSnapshot } from '../decide/snapshots.server.ts'
import type { Later } from './later.ts'
import { replayPlaces, type PlaceToday } from './replay-places.ts'

let reads: CatalogReads
/** Handed in by the wiring. */
export const replayBy = (given: CatalogReads): void => void (reads = given)

/** The same purchase, decided again at this moment among the offers of today, place by place. Null where its facts were lost. */
export async function replayPurchase(
  shop: string,
  checkoutToken: string,
  { story, later, shut }: { story: PurchaseStory; later: readonly Later[]; shut: ShutPlaces },
): Promise<PlaceToday[] | null> {
  const { placement } = story
  if (!placement) return null
  const [snapshot, order, deeds] = await Promise.all([
    loadSnapshot(shop, reads),
    reads.readMirrored(shop, checkoutToken),
    readDeeds(shop, referenceOf(checkoutToken)),
  ])
  const rows = [...(placement.reconstructed ? [] : [{ ...placement, surface: 'post-purchase' as const }]), ...later]
  const asked = rows.map(({ surface, offerId, decidedAt }) => ({
    surface,
    offerId,
    decidedAt,
    deeds: deeds.filter((deed) => deed.surface === surface),
  }))
  return replayPlaces(snapshot.book, { asked, factsAt: factsAt(order, snapshot, story, later), shut }, now())
}

/** What was added on the page after payment is a part of the order on every later place. */
function factsAt(
  order: MirroredOrder | null,
  snapshot: Snapshot,
  { placement, changesets }: PurchaseStory,
  later: readonly Later[],
): Record<Surface, Facts> {
  const added = changesets.flatMap(({ lines }) => lines)
  const of = (surface: Surface): Facts => {
    const then = surface === 'post-purchase' ? placement!.facts : later.find((row) => row.surface === surface)?.facts
    if (!order) return then ?? placement!.facts
    const today = reconstructFacts(order, surface === 'post-purchase' ? added : [], snapshot)
    return then ? { ...asThen(today, then), lines: then.lines } : { ...asThen(today, placement!.facts), lines: today.lines }
  }
  return Object.fromEntries(SURFACES.map((surface) => [surface, of(surface)])) as Record<Surface, Facts>
}

/** Of these a purchase keeps only what a rule named at that time; the mirror tells what today's rules name. */
const NAMED: readonly (keyof Facts)[] = ['collections', 'unknownCollections', 'traits', 'unread', 'unmirrored', 'codes', 'utm']

/** What was known then stays; what only today's rules ask about comes from the mirror, as far as that knows it. */
function asThen(today: Facts, then: Facts): Facts {
  const names = Object.keys(today) as (keyof Facts)[]
  const told = names.map((name) => [name, NAMED.includes(name) ? (today[name] ?? then[name]) : (then[name] ?? today[name])])
  return Object.fromEntries(told) as unknown as Facts
}

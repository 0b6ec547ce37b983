import { hadEnoughOf } from '#app/offers/caps.ts'
import type { Facts } from '#app/offers/facts.ts'
import { fold } from '#app/offers/rules/texts.ts'
import type { ShutPlaces } from '#app/offers/shut.ts'
import { askedBy } from '#app/offers/told.ts'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { listTaken } from '../block/taken.server.ts'
import type { CatalogReads, MirroredOrder } from '../catalog-reads.ts'
import { readDeeds } from '../placements/deeds.server.ts'
import { SURFACES, type Surface } from '../placements/placement.ts'
import { placementId } from '../placements/placement.server.ts'
import { BLOCK_SURFACES } from '../contract.ts'
import { referenceOf } from '../decide/purchase.ts'
import type { Before } from './before.ts'
import { readBefore } from './before.server.ts'
import type { PurchaseStory } from './purchase.server.ts'
import { hadSubscription, reconstructFacts } from './reconstruct.ts'
import type { Snapshot } from '../decide/snapshot.ts'
import { loadSnapshot } from '../decide/snapshots.server.ts'
import type { Later } from './later.ts'
import type { AnsweredStep } from './replay-next.ts'
import { readStepsMet } from './steps-met.server.ts'
import { replayPlaces, type PlaceToday } from './replay-places.ts'

let reads: CatalogReads
/** Handed in by the wiring. */
export const replayBy = (given: CatalogReads): void => void (reads = given)

type Told = Pick<PurchaseStory, 'changesets' | 'verdicts'> & { placement: NonNullable<PurchaseStory['placement']>; later: readonly Later[] }

/** The same purchase, decided again at this moment among the offers of today, place by place. Null where its facts were lost. */
export async function replayPurchase(
  shop: string,
  checkoutToken: string,
  { story, later, shut }: { story: PurchaseStory; later: readonly Later[]; shut: ShutPlaces },
): Promise<PlaceToday[] | null> {
  const { placement, changesets, verdicts } = story
  if (!placement) return null
  const rows = [...(placement.reconstructed ? [] : [{ ...placement, surface: 'post-purchase' as const }]), ...later]
  const idOf = (surface: Surface) => placementId(shop, surface, referenceOf(checkoutToken))
  const [snapshot, order, deeds, steps] = await Promise.all([
    loadSnapshot(shop, reads),
    reads.readMirrored(shop, checkoutToken),
    readDeeds(shop, referenceOf(checkoutToken)),
    readStepsMet(shop, SURFACES.map(idOf)),
  ])
  const before = order && (await readBefore(shop, referenceOf(checkoutToken), order))
  const asked = rows.map(({ surface, offerId, decidedAt }) => ({
    surface,
    offerId,
    decidedAt,
    deeds: deeds.filter((deed) => deed.surface === surface),
    steps: steps.get(idOf(surface)) ?? [],
  }))
  const { book, shelf, stock } = snapshot
  const buyer = {
    bought: before && new Set(before.bought.map(([productId]) => productId)),
    hasSubscription:
      verdicts.some(({ explained }) => explained.verdict === 'unavailable' && explained.because === 'order-has-subscription') ||
      (order &&
        hadSubscription(
          order,
          changesets.flatMap(({ lines }) => lines),
        )),
    hadEnough: hadEnoughOf(book.offers, before?.accepted ?? [], order?.processedAt ?? placement.decidedAt),
  }
  const facts = factsAt(order, before, snapshot, { placement, changesets, verdicts, later })
  const answered = await readAnswered(shop, referenceOf(checkoutToken))
  return replayPlaces({ book, shelf, stock }, { asked, factsAt: facts, buyer, shut, answered }, now())
}

async function readAnswered(shop: string, referenceId: string): Promise<AnsweredStep[]> {
  const surfaceOf = new Map(BLOCK_SURFACES.map((surface) => [placementId(shop, surface, referenceId), surface]))
  const placementIds = { in: [...surfaceOf.keys()] }
  const [taken, declined] = await Promise.all([
    listTaken(db, { shop, referenceId }),
    db.placementEvent.findMany({ where: { shop, placementId: placementIds, kind: 'declined' } }),
  ])
  const told = [
    ...taken.map(({ orderedIn, lines, ...row }) => {
      const productIds = (lines as { productId: string }[]).map(({ productId }) => productId)
      return { ...row, did: orderedIn === null ? ('taken' as const) : ('bought' as const), productIds }
    }),
    ...declined.map((row) => ({ ...row, did: 'declined' as const })),
  ]
  return told.flatMap(({ placementId: id, offerId, stepId, did, productIds }) => {
    const surface = surfaceOf.get(id)
    return surface ? [{ surface, offerId, stepId, did, productIds }] : []
  })
}

/** What was added on the page after payment is a part of the order on every later place. */
function factsAt(
  order: MirroredOrder | null,
  before: Before | null,
  snapshot: Snapshot,
  { placement, changesets, verdicts, later }: Told,
): Record<Surface, Facts> {
  const added = changesets.flatMap(({ lines }) => lines)
  const tagsSince = tagsAskedSince(before, verdicts, snapshot)
  const of = (surface: Surface): Facts => {
    const then = surface === 'post-purchase' ? placement.facts : later.find((row) => row.surface === surface)?.facts
    if (!order) return then ?? placement.facts
    const today = reconstructFacts(order, { added: surface === 'post-purchase' ? added : [], before }, snapshot)
    const told = { ...asThen(today, then ?? placement.facts), lines: (then ?? today).lines }
    return { ...told, customerTags: told.customerTags && [...told.customerTags, ...tagsSince] }
  }
  return Object.fromEntries(SURFACES.map((surface) => [surface, of(surface)])) as Record<Surface, Facts>
}

/** Of her tags those that no rule asked about at the time: nobody wrote down whether she had them, so today's are taken. */
function tagsAskedSince(before: Before | null, verdicts: PurchaseStory['verdicts'], { named }: Snapshot): string[] {
  const then = askedBy(verdicts.map(({ definition }) => definition.rules)).named.customerTags
  return (before?.tags ?? []).map(fold).filter((tag) => named.customerTags.has(tag) && !then.has(tag))
}

/** Of these a purchase keeps only what a rule named at that time; the mirror and our own rows tell what today's rules name. */
const NAMED: readonly (keyof Facts)[] = [
  'collections',
  'unknownCollections',
  'traits',
  'unread',
  'unmirrored',
  'codes',
  'utm',
  'before',
  'offers',
  'reviewed',
]

/** What was known then stays; what only today's rules ask about comes from the mirror, as far as that knows it. */
function asThen(today: Facts, then: Facts): Facts {
  const names = Object.keys(today) as (keyof Facts)[]
  const told = names.map((name) => [name, NAMED.includes(name) ? (today[name] ?? then[name]) : (then[name] ?? today[name])])
  return Object.fromEntries(told) as unknown as Facts
}

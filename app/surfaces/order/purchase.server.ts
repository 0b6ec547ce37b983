import type { Silence, Skipped } from '#app/offers/decide.ts'
import type { OfferInForce } from '#app/offers/compile.ts'
import { Facts } from '#app/offers/facts.ts'
import { db } from '#app/platform/db.server.ts'
import type { CatalogReads, MirroredOrder } from '../catalog-reads.ts'
import type { ChangesetLine, SignedChangeset } from '../accept/changeset.ts'
import { eligibility, type Eligibility } from '../decide/eligibility.ts'
import type { Surface } from '../placements/placement.ts'
import { placementId } from '../placements/placement.server.ts'
import { referenceOf } from '../decide/purchase.ts'
import { readBefore } from './before.server.ts'
import { reconstructFacts } from './reconstruct.ts'
import { loadSnapshot } from '../decide/snapshots.server.ts'
import { verdictsOf, type OfferVerdict } from '../verdicts.ts'
import { activeOffers, areAsTheyWere, withDefinitions } from '../decide/versions.server.ts'

/** Everything that became of one purchase, for the merchant. */
export interface PurchaseStory {
  placement: Placed | null // null: no trace and no order to make one from
  verdicts: OfferVerdict[]
  events: { offerId: string; stepId: string; kind: string; at: Date }[]
  changesets: SignedChangeset[]
  refusals: { request: string; reason: string; detail: unknown; at: Date }[]
  eligibility: Eligibility
}
export interface Placed {
  id: string
  offerId: string | null
  offerVersion: number | null
  because: Silence | null
  fallback: boolean
  reconstructed: boolean // the row was lost, or Shopify never asked: worked out from what we hold of the order
  decidedAt: Date
  facts: Facts
}

const SURFACE = 'post-purchase' // What later surfaces showed is told apart.

let reads: CatalogReads
/** Handed in by the wiring. */
export const readPurchasesBy = (given: CatalogReads): void => void (reads = given)

export async function readPurchase(shop: string, { checkoutToken }: { checkoutToken: string }): Promise<PurchaseStory> {
  const referenceId = referenceOf(checkoutToken)
  const id = placementId(shop, SURFACE, referenceId)
  const [row, events, changesets, refusals, order] = await Promise.all([
    db.placement.findUnique({ where: { shop_id: { shop, id } } }),
    db.placementEvent.findMany({ where: { shop, placementId: id }, orderBy: { at: 'asc' } }),
    db.changeset.findMany({ where: { shop, placementId: id }, orderBy: { signedAt: 'asc' } }),
    db.refusal.findMany({ where: { shop, referenceId }, orderBy: { at: 'asc' } }),
    reads.readMirrored(shop, checkoutToken),
  ])
  const signed = changesets.map(({ changes: _, ...rest }) => ({ ...rest, lines: rest.lines as unknown as ChangesetLine[] }))
  const told = row ? await recompute(shop, row) : order && (await reconstruct(shop, referenceId, order, signed))
  return {
    placement: told?.placement ?? null,
    verdicts: told?.verdicts ?? [],
    events,
    changesets: signed,
    refusals,
    eligibility: eligibility(order, row !== null),
  }
}

type Told = { placement: Placed; verdicts: OfferVerdict[] }
type Row = NonNullable<Awaited<ReturnType<typeof db.placement.findUnique>>>

async function recompute(shop: string, row: Row): Promise<Told> {
  const { facts, verdicts } = await readVerdicts(shop, SURFACE, row)
  return { placement: { ...row, because: row.because as Silence | null, facts }, verdicts }
}

/** Columns of a placement, as the database holds them. */
export interface Kept extends Pick<Row, 'snapshotId' | 'decidedAt' | 'offerId'> {
  facts: unknown
  skipped: unknown
}

/** What a surface kept of its decision, and from that the verdict of every offer that was in force. */
export async function readVerdicts(
  shop: string,
  surface: Surface,
  { facts: kept, skipped: left, snapshotId, decidedAt, offerId }: Kept,
): Promise<{ facts: Facts; verdicts: OfferVerdict[] }> {
  const facts = Facts.parse(kept)
  const skipped = left as Skipped[]
  const offers = await offersOf(shop, snapshotId)
  return { facts, verdicts: verdictsOf(offers, facts, { at: decidedAt, chosen: offerId, skipped, surface }) }
}

async function reconstruct(shop: string, referenceId: string, order: MirroredOrder, signed: readonly SignedChangeset[]): Promise<Told> {
  const id = placementId(shop, SURFACE, referenceId)
  const before = await db.placement.findFirst({
    where: { shop, decidedAt: { lte: order.processedAt } },
    orderBy: { decidedAt: 'desc' },
    select: { snapshotId: true },
  })
  const [snapshot, done, same] = await Promise.all([
    loadSnapshot(shop, reads),
    readBefore(shop, referenceId, order),
    areAsTheyWere(shop, order.processedAt),
  ])
  // What changed since the decision before it is in no snapshot until the next one is made.
  const offers = !before || same ? await activeOffers(shop) : await offersOf(shop, before.snapshotId)
  const facts = reconstructFacts(order, { added: signed.flatMap(({ lines }) => lines), before: done }, snapshot)
  const chosen = signed[0]?.offerId ?? null
  const verdicts = verdictsOf(offers, facts, { at: order.processedAt, chosen, skipped: [], surface: SURFACE })
  const decided = { offerId: chosen, offerVersion: signed[0]?.offerVersion ?? null, because: silenceOf(verdicts) }
  return { placement: { id, ...decided, fallback: false, reconstructed: true, decidedAt: order.processedAt, facts }, verdicts }
}

function silenceOf(verdicts: readonly OfferVerdict[]): Silence | null {
  if (verdicts.length === 0) return 'no-active-offer'
  const matched = verdicts.some(({ explained: { verdict } }) => verdict === 'chosen' || verdict === 'matched')
  return matched ? null : 'no-offer-matches'
}

/** Those among which decisions were made while this snapshot was in force. */
async function offersOf(shop: string, snapshotId: string): Promise<OfferInForce[]> {
  const snapshot = await db.snapshot.findUnique({ where: { shop_id: { shop, id: snapshotId } } })
  return withDefinitions(shop, (snapshot?.offers ?? []) as { id: string; version: number; priority: number }[])
}

import { randomUUID } from 'node:crypto'
import { whyClosed } from '#app/offers/funnel.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { namedProducts, type Step } from '#app/offers/step.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact, type Tx } from '#app/platform/db.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { reach } from './acceptance.ts'
import type { CatalogReads } from './catalog-reads.ts'
import { changesOf, linesOf } from './changeset.ts'
import type { AcceptAnswer, AcceptRequest, Change } from './contract.ts'
import { holdPlacement, placed } from './placed.server.ts'
import type { SignedPlacement } from './placement.server.ts'
import { signPlacement } from './placement.server.ts'
import { groundOf, type Ground } from './offer.server.ts'
import type { Purchase } from './purchase.ts'
import type { RefusalReason } from './refusals.ts'
import { signChangeset } from './signing.server.ts'
import type { Snapshots } from './snapshots.server.ts'
import { readOfferVersion } from './versions.server.ts'
import { languageOf } from '#app/values/languages.ts'
import { catalogueOf } from './wording/catalogue.ts'

export interface Stored {
  id: string
  changes: Change[]
  signedAt: Date
}

/** Signs what we offered, once: the browser's part in it is the name of a step. */
export async function acceptStep(
  purchase: Purchase,
  request: AcceptRequest,
  snapshots: Snapshots,
  reads: CatalogReads,
): Promise<Outcome<Extract<AcceptAnswer, { ok: true }>, RefusalReason>> {
  const ground = await groundOf(purchase, snapshots)
  const placement = await placed(ground, request)
  if (!placement.ok) return placement
  const definition = await readOfferVersion(purchase.shop, placement.value.offerId, placement.value.version)
  if (!definition) return refuse('offer-gone')
  const stored = await transact((tx) => storeChangeset(tx, ground, placement.value, definition, request.stepId, reads))
  if (!stored.ok) return stored
  const { id, changes, signedAt } = stored.value
  const changeset = signChangeset({ jti: id, referenceId: purchase.referenceId, signedAt, changes })
  return ok({ ok: true, changesetId: id, changeset, placement: signPlacement(purchase, placement.value) })
}

/** The row with its jti exists before anything is signed; a step that was signed before gets the very same row again. */
async function storeChangeset(
  tx: Tx,
  ground: Ground,
  placement: SignedPlacement,
  definition: OfferDefinition,
  stepId: string,
  reads: CatalogReads,
): Promise<Outcome<Stored, RefusalReason>> {
  const { shop } = ground.purchase
  const held = await holdPlacement(tx, ground, placement)
  if (!held.ok) return held
  const signed = await tx.changeset.findMany({ where: { shop, placementId: placement.id } })
  const reached = reach(definition, stepId, new Set(signed.map((changeset) => changeset.stepId)))
  if (!reached.ok) return reached
  const before = signed.find((changeset) => changeset.stepId === stepId)
  const again = before && { id: before.id, changes: before.changes as Change[], signedAt: before.signedAt }
  if (again && before.reported !== 'unprocessed') return ok(again)
  const shelf = new Map(
    (
      await reads.readVariants(
        shop,
        namedProducts(reached.value).map(({ variantId }) => variantId),
      )
    ).map((each) => [each.variantId, each]),
  )
  const closed = whyClosed(reached.value, shelf)
  if (closed) return refuse(closed)
  // Shopify takes one jti once, so a second try with the same one can never become a second charge.
  if (again) return ok(again)
  const stopped = await whyStopped(tx, shop, placement.offerId)
  return stopped ? refuse(stopped) : ok(await create(tx, ground, placement, reached.value, shelf))
}

async function whyStopped(tx: Tx, shop: string, id: string): Promise<'offer-gone' | 'offer-withdrawn' | null> {
  const offer = await tx.offer.findUnique({ where: { shop_id: { shop, id } } })
  if (!offer) return 'offer-gone'
  return offer.status === 'active' && !offer.archivedAt ? null : 'offer-withdrawn'
}

async function create(
  tx: Tx,
  { purchase: { shop, referenceId, locale }, snapshot: { currency } }: Ground,
  placement: SignedPlacement,
  step: Step,
  shelf: Parameters<typeof linesOf>[1],
): Promise<Stored> {
  const changes = changesOf(step, shelf, currency, catalogueOf(languageOf(locale)))
  const row = await tx.changeset.create({
    data: {
      shop,
      id: randomUUID(),
      placementId: placement.id,
      referenceId,
      offerId: placement.offerId,
      offerVersion: placement.version,
      stepId: step.id,
      changes,
      lines: linesOf(step, shelf).map((line) => ({ ...line })),
      currency,
      signedAt: now(),
    },
  })
  return { id: row.id, changes, signedAt: row.signedAt }
}

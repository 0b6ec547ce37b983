import { randomUUID } from 'node:crypto'
import { whyUnavailable, type Shelf, type Unavailable } from '#app/offers/availability.ts'
import { takesNoBudget } from '#app/offers/caps.ts'
import { stepOf } from '#app/offers/funnel.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { isPlanGone } from '#app/offers/plan-price.ts'
import type { Step } from '#app/offers/step.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact, type Tx } from '#app/platform/db.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { reach } from './acceptance.ts'
import { offeredBy } from '../decide/best.ts'
import type { CatalogReads } from '../catalog-reads.ts'
import { changesOf, discountOfAll, linesOf, type ChangesetLine } from './changeset.ts'
import { isSame, take, type Taken } from './choice.ts'
import type { AcceptAnswer, AcceptRequest, Change, Choice } from '../contract.ts'
import { groundOf, type Ground } from '../decide/offer.server.ts'
import { holdPlacement, placed } from '../placements/placed.server.ts'
import { signPlacement, type SignedPlacement } from '../placements/placement.server.ts'
import type { Purchase } from '../decide/purchase.ts'
import type { RefusalReason } from '../refusals.ts'
import { signChangeset } from './signing.server.ts'
import type { Snapshots } from '../decide/snapshots.server.ts'
import { takeShare } from './use.server.ts'
import { readOfferVersion } from '../decide/versions.server.ts'
import { voiceOf } from '../voice.ts'

export interface Stored {
  id: string
  changes: Change[]
  signedAt: Date
}

/** All that one acceptance is about. */
interface Asked {
  ground: Ground
  placement: SignedPlacement
  definition: OfferDefinition
  request: AcceptRequest
  reads: CatalogReads
}

/** Signs what we offered, once: the browser's part in it is the name of a step and which of the things in it she takes. */
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
  const asked = { ground, placement: placement.value, definition, request, reads }
  const stored = await transact((tx) => storeChangeset(tx, asked))
  if (!stored.ok) return stored
  const { id, changes, signedAt } = stored.value
  const changeset = signChangeset({ jti: id, referenceId: purchase.referenceId, signedAt, changes })
  return ok({ ok: true, changesetId: id, changeset, placement: signPlacement(purchase, placement.value) })
}

type Row = Awaited<ReturnType<Tx['changeset']['findMany']>>[number]

/** The row with its jti exists before anything is signed; a step that was signed before gets the very same row again. */
async function storeChangeset(tx: Tx, asked: Asked): Promise<Outcome<Stored, RefusalReason>> {
  const { ground, placement, definition, request, reads } = asked
  const { shop } = ground.purchase
  const held = await holdPlacement(tx, ground, placement)
  if (!held.ok) return held
  const signed = await tx.changeset.findMany({ where: { shop, placementId: placement.id } })
  const reached = reach(definition, request.stepId, new Set(signed.map((changeset) => changeset.stepId)))
  if (!reached.ok) return reached
  const step = reached.value
  const shelf = await readShelf(shop, step, request, placement, reads)
  const taken = take({ items: step.items, offered: offeredBy(step, placement.best) }, request.choice, shelf)
  if (!taken.ok) return taken
  const before = signed.find((changeset) => changeset.stepId === step.id)
  if (before && !isSame(taken.value, before.lines as unknown as ChangesetLine[])) return refuse('other-choice-signed')
  if (before && before.reported !== 'unprocessed') return ok(storedOf(before))
  const closed = whyNotSold(step, taken.value, shelf, ground)
  if (closed) return refuse(closed)
  return before ? again(tx, asked, before) : first(tx, asked, step, taken.value, shelf, signed)
}

/** Prices and stock of what the step offers and of what was chosen, as they are now. */
export async function readShelf(
  shop: string,
  step: Step,
  { choice = [] }: { choice?: readonly Choice[] | undefined },
  { best }: Pick<SignedPlacement, 'best'>,
  reads: CatalogReads,
): Promise<Shelf> {
  const offered = offeredBy(step, best).map(({ variantId }) => variantId)
  const [variants, plans] = await Promise.all([
    reads.readVariants(shop, [...new Set([...offered, ...choice.map(({ variantId }) => String(variantId))])]),
    reads.readPlans(shop, step.subscription ? [step.subscription.sellingPlanId] : []),
  ])
  return new Map(variants.map((each) => [each.variantId, { ...each, plans }]))
}

export function whyNotSold(
  step: Step,
  taken: readonly Taken[],
  shelf: Shelf,
  { purchase }: Pick<Ground, 'purchase'>,
): RefusalReason | null {
  if (step.subscription && purchase.hasSubscription) return 'order-has-subscription'
  if (isPlanGone(step, taken, shelf)) return 'plan-gone'
  if (taken.some(({ productId }) => purchase.lines.some((line) => line.productId === productId))) return 'in-order'
  return whyNoneSold(taken, shelf)
}

/** Why the shop does not sell all of this now. */
export function whyNoneSold(lines: readonly { variantId: string; quantity: number }[], shelf: Shelf): Unavailable | null {
  for (const { variantId, quantity } of lines) {
    const because = whyUnavailable(shelf.get(variantId), quantity)
    if (because) return because
  }
  return null
}

/** Shopify takes one jti once, so a second try with the same one can never become a second charge. */
async function again(tx: Tx, { ground, definition }: Asked, before: Row): Promise<Outcome<Stored, RefusalReason>> {
  if (before.share !== 'returned') return ok(storedOf(before))
  const { offerId, customerId, counts } = before
  const isFirst = before.stepId === definition.steps[0]?.id
  const because = await takeShare(
    tx,
    ground.purchase.shop,
    definition,
    { offerId, customerId, counts, isFirst, discount: Number(before.discount) },
    now(),
  )
  if (because) return refuse(because)
  await tx.changeset.update({ where: { shop_id: { shop: ground.purchase.shop, id: before.id } }, data: { share: 'held' } })
  return ok(storedOf(before))
}

const storedOf = ({ id, changes, signedAt }: Row): Stored => ({ id, changes: changes as unknown as Change[], signedAt })

async function first(
  tx: Tx,
  { ground, placement, definition }: Asked,
  step: Step,
  taken: readonly Taken[],
  shelf: Shelf,
  signed: readonly Row[],
): Promise<Outcome<Stored, RefusalReason>> {
  const { shop, customerId, locale, referenceId } = ground.purchase
  const { id: placementId, offerId, version: offerVersion } = placement
  const stopped = await whyStopped(tx, shop, offerId)
  if (stopped) return refuse(stopped)
  const lines = linesOf(step, taken, shelf)
  const share = {
    offerId,
    customerId,
    counts: !signed.some((changeset) => changeset.counts && changeset.share !== 'returned'),
    discount: discountOfAll(lines),
  }
  const signedAt = now()
  const over = await takeShare(tx, shop, definition, { ...share, isFirst: step.id === definition.steps[0]?.id }, signedAt)
  if (over) return refuse(over, { next: withoutBudget(definition, step)?.id ?? null })
  const voice = voiceOf(ground.snapshot, locale)
  const changes = changesOf(step, taken, shelf, voice)
  const row = {
    shop,
    id: randomUUID(),
    placementId,
    referenceId,
    offerVersion,
    stepId: step.id,
    changes,
    currency: voice.currency,
    signedAt,
    ...share,
  }
  await tx.changeset.create({ data: { ...row, lines: lines.map((line) => ({ ...line })) } })
  return ok({ id: row.id, changes, signedAt })
}

/** Where a shopper goes on when the budget ran out before her: as if she had declined, to what takes none of it. */
function withoutBudget({ steps }: Pick<OfferDefinition, 'steps'>, step: Step): Step | null {
  const next = stepOf(steps, step.onDecline)
  return next && !takesNoBudget(next) ? withoutBudget({ steps }, next) : next
}

export async function whyStopped(tx: Tx, shop: string, id: string): Promise<'offer-gone' | 'offer-withdrawn' | null> {
  const offer = await tx.offer.findUnique({ where: { shop_id: { shop, id } } })
  if (!offer) return 'offer-gone'
  return offer.status === 'active' && !offer.archivedAt ? null : 'offer-withdrawn'
}

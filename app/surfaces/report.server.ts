import { stepOf } from '#app/offers/funnel.ts'
import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { ERROR_CODES, type ErrorCode, type EventRequest, type OutcomeRequest } from './contract.ts'
import { offeredBy } from './decide/best.ts'
import { groundOf, type Ground } from './decide/offer.server.ts'
import { holdPlacement, placed } from './placements/placed.server.ts'
import type { Purchase } from './decide/purchase.ts'
import type { RefusalReason } from './refusals.ts'
import type { Snapshots } from './decide/snapshots.server.ts'
import { readOfferVersion } from './decide/versions.server.ts'

const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code)

/**
 * What Shopify told the shopper's browser about a changeset: shown to the merchant, never counted as money, and never taken as proof that a
 * limit has room again, see `settleShares`. A success is final.
 */
export async function reportOutcome(
  { shop, referenceId }: Purchase,
  { changesetId: id, status, errors }: OutcomeRequest,
): Promise<Outcome<true, RefusalReason>> {
  const known = await db.changeset.findFirst({ where: { shop, id, referenceId }, select: { id: true } })
  if (!known) return refuse('unknown-changeset')
  await db.changeset.updateMany({
    where: { shop, id, referenceId, OR: [{ reported: null }, { reported: { not: 'processed' } }] },
    data: { reported: status, errorCodes: errors.filter(isErrorCode), reportedAt: now() },
  })
  return ok(true)
}

/** What the shopper did with a step, once per purchase, step and kind. */
export const reportEvent = async (purchase: Purchase, request: EventRequest, snapshots: Snapshots): Promise<Outcome<true, RefusalReason>> =>
  noteEvent(await groundOf(purchase, snapshots), request)

/** The same on any surface. */
export async function noteEvent(ground: Ground, request: Omit<EventRequest, 'token'>): Promise<Outcome<true, RefusalReason>> {
  const placement = await placed(ground, request as EventRequest)
  if (!placement.ok) return placement
  const { shop, customerId } = ground.purchase
  const { id: placementId, offerId, version } = placement.value
  const definition = await readOfferVersion(shop, offerId, version)
  if (!definition) return refuse('offer-gone')
  const { stepId, kind } = request
  const step = stepOf(definition.steps, stepId)
  if (!step) return refuse('unknown-step')
  const productIds = offeredBy(step, placement.value.best).map(({ productId }) => productId)
  return transact(async (tx) => {
    const held = await holdPlacement(tx, ground, placement.value)
    if (!held.ok) return held
    const event = { shop, placementId, stepId, kind, offerId, customerId, productIds, at: now() }
    await tx.placementEvent.createMany({ data: [event], skipDuplicates: true })
    return ok(true)
  })
}

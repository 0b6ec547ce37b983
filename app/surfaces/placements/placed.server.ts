import { fitFunnel } from '#app/offers/fit.ts'
import { whyNotRunning } from '#app/offers/decide.ts'
import { storedFacts } from '#app/offers/facts.ts'
import { isMetOn } from '#app/offers/surface.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { buyerOf, type Ground } from '../decide/offer.server.ts'
import { bestOf } from '../decide/best.ts'
import { readPlacement, type SignedPlacement } from './placement.server.ts'
import { placementStored } from './placements.server.ts'
import type { RefusalReason } from '../refusals.ts'

/** What the shopper was shown: by our signature, or as the prepared fallback, which is decided anew. */
export async function placed(
  ground: Ground,
  request: { placement: string } | { fallback: string },
): Promise<Outcome<SignedPlacement, RefusalReason>> {
  if (!ground.known.installed) return refuse('shop-not-installed')
  await placementStored(ground.id)
  if ('placement' in request) return readPlacement(request.placement, ground.purchase, now())
  return placeFallback(ground, request.fallback)
}

/** Only the offer that the merchant prepared as fallback, and only if it is eligible for this very purchase now. */
function placeFallback(ground: Ground, offerId: string): Outcome<SignedPlacement, RefusalReason> {
  const { id, snapshot, facts } = ground
  if (snapshot.fallbackOfferId !== offerId) return refuse('not-the-fallback')
  const at = now()
  const offer = snapshot.book.offers.find((each) => each.id === offerId)
  if (!offer || whyNotRunning(offer, at) || !isMetOn(offer.definition, ground.surface) || !offer.holds(facts))
    return refuse('fallback-not-eligible')
  const funnel = fitFunnel(offer.funnel, buyerOf(ground))
  if (!funnel.first) return refuse('fallback-not-eligible')
  return ok({ id, offerId, version: offer.version, snapshotId: snapshot.id, fallback: true, best: bestOf(funnel), decidedAt: at })
}

interface Held {
  offer_id: string | null
  offer_version: number | null
  fallback: boolean
  signed: number
}

/**
 * Locks the purchase's placement, so that all that happens to it happens one after the other, and writes it first if it was lost.
 * A fallback takes the place of what was decided too late to be shown, unless something of that was signed.
 */
export async function holdPlacement(tx: Tx, ground: Ground, placement: SignedPlacement): Promise<Outcome<true, 'other-offer-shown'>> {
  const { shop, referenceId, customerId, paidIn: currency } = ground.purchase
  const { id, offerId, version: offerVersion, snapshotId, fallback, decidedAt } = placement
  const row = {
    shop,
    id,
    surface: ground.surface,
    referenceId,
    customerId,
    currency,
    offerId,
    offerVersion,
    snapshotId,
    fallback,
    decidedAt,
  }
  await tx.placement.createMany({ data: [{ ...row, facts: storedFacts(ground.facts), reconstructed: !fallback }], skipDuplicates: true })
  const [held] = await tx.$queryRaw<Held[]>`
    select offer_id, offer_version, fallback, (select count(*)::int from changeset c where c.shop = p.shop and c.placement_id = p.id) as signed
    from placement p where p.shop = ${shop} and p.id = ${id} for update`
  if (held?.offer_id === offerId && held.offer_version === offerVersion) {
    // The very same offer, but the browser had prepared it: our answer came too late all the same.
    if (fallback && !held.fallback) await tx.placement.update({ where: { shop_id: { shop, id } }, data: { fallback } })
    return ok(true)
  }
  // Nobody was shown what the row says: it was decided after the browser had stopped waiting.
  if (!fallback || !held || held.signed > 0) return refuse('other-offer-shown')
  await tx.placement.update({ where: { shop_id: { shop, id } }, data: { offerId, offerVersion, fallback, because: null } })
  return ok(true)
}

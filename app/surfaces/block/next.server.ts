import { whyNotRunning } from '#app/offers/decide.ts'
import { fitFunnel } from '#app/offers/fit.ts'
import { openFunnel } from '#app/offers/funnel.ts'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { stepAfter } from '../accept/acceptance.ts'
import { buyerOf } from '../decide/offer.server.ts'
import { readOfferVersion } from '../decide/versions.server.ts'
import type { BlockGround } from './ground.server.ts'
import type { BlockOfferFound } from './offer.server.ts'
import { listTaken } from './taken.server.ts'

/** Where the funnel goes on once she has bought what she took: the step after it, at the next look at a page of hers. */
export async function findNext(ground: BlockGround): Promise<BlockOfferFound | null> {
  const { place, purchase, surface, snapshot } = ground
  if (place.may || place.because !== 'has-taken-one') return null
  const taken = await listTaken(db, purchase, surface)
  const [last] = taken
  if (!last || taken.some(({ orderedIn }) => orderedIn === null)) return null
  const running = snapshot.book.offers.find(({ id }) => id === last.offerId)
  const definition =
    running && !whyNotRunning(running, now()) ? await readOfferVersion(purchase.shop, last.offerId, last.offerVersion) : null
  const answered = { taken: new Set(taken.map(({ stepId }) => stepId)), declined: await readDeclined(ground, last.offerId) }
  const next = definition && stepAfter(definition, last.stepId, answered)
  if (!definition || !next) return null
  const { shelf, stock } = snapshot
  const steps = [next, ...definition.steps.filter((step) => step !== next)]
  const open = openFunnel({ ...definition, steps }, { shelf, ranked: stock.ranked, use: stock.uses?.get(last.offerId) })
  const bought = taken.flatMap(({ lines }) => (lines as { productId: string }[]).map(({ productId }) => productId))
  const met = { offers: new Set<string>(), products: new Set(bought) }
  const funnel = fitFunnel(open, { ...buyerOf(ground), met, surface })
  return funnel.first && { id: last.offerId, version: last.offerVersion, funnel }
}

async function readDeclined({ purchase: { shop, referenceId } }: BlockGround, offerId: string): Promise<ReadonlySet<string>> {
  const rows = await db.placement.findMany({ where: { shop, referenceId }, select: { id: true } })
  const placementId = { in: rows.map(({ id }) => id) }
  const events = await db.placementEvent.findMany({ where: { shop, placementId, offerId, kind: 'declined' }, select: { stepId: true } })
  return new Set(events.map(({ stepId }) => stepId))
}

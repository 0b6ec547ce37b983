import { decide } from '#app/offers/decide.ts'
import { storedFacts } from '#app/offers/facts.ts'
import { fitFunnel, type Buyer } from '#app/offers/fit.ts'
import { openFunnel, type OpenFunnel } from '#app/offers/funnel.ts'
import { isMetOn } from '#app/offers/surface.ts'
import { now } from '#app/platform/clock.server.ts'
import { bestOf } from '../decide/best.ts'
import { buyerOf } from '../decide/offer.server.ts'
import { signPlacement } from '../placements/placement.server.ts'
import { keepPlacement } from '../placements/placements.server.ts'
import { readOfferVersion } from '../decide/versions.server.ts'
import type { BlockGround } from './ground.server.ts'

/** The offer that this purchase meets on the surface, in the version that it was met in, and what of it can be shown now. */
export interface BlockOfferFound {
  id: string
  version: number
  funnel: OpenFunnel
}

/** The same purchase gets the same placement however often its page is opened; once it was answered, nothing takes its place. */
export async function findBlockOffer(ground: BlockGround): Promise<BlockOfferFound | null> {
  const { place, known } = ground
  if (!place.may) return null
  const buyer: Buyer = { ...buyerOf(ground), met: place.met }
  return known.stored ? again(ground, buyer) : choose(ground, buyer)
}

async function again({ known, snapshot, surface, place, purchase: { shop } }: BlockGround, buyer: Buyer): Promise<BlockOfferFound | null> {
  const { offerId, version } = known.stored ?? {}
  const running = snapshot.book.offers.find(({ id, definition }) => id === offerId && isMetOn(definition, surface))
  if (!running || version == null || !place.may || place.met.offers.has(running.id)) return null
  const definition = running.version === version ? null : await readOfferVersion(shop, running.id, version)
  if (running.version !== version && !definition) return null
  const { shelf, stock } = snapshot
  const open = definition ? openFunnel(definition, { shelf, ranked: stock.ranked, use: stock.uses?.get(running.id) }) : running.funnel
  const funnel = fitFunnel(open, buyer)
  return funnel.first && { id: running.id, version, funnel }
}

function choose(ground: BlockGround, buyer: Buyer): BlockOfferFound | null {
  const { purchase, id, surface, snapshot, facts } = ground
  const decidedAt = now()
  const { offer, funnel, because, skipped } = decide(snapshot.book, facts, decidedAt, buyer)
  keepPlacement({
    shop: purchase.shop,
    id,
    surface,
    referenceId: purchase.referenceId,
    customerId: purchase.customerId,
    currency: purchase.paidIn,
    offerId: offer?.id ?? null,
    offerVersion: offer?.version ?? null,
    snapshotId: snapshot.id,
    facts: JSON.stringify(storedFacts(facts)),
    skipped,
    because,
    fallback: false,
    reconstructed: false,
    decidedAt,
  })
  return offer && { id: offer.id, version: offer.version, funnel }
}

/** What she carries to the checkout's door, good for as long as the offer stands. */
export const signBlockPlacement = (
  ground: BlockGround,
  { id: offerId, version, funnel }: BlockOfferFound,
  country: string | null,
): string =>
  signPlacement(
    ground.purchase,
    { id: ground.id, offerId, version, snapshotId: ground.snapshot.id, fallback: false, best: bestOf(funnel), country, decidedAt: now() },
    ground.until,
  )

import { OfferDefinition } from '#app/offers/offer.ts'
import { db } from '#app/platform/db.server.ts'

const MOST = 1_000
const held = new Map<string, OfferDefinition>()

/** A version never changes once written, so it is read once. */
export async function readOfferVersion(shop: string, offerId: string, version: number): Promise<OfferDefinition | null> {
  const key = `${shop} ${offerId} ${version}`
  const known = held.get(key)
  if (known) return known
  const row = await db.offerVersion.findUnique({ where: { shop_offerId_version: { shop, offerId, version } } })
  if (!row) return null
  const definition = OfferDefinition.parse(row.definition)
  if (held.size >= MOST) held.clear()
  held.set(key, definition)
  return definition
}

import { isDeepStrictEqual } from 'node:util'
import { db } from '#app/platform/db.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { OfferDefinition } from '../offer.ts'
import { readOffer, saveOffer } from '../offers.server.ts'

export interface StoredVersion {
  version: number
  savedAt: Date
  definition: OfferDefinition
}

/** A page of them, the newest first, and one more than it shows, so that the last shown can be compared. */
export async function listVersions(
  shop: string,
  offerId: string,
  { page, size }: { page: number; size: number },
): Promise<StoredVersion[]> {
  const range = { skip: (page - 1) * size, take: size + 1 }
  const rows = await db.offerVersion.findMany({ where: { shop, offerId }, orderBy: { version: 'desc' }, ...range })
  return rows.map(({ version, createdAt, definition }) => ({ version, savedAt: createdAt, definition: OfferDefinition.parse(definition) }))
}

export const countVersions = (shop: string, offerId: string): Promise<number> => db.offerVersion.count({ where: { shop, offerId } })

export async function readVersion(shop: string, offerId: string, version: number): Promise<StoredVersion | null> {
  const row = await db.offerVersion.findUnique({ where: { shop_offerId_version: { shop, offerId, version } } })
  return row && { version, savedAt: row.createdAt, definition: OfferDefinition.parse(row.definition) }
}

/** What the offer was becomes its newest version; its place in the list stays what it is. */
export async function restoreVersion(
  shop: string,
  offerId: string,
  version: number,
): Promise<Outcome<{ id: string; version: number }, 'gone' | 'changed-meanwhile'>> {
  const [offer, old] = await Promise.all([readOffer(shop, offerId), readVersion(shop, offerId, version)])
  if (!offer || !old) return refuse('gone')
  // Brought back already: the answer to the first time was lost.
  const { arm: _, ...was } = old.definition
  const { arm: __, ...is } = offer.definition
  if (isDeepStrictEqual({ ...was, priority: is.priority }, is)) return ok(offer)
  return saveOffer(shop, offerId, old.definition, offer.version, { moved: false })
}

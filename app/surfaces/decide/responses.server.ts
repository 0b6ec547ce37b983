import type { OfferInForce } from '#app/offers/compile.ts'
import type { Responses } from '#app/offers/worth.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/db.server.ts'
import { notify } from '#app/platform/notify.server.ts'
import { HOURS } from '#app/values/time.ts'
import type { CatalogReads } from '../catalog-reads.ts'

const FRESH_MS = HOURS
const MOST = 500
const NONE: Responses = new Map()
const held = new Map<string, { at: number; responses: Responses }>()

/** How shoppers answered so far, for shops that let Encore choose. Catalog changes load a snapshot many times an hour; these need not be counted anew. */
export async function readResponsesFor(shop: string, offers: readonly OfferInForce[], reads: CatalogReads): Promise<Responses> {
  if (!offers.some(({ definition }) => definition.chooseBy === 'value')) return NONE
  const at = now()
  const before = held.get(shop)
  if (before && at.getTime() - before.at < FRESH_MS) return before.responses
  const responses = await reads.readResponses(shop, at)
  if (held.size >= MOST) held.clear()
  held.set(shop, { at: at.getTime(), responses })
  return responses
}

/** Every shop that lets Encore choose ranks its offers anew by what they earned since. */
export const rankOffers = (): Promise<void> =>
  transact(async (tx) => {
    const shops = await tx.$queryRaw<{ shop: string }[]>`
      update shop s set snapshot_version = snapshot_version + 1 where state = 'installed' and exists (
        select from offer o join offer_version v on v.shop = o.shop and v.offer_id = o.id and v.version = o.version
        where o.shop = s.shop and o.status = 'active' and o.archived_at is null and v.definition->>'chooseBy' = 'value')
      returning shop`
    for (const { shop } of shops) await notify(tx, 'snapshot', shop)
  })

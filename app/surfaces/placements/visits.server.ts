import { pool } from '#app/platform/db.server.ts'
import type { Range } from '#app/values/time.ts'

export interface VisitCount {
  dimension: 'all' | 'offer' | 'step' | 'surface' | 'day' | 'currency'
  key: string
  visits: number
  impressions: number
  declines: number
  fallbacks: number
}

const VISITS = `
select dimension, key, (count(*) filter (where shown > 0))::int as visits, sum(shown)::int as impressions, sum(declined)::int as declines,
  (count(*) filter (where shown > 0 and fallback))::int as fallbacks
from (
  select k.dimension, k.key, p.reference_id, bool_or(p.fallback) as fallback, count(*) filter (where e.kind = 'shown') as shown,
    count(*) filter (where e.kind = 'declined') as declined
  from placement p join placement_event e on e.shop = p.shop and e.placement_id = p.id
  cross join lateral (values ('all', ''), ('offer', e.offer_id), ('step', e.offer_id || ' ' || e.step_id), ('surface', p.surface),
    ('day', to_char(p.decided_at at time zone $4, 'YYYY-MM-DD')), ('currency', coalesce(p.currency, ''))) as k(dimension, key)
  where p.shop = $1 and p.decided_at >= $2 and p.decided_at < $3
  group by 1, 2, p.shop, p.reference_id
) per_purchase group by dimension, key`

/**
 * Purchases that met Encore in that time, each once however many of its pages it met, and what their browsers reported: each step shown or
 * declined once per page at most.
 */
export async function countVisits(shop: string, { from, to }: Range, timeZone: string): Promise<VisitCount[]> {
  const { rows } = await pool.query<VisitCount>(VISITS, [shop, from, to, timeZone])
  return rows
}

const BY_VERSION = `
select p.offer_version as version, count(distinct p.reference_id)::int as orders
from placement_event e join placement p on p.shop = e.shop and p.id = e.placement_id
where e.shop = $1 and e.offer_id = $2 and e.kind = 'shown' and p.offer_id = e.offer_id and p.offer_version = any($3::int[])
group by p.offer_version`

/** How many purchases saw each of these versions of an offer, on any surface; a version that none saw is absent. */
export async function countVisitsByVersion(
  shop: string,
  offerId: string,
  versions: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await pool.query<{ version: number; orders: number }>(BY_VERSION, [shop, offerId, versions])
  return new Map(rows.map(({ version, orders }) => [version, orders]))
}

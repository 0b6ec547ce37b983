import { pool } from '#app/platform/db.server.ts'

const SIGHTINGS = `
select p.offer_version as version, count(distinct p.reference_id)::int as orders
from placement_event e join placement p on p.shop = e.shop and p.id = e.placement_id
where e.shop = $1 and e.offer_id = $2 and e.kind = 'shown' and p.offer_id = e.offer_id and p.offer_version = any($3::int[])
group by p.offer_version`

/** How many purchases saw each of these versions of an offer, on any surface; a version that none saw is absent. */
export async function countSightings(shop: string, offerId: string, versions: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await pool.query<{ version: number; orders: number }>(SIGHTINGS, [shop, offerId, versions])
  return new Map(rows.map(({ version, orders }) => [version, orders]))
}

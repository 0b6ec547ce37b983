import { pool } from '#app/platform/db.server.ts'
import type { Range } from '#app/values/time.ts'
import type { Side } from './comparison.ts'
import { reads } from '../reads.server.ts'

// A fallback is shown to everybody whose answer came late, whatever was drawn: it is no part of the test.
// Who is known by an account is one shopper however often it buys; anybody else is one a purchase, as the draw has it.
const SIDES = `
with earned as (
  select placement_id, sum(revenue) as revenue, sum(discount) as discount from earning
  where shop = $1 and offer_id = any($2::text[]) and visited_at >= $3 and visited_at < $4 and currency = $5 group by 1
), shopper as (
  select p.offer_id, coalesce(p.customer_id, p.reference_id) as shopper, coalesce(sum(e.revenue), 0) as revenue,
    coalesce(sum(e.discount), 0) as discount, bool_or(e.placement_id is not null) as took
  from placement p left join earned e on e.placement_id = p.id
  where p.shop = $1 and p.offer_id = any($2::text[]) and p.decided_at >= $3 and p.decided_at < $4
    and not p.fallback and exists (select from placement_event s where s.shop = p.shop and s.placement_id = p.id and s.kind = 'shown')
  group by 1, 2
)
select offer_id as "offerId", count(*)::int as shoppers, (count(*) filter (where took))::int as takers, sum(revenue)::float8 as revenue,
  sum(discount)::float8 as discount, coalesce(var_samp(revenue), 0)::float8 as variance
from shopper group by 1`

export interface SideSums extends Side {
  discount: number // on what was paid and kept
}

const NOBODY: SideSums = { shoppers: 0, takers: 0, revenue: 0, discount: 0, variance: 0 }

/** What the shoppers of both sides of a test did in its time, in the order of `offerIds`; amounts in the shop's currency. */
export async function readSides(
  shop: string,
  [original, challenger]: readonly [string, string],
  { from, to }: Range,
): Promise<{ sides: [SideSums, SideSums]; currency: string }> {
  const currency = (await reads().readShop(shop))?.currency ?? 'USD'
  const { rows } = await pool.query<SideSums & { offerId: string }>(SIDES, [shop, [original, challenger], from, to, currency])
  const side = (id: string): SideSums => {
    const { offerId: _, ...sums } = rows.find(({ offerId }) => offerId === id) ?? { offerId: id, ...NOBODY }
    return sums
  }
  return { sides: [side(original), side(challenger)], currency }
}

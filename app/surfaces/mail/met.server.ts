import { pool } from '#app/platform/db.server.ts'
import { SURFACES } from '../placement.ts'
import { placementId } from '../placement.server.ts'

/** What she did with offers on the pages after paying, and what those proposed. */
export interface MetOnPages {
  what: 'seen' | 'accepted'
  productIds: readonly string[]
}

const PAGES = SURFACES.filter((surface) => surface !== 'email')

const READ = `
select p.id, coalesce(bool_or(d.kind = 'accepted'), false) as accepted,
  coalesce(array_agg(distinct x.id) filter (where x.id is not null), '{}') as "productIds"
from placement p join lateral (
  select e.kind, e.product_ids from placement_event e where e.shop = p.shop and e.placement_id = p.id
  union all
  select 'accepted', array(select l->>'productId' from jsonb_array_elements(c.lines) l)
  from changeset c where c.shop = p.shop and c.placement_id = p.id and c.reported is distinct from 'unprocessed' and c.share <> 'returned'
) d on true left join lateral unnest(d.product_ids) as x(id) on true
where p.shop = $1 and p.id = any($2::text[]) group by p.id`

/** By checkout token; who met nothing is left out. Our own rows say so: whatever Shopify tells later changes nothing in it. */
export async function readMet(shop: string, tokens: readonly string[]): Promise<ReadonlyMap<string, MetOnPages>> {
  const tokenOf = new Map(tokens.flatMap((token) => PAGES.map((surface) => [placementId(shop, surface, token), token] as const)))
  const { rows } = await pool.query<{ id: string; accepted: boolean; productIds: string[] }>(READ, [shop, [...tokenOf.keys()]])
  const met = new Map<string, MetOnPages>()
  for (const { id, accepted, productIds } of rows) {
    const token = tokenOf.get(id) ?? ''
    const before = met.get(token)
    const what = accepted || before?.what === 'accepted' ? 'accepted' : 'seen'
    met.set(token, { what, productIds: [...(before?.productIds ?? []), ...productIds] })
  }
  return met
}

import { pool } from '#app/platform/db.server.ts'
import { SURFACES, type Deed, type Surface } from './placement.ts'
import { placementId } from './placement.server.ts'

const DEEDS = `
select p.surface, e.kind, e.offer_id as "offerId", e.product_ids as "productIds"
from placement p join placement_event e on e.shop = p.shop and e.placement_id = p.id
where p.shop = $1 and p.id = any($2::text[])
union all
select x.surface, 'accepted', x.offer_id, array(select l->>'productId' from jsonb_array_elements(x.lines) l)
from changeset x where x.shop = $1 and x.placement_id = any($2::text[]) and x.reported is distinct from 'unprocessed' and x.share <> 'returned'`

/** What she did with offers for this purchase on any surface, by our own rows: whatever Shopify tells later changes nothing in it. */
export async function readDeeds(shop: string, referenceId: string): Promise<Deed[]> {
  const ids = SURFACES.map((surface: Surface) => placementId(shop, surface, referenceId))
  const { rows } = await pool.query<Deed>({ name: 'surface-deeds', text: DEEDS, values: [shop, ids] })
  return rows
}

import { pool } from '#app/platform/db.server.ts'
import { SURFACES, type Deed, type Surface } from './placement.ts'
import { placementId } from './placement.server.ts'

const DEEDS = `
select p.id, p.surface, e.kind, e.offer_id as "offerId", e.product_ids as "productIds"
from placement p join placement_event e on e.shop = p.shop and e.placement_id = p.id
where p.shop = $1 and p.id = any($2::text[])
union all
select x.placement_id, x.surface, 'accepted', x.offer_id, array(select l->>'productId' from jsonb_array_elements(x.lines) l)
from changeset x where x.shop = $1 and x.placement_id = any($2::text[]) and x.reported is distinct from 'unprocessed' and x.share <> 'returned'`

/** What she did with offers for these purchases, by our own rows: whatever Shopify tells later changes nothing in it. */
export async function listDeeds(
  shop: string,
  referenceIds: readonly string[],
  surfaces: readonly Surface[] = SURFACES,
): Promise<ReadonlyMap<string, Deed[]>> {
  const purchaseOf = new Map(referenceIds.flatMap((one) => surfaces.map((surface) => [placementId(shop, surface, one), one] as const)))
  const { rows } = await pool.query<Deed & { id: string }>({ name: 'surface-deeds', text: DEEDS, values: [shop, [...purchaseOf.keys()]] })
  const found = new Map<string, Deed[]>()
  for (const { id, ...deed } of rows) {
    const referenceId = purchaseOf.get(id) ?? ''
    found.set(referenceId, [...(found.get(referenceId) ?? []), deed])
  }
  return found
}

/** The same for one purchase. */
export const readDeeds = async (shop: string, referenceId: string): Promise<Deed[]> =>
  (await listDeeds(shop, [referenceId])).get(referenceId) ?? []

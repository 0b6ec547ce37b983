import { isMetOn } from '#app/offers/surface.ts'
import { pool } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { SURFACES, type Surface } from '../placement.ts'
import { placementId } from '../placement.server.ts'
import { referenceOf } from '../purchase.ts'
import { offersOf } from '../purchase.server.ts'
import type { Later, Origin } from './later.ts'

const LATER = `
select p.surface, f.title, p.because, p.snapshot_id as "snapshotId",
  coalesce((select json_agg(json_build_object('kind', e.kind, 'at', e.at) order by e.at) from placement_event e
    where e.shop = p.shop and e.placement_id = p.id), '[]') as events,
  coalesce((select json_agg(json_build_object('at', x.signed_at, 'until', x.expires_at, 'order', x.ordered_in, 'orderName', o.name)
      order by x.signed_at)
    from changeset x left join "order" o on o.shop = x.shop and o.id = x.ordered_in
    where x.shop = p.shop and x.placement_id = p.id), '[]') as links
from placement p left join offer f on f.shop = p.shop and f.id = p.offer_id
where p.shop = $1 and p.id = any($2::text[]) order by p.decided_at`

const ORIGIN = `
select x.surface, f.title, o.id as "orderId", o.name as "orderName"
from changeset x left join offer f on f.shop = x.shop and f.id = x.offer_id
  left join "order" o on o.shop = x.shop and o.checkout_token = x.reference_id
where x.shop = $1 and x.ordered_in = $2 limit 1`

/** What became of a purchase on the surfaces that come after the page after payment. */
export async function readLater(shop: string, checkoutToken: string): Promise<Later[]> {
  const later = SURFACES.filter((surface) => surface !== 'post-purchase')
  const ids = later.map((surface) => placementId(shop, surface, referenceOf(checkoutToken)))
  const { rows } = await pool.query<Omit<Later, 'elsewhere'> & { snapshotId: string }>(LATER, [shop, ids])
  return Promise.all(
    rows.map(async ({ snapshotId, ...row }) => ({
      ...row,
      elsewhere: row.title === null ? await notMeantFor(shop, row.surface, snapshotId) : [],
    })),
  )
}

const MOST_NAMED = 3

/** Offers that were active then, and are for other places than this one. */
async function notMeantFor(shop: string, surface: Surface, snapshotId: string): Promise<string[]> {
  const offers = await offersOf(shop, snapshotId)
  const others = offers.filter(({ definition }) => !isMetOn(definition, surface))
  return others.slice(0, MOST_NAMED).map(({ definition }) => definition.title)
}

/** The offer whose link an order came from, and the order that it was shown with; null: it was an order like any other. */
export async function readOrigin(shop: string, orderId: ShopifyId): Promise<Origin | null> {
  return (await pool.query<Origin>(ORIGIN, [shop, orderId])).rows[0] ?? null
}

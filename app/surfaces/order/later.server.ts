import { pool } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { isOn } from '../block/settings.ts'
import { readSeen } from '../block/seen.server.ts'
import { readDeeds } from '../placements/deeds.server.ts'
import { SURFACES, type LinkSurface } from '../placements/placement.ts'
import { placementId } from '../placements/placement.server.ts'
import { isElsewhere } from '../decide/eligibility.ts'
import { referenceOf } from '../decide/purchase.ts'
import { readVerdicts, type Kept } from './purchase.server.ts'
import { readBlockSettings } from '../settings/settings.server.ts'
import type { Decided, Later, Origin } from './later.ts'
import { whyNotAsked, type NotAsked } from './not-asked.ts'

const LATER = `
select p.surface, f.title, p.because, p.snapshot_id as "snapshotId", p.facts, p.skipped, p.decided_at as "decidedAt", p.offer_id as "offerId",
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

type Row = Omit<Later, keyof Decided> & Kept

const LATER_SURFACES = SURFACES.filter((surface): surface is LinkSurface => surface !== 'post-purchase')

interface Bought {
  checkoutToken: string
  sourceName: string | null
}

/** What became of a purchase on the surfaces that come after the page after payment, and why some of them never asked. */
export async function readLater(shop: string, { checkoutToken, sourceName }: Bought): Promise<{ later: Later[]; notAsked: NotAsked[] }> {
  const referenceId = referenceOf(checkoutToken)
  const ids = LATER_SURFACES.map((surface) => placementId(shop, surface, referenceId))
  const [{ rows }, deeds, seen, settings] = await Promise.all([
    pool.query<Row>(LATER, [shop, ids]),
    readDeeds(shop, referenceId),
    readSeen(shop),
    readBlockSettings(shop),
  ])
  const later = await Promise.all(
    rows.map(async ({ snapshotId, facts, skipped, decidedAt, offerId, ...row }) => {
      const kept = { snapshotId, facts, skipped, decidedAt, offerId }
      const elsewhere = deeds.filter(({ surface }) => surface !== row.surface)
      return { ...row, offerId, decidedAt, elsewhere, ...(await readVerdicts(shop, row.surface, kept)) }
    }),
  )
  const silent = LATER_SURFACES.filter((surface) => !rows.some((row) => row.surface === surface))
  const elsewhere = isElsewhere(sourceName)
  const notAsked = silent.map((surface) => {
    const block = surface === 'email' ? null : { on: isOn(settings, surface), seen: seen[surface] !== undefined, elsewhere }
    return { surface, because: whyNotAsked(surface, block, deeds) }
  })
  return { later, notAsked }
}

/** The offer whose link an order came from, and the order that it was shown with; null: it was an order like any other. */
export async function readOrigin(shop: string, orderId: ShopifyId): Promise<Origin | null> {
  return (await pool.query<Origin>(ORIGIN, [shop, orderId])).rows[0] ?? null
}

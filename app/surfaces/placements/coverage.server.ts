import { pool } from '#app/platform/db.server.ts'
import type { Range } from '#app/values/time.ts'
import { coverageOf, meetingOf, type Alike, type Coverage, type Each, type Meeting } from './coverage.ts'
import { placementId } from './placement.server.ts'
import { SURFACES, type Surface } from './placement.ts'
import { referenceOf } from '../decide/purchase.ts'

const MET = `
  p.id is not null as asked, p.offer_id is not null as offered, p.because,
  exists (select from refusal r where r.shop = o.shop and r.reference_id = o.checkout_token and r.reason = 'too-slow') as late,
  jsonb_build_object('sourceName', o.source_name, 'currency', o.currency, 'presentmentCurrency', o.presentment_currency,
    'shippable', o.shippable, 'gateways', o.gateways, 'shippingMethod', coalesce(o.shipping_method, c.shipping_method),
    'originalTotal', least(o.original_total, 1000),
    'payments', (select coalesce(jsonb_agg(distinct jsonb_build_object('gateway', t.gateway, 'method', t.method, 'wallet', t.wallet,
        'detailsRead', t.details_read)), '[]') from order_transaction t
      where t.shop = o.shop and t.order_id = o.id and t.kind in ('sale', 'authorization') and t.status = 'success')) as facts
`

// Whatever eligibility asks, so that orders which it cannot tell apart become one row. An order older than Encore in this shop counts
// nowhere. A purchase is decided on while its order is made, and on later pages as long as offers stand: with the days around, no more are looked at.
const ALIKE = `
with seen as (
  select p.reference_id, array_agg(distinct p.surface order by p.surface) as surfaces
  from placement p join placement_event e on e.shop = p.shop and e.placement_id = p.id and e.kind = 'shown'
  where p.shop = $1 and p.decided_at >= $2::timestamptz - interval '2 days' and p.decided_at < $3::timestamptz + interval '31 days'
  group by p.reference_id
)
select count(*)::int as count, facts, asked, offered, "seenOn", late, because,
  (array_agg(json_build_object('id', id, 'name', name) order by processed_at desc))[1] as example
from (
  select o.id, o.name, o.processed_at, coalesce(seen.surfaces, '{}') as "seenOn", ${MET}
  from "order" o join shop s on s.shop = o.shop
  left join checkout c on c.shop = o.shop and c.token = o.checkout_token
  left join seen on seen.reference_id = o.checkout_token
  left join placement p on p.shop = o.shop and p.surface = 'post-purchase' and p.reference_id = o.checkout_token
    and p.decided_at >= $2::timestamptz - interval '2 days' and p.decided_at < $3::timestamptz + interval '2 days'
  where o.shop = $1 and o.processed_at >= greatest($2::timestamptz, s.installed_at) and o.processed_at < $3
) each_order group by facts, asked, offered, "seenOn", late, because`

/** Of the orders of that time that Encore could have met. */
export async function readCoverage(shop: string, { from, to }: Range): Promise<Coverage> {
  const { rows } = await pool.query<Alike>(ALIKE, [shop, from, to])
  return coverageOf(rows)
}

const EACH = `
select o.id, o.processed_at < s.installed_at as before, f.title, ${MET}, met."seenOn", met.declined, met.accepted
from unnest($2::text[], $3::text[]) as q(id, placement_id)
join "order" o on o.shop = $1 and o.id = q.id join shop s on s.shop = o.shop
left join checkout c on c.shop = o.shop and c.token = o.checkout_token
left join placement p on p.shop = o.shop and p.id = q.placement_id
cross join lateral (
  select coalesce(array_agg(distinct m.surface) filter (where e.kind = 'shown'), '{}') as "seenOn",
    coalesce(bool_or(e.kind = 'declined'), false) as declined,
    min(x.surface) as accepted, (array_agg(coalesce(x.offer_id, e.offer_id) order by x.signed_at desc nulls last, e.at desc nulls last))[1] as offer_id
  from unnest($4::text[], $5::text[], $6::text[]) as m(order_id, placement_id, surface)
  left join placement_event e on e.shop = $1 and e.placement_id = m.placement_id
  left join changeset x on x.shop = $1 and x.placement_id = m.placement_id and x.reported is distinct from 'unprocessed'
    and (x.surface = 'post-purchase' or x.ordered_in is not null)
  where m.order_id = q.id
) met
left join offer f on f.shop = o.shop and f.id = coalesce(met.offer_id, p.offer_id)`

/** What became of each of these orders' offers on any surface, by the order's id. */
export async function readMeetings(
  shop: string,
  orders: readonly { id: string; checkoutToken: string | null }[],
): Promise<Map<string, Meeting>> {
  const at = (surface: Surface, token: string | null) => token && placementId(shop, surface, referenceOf(token))
  const placements = orders.map(({ checkoutToken }) => at('post-purchase', checkoutToken))
  const met = orders.flatMap(({ id, checkoutToken }) => SURFACES.map((surface) => ({ id, surface, placement: at(surface, checkoutToken) })))
  const { rows } = await pool.query<Each>(EACH, [
    shop,
    orders.map(({ id }) => id),
    placements,
    met.map(({ id }) => id),
    met.map(({ placement }) => placement),
    met.map(({ surface }) => surface),
  ])
  return new Map(rows.map((row) => [row.id, meetingOf(row)]))
}

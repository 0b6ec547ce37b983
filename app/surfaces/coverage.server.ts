import { pool } from '#app/platform/db.server.ts'
import type { Range } from '#app/values/time.ts'
import { coverageOf, meetingOf, type Alike, type Coverage, type Each, type Meeting } from './coverage.ts'
import { placementId } from './placement.server.ts'

const MET = `
  p.id is not null as asked, p.offer_id is not null as offered, p.because,
  exists (select from placement_event e where e.shop = p.shop and e.placement_id = p.id and e.kind = 'shown') as saw,
  exists (select from refusal r where r.shop = o.shop and r.reference_id = o.checkout_token and r.reason = 'too-slow') as late,
  jsonb_build_object('sourceName', o.source_name, 'currency', o.currency, 'presentmentCurrency', o.presentment_currency,
    'shippable', o.shippable, 'gateways', o.gateways, 'shippingMethod', coalesce(o.shipping_method, c.shipping_method),
    'originalTotal', least(o.original_total, 1000),
    'payments', (select coalesce(jsonb_agg(distinct jsonb_build_object('gateway', t.gateway, 'method', t.method, 'wallet', t.wallet,
        'detailsRead', t.details_read)), '[]') from order_transaction t
      where t.shop = o.shop and t.order_id = o.id and t.kind in ('sale', 'authorization') and t.status = 'success')) as facts
`

// Whatever eligibility asks, so that orders which it cannot tell apart become one row. An order older than Encore in this shop counts
// nowhere. A decision is made while its order is; with the days around them, none outside the time has to be looked at.
const ALIKE = `
select count(*)::int as count, facts, asked, offered, saw, late, because,
  (array_agg(json_build_object('id', id, 'name', name) order by processed_at desc))[1] as example
from (
  select o.id, o.name, o.processed_at, ${MET}
  from "order" o join shop s on s.shop = o.shop
  left join checkout c on c.shop = o.shop and c.token = o.checkout_token
  left join placement p on p.shop = o.shop and p.reference_id = o.checkout_token
    and p.decided_at >= $2::timestamptz - interval '2 days' and p.decided_at < $3::timestamptz + interval '2 days'
  where o.shop = $1 and o.processed_at >= greatest($2::timestamptz, s.installed_at) and o.processed_at < $3
) each_order group by facts, asked, offered, saw, late, because`

/** Of the orders of that time that Encore could have met. */
export async function readCoverage(shop: string, { from, to }: Range): Promise<Coverage> {
  const { rows } = await pool.query<Alike>(ALIKE, [shop, from, to])
  return coverageOf(rows)
}

const EACH = `
select o.id, o.processed_at < s.installed_at as before, f.title, ${MET},
  exists (select from placement_event e where e.shop = p.shop and e.placement_id = p.id and e.kind = 'declined') as declined,
  exists (select from changeset x where x.shop = p.shop and x.placement_id = p.id and x.reported is distinct from 'unprocessed') as accepted
from unnest($2::text[], $3::text[]) as q(id, placement_id)
join "order" o on o.shop = $1 and o.id = q.id join shop s on s.shop = o.shop
left join checkout c on c.shop = o.shop and c.token = o.checkout_token
left join placement p on p.shop = o.shop and p.id = q.placement_id
left join offer f on f.shop = p.shop and f.id = p.offer_id`

/** What became of each of these orders' offers, by the order's id. */
export async function readMeetings(
  shop: string,
  orders: readonly { id: string; checkoutToken: string | null }[],
): Promise<Map<string, Meeting>> {
  const placements = orders.map(({ checkoutToken }) => checkoutToken && placementId(shop, 'post-purchase', checkoutToken))
  const { rows } = await pool.query<Each>(EACH, [shop, orders.map(({ id }) => id), placements])
  return new Map(rows.map((row) => [row.id, meetingOf(row)]))
}

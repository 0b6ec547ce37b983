import type { Need } from '#app/offers/rules/kind.ts'
import { PURCHASE_LETTERS } from '../placements/placement.ts'

/** What only some decisions ask about. */
export type Extra = Exclude<Need, 'history'> | 'unmirrored'

const MANY = 100

const HISTORY = `
(select json_agg(json_build_array(o.checkout_token = q.reference_id, date_part('epoch', o.processed_at),
    case when o.cancelled_at is null then o.product_ids end))
  from (select o.checkout_token, o.processed_at, o.cancelled_at, o.product_ids from "order" o
    where o.shop = q.shop and o.customer_id = q.customer_id limit ${MANY}) o)`

// Told by the index alone: most decisions ask only how many there are, and whether this one is among them.
const ORDERS = `
array(select o.checkout_token = q.reference_id from "order" o where o.shop = q.shop and o.customer_id = q.customer_id limit ${MANY})`

const ALWAYS = (history: boolean) => `
(select json_build_array(c.order_count, date_part('epoch', c.summary_at), c.spent, c.tags, c.consent, c.subscriber)
  from customer c where c.shop = q.shop and c.id = q.customer_id and c.deleted_at is null),
${history ? HISTORY : ORDERS},
(select json_build_array(p.offer_id, p.offer_version, p.fallback) from placement p where p.shop = q.shop and p.id = q.placement_id)`

const SQL_OF: Record<Extra, string> = {
  checkout: `
coalesce(
  (select json_build_array(k.discount_codes, k.discount_share, k.region, k.shipping_method, k.landing_page, k.source_name)
    from checkout k where k.shop = q.shop and k.token = q.reference_id),
  (select json_build_array(x.discount_codes, null, x.region, x.shipping_method, x.landing_page, x.source_name)
    from "order" x where x.shop = q.shop and x.checkout_token = q.reference_id limit 1))`,
  // What she did on other pages of this same purchase is not of earlier ones.
  offers: `
array(
  (select case e.kind when 'shown' then 'saw:' else 'declined:' end || e.offer_id from placement_event e
    where e.shop = q.shop and e.customer_id = q.customer_id and left(e.placement_id, ${PURCHASE_LETTERS}) <> left(q.placement_id, ${PURCHASE_LETTERS})
    limit ${MANY})
  union all
  (select 'accepted:' || x.offer_id from changeset x where x.shop = q.shop and x.customer_id = q.customer_id
    and x.reference_id <> q.reference_id and x.reported is distinct from 'unprocessed' limit ${MANY}))`,
  caps: `
(select json_agg(json_build_array(x.offer_id, date_part('epoch', x.signed_at)))
  from (select x.offer_id, x.signed_at from changeset x
    where x.shop = q.shop and x.customer_id = q.customer_id and x.counts and x.share <> 'returned' limit ${MANY}) x)`,
  reviews: `
array(select r.product_id from review r where r.shop = q.shop and r.customer_id = q.customer_id)`,
  name: `
coalesce(
  (select o.first_name from "order" o where o.shop = q.shop and o.checkout_token = q.reference_id limit 1),
  (select o.first_name from "order" o where o.shop = q.shop and o.customer_id = q.customer_id and o.first_name is not null
    order by o.processed_at desc limit 1))`,
  unmirrored: `
(select bool_or(not exists (select from product t where t.shop = q.shop and t.id = b.id)) from unnest(q.products::text[]) b(id))`,
}

export const EXTRAS = Object.keys(SQL_OF) as Extra[]

/**
 * One statement for every purchase that waits: a round trip costs more than a few more index look-ups. One row comes back, because
 * each costs the driver more than its share of JSON.parse; each fact is a look-up by key of its own, because a join of them all costs
 * PostgreSQL more than the look-ups do. What nobody asks about is not in it: even a null costs half a microsecond each time.
 */
export const knownSql = (history: boolean, extras: readonly Extra[]): string => `
select (select json_object_agg(s.shop, json_build_array(s.state <> 'uninstalled', s.snapshot_version)) from shop s where s.shop = any($1::text[])) as shops,
json_agg(json_build_array(${[ALWAYS(history), ...extras.map((extra) => SQL_OF[extra])].join()}) order by q.n) as known
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as q(shop, customer_id, reference_id, placement_id, products, n)`

const MANY = 100

// One statement for every purchase that waits: a round trip costs more than a few more index look-ups. One value comes back, because
// a row costs the driver more than its share of JSON.parse; each fact is a look-up by key of its own, because a join of them all costs
// PostgreSQL more than the look-ups do. What no rule of the shop asks about is not looked up.
export const KNOWN = `
select json_agg(json_build_array(
  (select json_build_array(s.state <> 'uninstalled', s.snapshot_version) from shop s where s.shop = q.shop),
  (select json_build_array(c.order_count, date_part('epoch', c.summary_at), c.spent, c.tags, c.consent, c.subscriber)
    from customer c where c.shop = q.shop and c.id = q.customer_id and c.deleted_at is null),
  (select json_agg(json_build_array(o.checkout_token is not distinct from q.reference_id, date_part('epoch', o.processed_at),
      case when q.history and o.cancelled_at is null then o.product_ids end))
    from (select o.checkout_token, o.processed_at, o.cancelled_at, o.product_ids from "order" o
      where o.shop = q.shop and o.customer_id = q.customer_id limit ${MANY}) o),
  (select json_build_array(p.offer_id, p.offer_version, p.fallback) from placement p where p.shop = q.shop and p.id = q.placement_id),
  case when q.checkout then coalesce(
    (select json_build_array(k.discount_codes, k.discount_share, k.region, k.shipping_method, k.landing_page, k.source_name)
      from checkout k where k.shop = q.shop and k.token = q.reference_id),
    (select json_build_array(x.discount_codes, null, x.region, x.shipping_method, x.landing_page, x.source_name)
      from "order" x where x.shop = q.shop and x.checkout_token = q.reference_id limit 1)) end,
  case when q.offers then (select json_agg(distinct d.did)
    from (select case e.kind when 'shown' then 'saw:' else 'declined:' end || e.offer_id as did
        from placement_event e join placement p on p.shop = e.shop and p.id = e.placement_id
        where e.shop = q.shop and e.customer_id = q.customer_id and p.reference_id <> q.reference_id
      union all
      select 'accepted:' || x.offer_id from changeset x where x.shop = q.shop and x.customer_id = q.customer_id
        and x.reference_id <> q.reference_id and x.reported is distinct from 'unprocessed'
      limit ${MANY}) d) end,
  case when q.products <> '{}' then
    (select bool_or(not exists (select from product t where t.shop = q.shop and t.id = b.id)) from unnest(q.products) b(id)) end,
  case when q.caps then
    (select json_agg(json_build_array(x.offer_id, date_part('epoch', x.signed_at)))
      from (select x.offer_id, x.signed_at from changeset x
        where x.shop = q.shop and x.customer_id = q.customer_id and x.counts and x.share <> 'returned' limit ${MANY}) x) end,
  case when q.reviews then
    (select json_agg(distinct r.product_id) from review r where r.shop = q.shop and r.customer_id = q.customer_id) end,
  case when q.name then
    (select o.first_name from "order" o where o.shop = q.shop and o.first_name is not null
      and (o.checkout_token = q.reference_id or o.customer_id = q.customer_id) order by o.processed_at desc limit 1) end
) order by q.n) as known
from json_to_recordset($1::json) as q(n int, shop text, customer_id text, reference_id text, placement_id text,
  checkout boolean, history boolean, offers boolean, reviews boolean, name boolean, products text[], caps boolean)`

const MANY = 100

// One statement for every purchase that waits: a round trip costs more than a few more index look-ups. One value comes back, because
// a row costs the driver more than its share of JSON.parse. What no rule of the shop asks about is not looked up.
export const KNOWN = `
select json_agg(json_build_array(s.state <> 'uninstalled', s.snapshot_version,
  case when c.id is not null then json_build_array(c.order_count, (extract(epoch from c.summary_at) * 1000)::int8, c.spent, c.tags, c.consent, c.subscriber) end,
  o.earlier, o.this,
  case when p.id is not null then json_build_array(p.offer_id, p.offer_version, p.fallback) end,
  k.journey, o.bought, f.did, coalesce(m.missing, false), g.accepted) order by q.n) as known
from json_to_recordset($1::json) as q(n int, shop text, customer_id text, reference_id text, placement_id text,
  checkout boolean, history boolean, offers boolean, products text[], shopper text)
left join lateral (select * from shop s where s.shop = q.shop limit 1) s on true
left join lateral (select * from customer c where c.shop = q.shop and c.id = q.customer_id and c.deleted_at is null limit 1) c on true
left join lateral (select * from placement p where p.shop = q.shop and p.id = q.placement_id limit 1) p on true
left join lateral (
  select count(*) filter (where o.checkout_token is distinct from q.reference_id) as earlier,
    count(*) filter (where o.checkout_token = q.reference_id) as this,
    json_agg(json_build_array((extract(epoch from o.processed_at) * 1000)::int8, l.products)) filter (where l.products is not null) as bought
  from (select o.id, o.checkout_token, o.processed_at, o.cancelled_at from "order" o
    where o.shop = q.shop and o.customer_id = q.customer_id limit ${MANY}) o
  left join lateral (
    select json_agg(l.product_id) as products from order_line l
    where q.history and o.checkout_token is distinct from q.reference_id and o.cancelled_at is null
      and l.shop = q.shop and l.order_id = o.id and l.product_id is not null
  ) l on true
) o on true
left join lateral (
  select json_build_array(k.discount_codes, k.discount_share, k.region, k.shipping_method, k.landing_page, k.source_name) as journey from (
    (select k.discount_codes, k.discount_share, k.region, k.shipping_method, k.landing_page, k.source_name
     from checkout k where q.checkout and k.shop = q.shop and k.token = q.reference_id limit 1)
    union all
    (select x.discount_codes, null, x.region, x.shipping_method, x.landing_page, x.source_name
     from "order" x where q.checkout and x.shop = q.shop and x.checkout_token = q.reference_id limit 1)
  ) k limit 1
) k on true
left join lateral (
  select json_agg(distinct d.did) as did
  from (select p.id from placement p where q.offers and p.shop = q.shop and p.customer_id = q.customer_id and p.id <> q.placement_id limit ${MANY}) p
  cross join lateral (
    select case e.kind when 'shown' then 'saw:' else 'declined:' end || e.offer_id as did
    from placement_event e where e.shop = q.shop and e.placement_id = p.id and e.kind in ('shown', 'declined')
    union all
    select 'accepted:' || x.offer_id from changeset x where x.shop = q.shop and x.placement_id = p.id and x.reported is distinct from 'unprocessed'
  ) d
) f on true
left join lateral (
  select bool_or(not exists (select from product t where t.shop = q.shop and t.id = b.id)) as missing from unnest(q.products) b(id)
) m on true
left join lateral (
  select json_agg(json_build_array(x.offer_id, (extract(epoch from x.signed_at) * 1000)::int8)) as accepted
  from (select x.offer_id, x.signed_at from changeset x where x.shop = q.shop and x.shopper = q.shopper and x.counts and x.share <> 'returned' limit ${MANY}) x
) g on true`

import { pool } from '#app/platform/db.server.ts'
import type { MirroredOrder } from '../catalog-reads.ts'
import { PURCHASE_LETTERS } from '../placements/placement.ts'
import { placementId } from '../placements/placement.server.ts'
import type { Before } from './before.ts'

const MANY = 500

const BEFORE = `
select
  (select date_part('epoch', min(processed_at)) * 1000 from "order" where shop = $1) as since,
  (select coalesce(json_agg(json_build_array(product_id, at)), '[]') from (select product_id, date_part('epoch', max(at)) * 1000 as at from (
    select o.processed_at as at, unnest(o.product_ids) as product_id from "order" o
    where o.shop = $1 and o.customer_id = $2 and o.checkout_token is distinct from $3 and o.processed_at < $4
      and (o.cancelled_at is null or o.cancelled_at >= $4)
    order by o.processed_at desc limit ${MANY}) b group by product_id) l) as bought,
  array(
    select case e.kind when 'shown' then 'saw:' else 'declined:' end || e.offer_id from placement_event e
    where e.shop = $1 and e.customer_id = $2 and e.at < $4 and left(e.placement_id, ${PURCHASE_LETTERS}) <> left($5, ${PURCHASE_LETTERS})
    union
    select 'accepted:' || x.offer_id from changeset x
    where x.shop = $1 and x.customer_id = $2 and x.reference_id <> $3 and x.signed_at < $4 and x.reported is distinct from 'unprocessed') as offers,
  (select coalesce(json_agg(json_build_array(x.offer_id, date_part('epoch', x.signed_at) * 1000)), '[]') from changeset x
    where x.shop = $1 and x.customer_id = $2 and x.reference_id <> $3 and x.signed_at < $4 and x.counts and x.share <> 'returned') as accepted,
  array(select distinct r.product_id from review r where r.shop = $1 and r.customer_id = $2 and r.submitted_at < $4) as reviewed,
  (select c.tags from customer c where c.shop = $1 and c.id = $2 and c.deleted_at is null) as tags,
  (select c.subscriber from customer c where c.shop = $1 and c.id = $2 and c.deleted_at is null and c.read_at >= $4) as subscriber,
  (select date_part('epoch', min(o.processed_at)) * 1000 from "order" o join order_line l on l.shop = o.shop and l.order_id = o.id
    where o.shop = $1 and o.customer_id = $2 and l.by_plan) as "plannedAt",
  not exists (select from "order" o join order_line l on l.shop = o.shop and l.order_id = o.id
    where o.shop = $1 and o.customer_id = $2 and o.processed_at < $4 and l.by_plan is null) as "plansRead"`

/** What the order's shopper had done by then, by our own rows and the mirror; null: a guest, or one who was forgotten since. */
export async function readBefore(
  shop: string,
  referenceId: string,
  { customerId, processedAt }: Pick<MirroredOrder, 'customerId' | 'processedAt'>,
): Promise<Before | null> {
  if (customerId === null) return null
  const id = placementId(shop, 'post-purchase', referenceId)
  const { rows } = await pool.query<Before>(BEFORE, [shop, customerId, referenceId, processedAt, id])
  return rows[0]!
}

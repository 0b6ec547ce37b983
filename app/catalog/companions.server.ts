import { pool } from '../platform/db.server.ts'
import { DAYS, later } from '../values/time.ts'

interface Companion {
  productId: string
  variantId: string
  title: string
  imageUrl: string | null
  price: number
  cost: number | null
  together: number
  sold: number
}

const WINDOW = 365 * DAYS
const LATELY = 90 * DAYS
const MOST_BUYERS = 5_000
const MOST = 60

// Who bought one of these, and how many of them bought each other product, in that order or another. A guest is known by her order alone.
const READ = `
with buyers as (
  select coalesce('c' || o.customer_id, 'o' || o.id) as buyer, max(o.processed_at) as at
  from order_line l join "order" o on o.shop = l.shop and o.id = l.order_id
  where l.shop = $1 and l.product_id = any($2) and o.processed_at > $3 and o.cancelled_at is null
  group by 1 order by at desc limit ${MOST_BUYERS}
), together as (
  select x.product_id, count(distinct b.buyer)::int as buyers from buyers b
  join "order" o on o.shop = $1 and o.cancelled_at is null and o.processed_at > $3
    and (o.customer_id = substr(b.buyer, 2) and b.buyer like 'c%' or o.id = substr(b.buyer, 2) and b.buyer like 'o%')
  cross join unnest(o.product_ids) as x(product_id)
  where x.product_id <> all($2) group by 1 order by 2 desc, 1 limit ${MOST}
), sellers as (
  select l.product_id, sum(l.quantity)::int as units from "order" o join order_line l on l.shop = o.shop and l.order_id = o.id
  where o.shop = $1 and o.processed_at > $4 and o.cancelled_at is null and l.product_id is not null and l.product_id <> all($2)
  group by 1 order by 2 desc, 1 limit ${MOST}
)
select p.id as "productId", v.id as "variantId", p.title, coalesce(v.image_url, p.image_url) as "imageUrl", v.price, v.cost,
  coalesce(t.buyers, 0) as together, coalesce(s.units, 0) as sold
from (select product_id from together union select product_id from sellers) x
join product p on p.shop = $1 and p.id = x.product_id and p.status = 'active' and p.published and p.deleted_at is null
left join together t on t.product_id = p.id left join sellers s on s.product_id = p.id
join lateral (
  select * from variant v where v.shop = p.shop and v.product_id = p.id and (not v.tracked or v.oversell or v.stock > 0)
  order by v.position, v.id limit 1
) v on true`

/** What can be sold and was bought by those who bought one of these, or sells well at all. */
export async function readCompanions(shop: string, productIds: readonly string[], now: Date): Promise<Companion[]> {
  const { rows } = await pool.query<Companion>(READ, [shop, productIds, later(now, -WINDOW), later(now, -LATELY)])
  return rows
}

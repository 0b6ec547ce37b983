import { pool } from '#app/platform/db.server.ts'
import { hashOf } from '#app/platform/messaging/suppression.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import type { OrderToAsk } from './plan.ts'
import type { OrderKnown } from './reads.server.ts'

// Asked is asked, whether the mail has left or is about to.
const ASKED = `
  select o.id as "orderId", max(r.send_at) as at
  from unnest($2::text[], $3::text[]) o(id, customer_id)
  join review_request r on r.shop = $1 and r.customer_id = o.customer_id and r.order_id <> o.id and r.state in ('planned', 'sent')
  group by o.id`
// What an import brought knows her by her address alone. Three joins, for one with "or" would read all reviews for each order.
const REVIEWED = `
  with o as (select * from unnest($2::text[], $3::text[], $4::text[]) o(id, customer_id, email))
  select id as "orderId", array_agg(distinct product_id) as ids from (
    select o.id, r.product_id from o join review r on r.shop = $1 and r.order_id = o.id
    union all select o.id, r.product_id from o join review r on r.shop = $1 and r.customer_id = o.customer_id
    union all select o.id, r.product_id from o join review r on r.shop = $1 and r.email = o.email
  ) found group by id`
const SUPPRESSED = `select address, because from suppression where shop = $1 and channel = 'email' and address = any($2)`

/** What we know of the buyers beside their orders, for many at once. */
export async function withHistory(shop: string, orders: readonly OrderKnown[]): Promise<(OrderKnown & OrderToAsk)[]> {
  const keys = [shop, orders.map(({ orderId }) => orderId), orders.map(({ customerId }) => customerId)]
  const hashes = new Map(orders.map(({ orderId, email }) => [orderId, email ? hashOf('email', email) : null]))
  const [asked, reviewed, suppressed] = await Promise.all([
    pool.query<{ orderId: ShopifyId; at: Date }>(ASKED, keys),
    pool.query<{ orderId: ShopifyId; ids: ShopifyId[] }>(REVIEWED, [...keys, orders.map(({ email }) => email?.toLowerCase() ?? null)]),
    pool.query<{ address: string; because: string }>(SUPPRESSED, [shop, [...hashes.values()].filter(Boolean)]),
  ])
  const askedAt = new Map(asked.rows.map(({ orderId, at }) => [orderId, at]))
  const products = new Map(reviewed.rows.map(({ orderId, ids }) => [orderId, ids]))
  const because = new Map(suppressed.rows.map((row) => [row.address, row.because]))
  return orders.map((order) => ({
    ...order,
    lastAsked: askedAt.get(order.orderId) ?? null,
    reviewed: products.get(order.orderId) ?? [],
    suppressed: because.get(hashes.get(order.orderId) ?? '') ?? null,
  }))
}

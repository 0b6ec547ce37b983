import { pool } from '../platform/db.server.ts'
import { document } from '../platform/shopify/document.ts'
import { adminFor } from '../platform/shopify/admin.server.ts'
import { gid } from '../values/ids.ts'
import type { ShopifyId } from '../values/ids.ts'
import { isReturning } from './returning.ts'

interface OrderKnown {
  orderId: ShopifyId
  name: string
  customerId: ShopifyId | null
  placedAt: Date
  cancelled: boolean
  abroad: boolean
  email: string | null
  firstName: string | null
  locale: string | null
  country: string | null
  consent: string | null
  lines: { id: ShopifyId; productId: ShopifyId | null; collectionIds: ShopifyId[]; left: number }[]
  parcels: { lineIds: ShopifyId[]; leftAt: Date; deliveredAt: Date | null }[]
  returnStatus: string | null
}

// What was refunded without being restocked is still counted in the current quantity.
const READ = `
  select o.id as "orderId", o.name, o.customer_id as "customerId", o.processed_at as "placedAt", o.cancelled_at is not null as cancelled,
    coalesce(o.country <> s.country, false) as abroad, o.email, o.first_name as "firstName", coalesce(o.locale, c.locale) as locale,
    o.country, o.return_status as "returnStatus", lower(c.consent) as consent,
    coalesce((select json_agg(json_build_object('id', l.id, 'productId', l.product_id,
        'left', least(l.current_quantity, l.quantity - coalesce((select sum(r.quantity) from refund_line r
          where r.shop = l.shop and r.order_id = l.order_id and r.line_id = l.id), 0)),
        'collectionIds', coalesce((select json_agg(m.collection_id) from collection_product m
          where m.shop = l.shop and m.product_id = l.product_id), '[]')) order by l.id)
      from order_line l where l.shop = o.shop and l.order_id = o.id), '[]') as lines,
    coalesce((select json_agg(json_build_object('lineIds', f.line_ids, 'leftAt', f.created_at, 'deliveredAt', f.delivered_at))
      from fulfillment f where f.shop = o.shop and f.order_id = o.id and f.status not in ('cancelled', 'error', 'failure')), '[]') as parcels
  from "order" o join shop s on s.shop = o.shop left join customer c on c.shop = o.shop and c.id = o.customer_id
  where o.shop = $1 and o.id = any($2)`

/** Everything of these orders that decides whether and when their buyers are asked for reviews. */
export async function readOrdersToAsk(
  shop: string,
  orderIds: readonly ShopifyId[],
): Promise<(Omit<OrderKnown, 'returnStatus'> & { returning: boolean })[]> {
  const { rows } = await pool.query<OrderKnown>(READ, [shop, orderIds])
  return rows.map(({ returnStatus, ...row }) => ({
    ...row,
    returning: isReturning(returnStatus),
    parcels: row.parcels.map(({ lineIds, leftAt, deliveredAt }) => ({
      lineIds,
      leftAt: new Date(leftAt),
      deliveredAt: deliveredAt && new Date(deliveredAt),
    })),
  }))
}

/** Newest first, in pages. */
export async function listOrderIds(
  shop: string,
  { from, to }: { from: Date; to: Date },
  after: ShopifyId | null,
  limit: number,
): Promise<ShopifyId[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select o.id from "order" o
     where o.shop = $1 and o.processed_at >= $2 and o.processed_at < $3
       and ($4::text is null or (o.processed_at, o.id) < (select a.processed_at, a.id from "order" a where a.shop = $1 and a.id = $4))
     order by o.processed_at desc, o.id desc limit $5`,
    [shop, from, to, after, limit],
  )
  return rows.map(({ id }) => id)
}

interface OrderAtSending {
  email: string | null
  returnStatus: string
  customer: { firstName: string | null } | null
}

export const READ_CONTACT = document<{ order: OrderAtSending | null }, { id: string }>(
  `query ReadContact($id: ID!) { order(id: $id) { email returnStatus customer { firstName } } }`,
)

/** Read once more when a request is about to leave: of orders older than Encore the mirror has no address, and has heard of no return. */
export async function readContact(shop: string, orderId: ShopifyId) {
  const { order } = await adminFor(shop).query(READ_CONTACT, { id: gid('Order', orderId) })
  return { email: order?.email ?? null, firstName: order?.customer?.firstName ?? null, returning: isReturning(order?.returnStatus) }
}

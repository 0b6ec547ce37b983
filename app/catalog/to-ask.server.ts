import { pool } from '../platform/db.server.ts'
import { document } from '../platform/shopify/document.ts'
import { adminFor } from '../platform/shopify/admin.server.ts'
import { gid } from '../values/ids.ts'
import type { ShopifyId } from '../values/ids.ts'
import { LINE_GOING } from './going-sql.ts'
import { DELIVERED_AT } from './parcel-sql.ts'
import { leftOf, type LineGoing, type LineLeft } from './returning.ts'
import { refreshReturns } from './mirror/returns.server.ts'
import { beginReading } from './mirror/stamp.server.ts'

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
  lines: Line[]
  parcels: { lineIds: ShopifyId[]; leftAt: Date; deliveredAt: Date | null }[]
}

type Line = { id: ShopifyId; productId: ShopifyId | null; collectionIds: ShopifyId[] } & LineLeft
type Row = Omit<OrderKnown, 'lines'> & { lines: (Omit<Line, keyof LineLeft> & LineGoing)[] }

const READ = `
  select o.id as "orderId", o.name, o.customer_id as "customerId", o.processed_at as "placedAt", o.cancelled_at is not null as cancelled,
    coalesce(o.country <> s.country, false) as abroad, o.email, o.first_name as "firstName", coalesce(o.locale, c.locale) as locale,
    o.country, lower(c.consent) as consent,
    coalesce((select json_agg(json_build_object('id', l.id, 'productId', l.product_id, ${LINE_GOING},
        'collectionIds', coalesce((select json_agg(m.collection_id) from collection_product m
          where m.shop = l.shop and m.product_id = l.product_id), '[]')) order by l.id)
      from order_line l where l.shop = o.shop and l.order_id = o.id), '[]') as lines,
    coalesce((select json_agg(json_build_object('lineIds', f.line_ids, 'leftAt', f.created_at, 'deliveredAt', ${DELIVERED_AT}))
      from fulfillment f where f.shop = o.shop and f.order_id = o.id and f.status not in ('cancelled', 'error', 'failure')), '[]') as parcels
  from "order" o join shop s on s.shop = o.shop left join customer c on c.shop = o.shop and c.id = o.customer_id
  where o.shop = $1 and o.id = any($2)`

/** Everything of these orders that decides whether and when their buyers are asked for reviews. */
export async function readOrdersToAsk(shop: string, orderIds: readonly ShopifyId[]): Promise<OrderKnown[]> {
  const { rows } = await pool.query<Row>(READ, [shop, orderIds])
  return rows.map((row) => ({
    ...row,
    lines: row.lines.map(({ id, productId, collectionIds, ...going }) => ({ id, productId, collectionIds, ...leftOf(going) })),
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
  customer: { firstName: string | null } | null
}

export const READ_CONTACT = document<{ order: OrderAtSending | null }, { id: string }>(
  `query ReadContact($id: ID!) { order(id: $id) { email customer { firstName } } }`,
)

/** Read once more when a request is about to leave: of orders older than Encore the mirror has no address, and has heard of no return. What comes back of it is in the mirror afterwards. */
export async function readContact(shop: string, orderId: ShopifyId) {
  const readAt = await beginReading(shop)
  const [{ order }] = await Promise.all([
    adminFor(shop).query(READ_CONTACT, { id: gid('Order', orderId) }),
    refreshReturns(shop, orderId, readAt),
  ])
  return { email: order?.email ?? null, firstName: order?.customer?.firstName ?? null }
}

import { db, pool, transact } from '../platform/db.server.ts'
import type { ShopifyId } from '../values/ids.ts'
import { readOrders } from './mirror/order-readers.server.ts'
import { beginReading } from './mirror/stamp.server.ts'
import { DELIVERED_AT } from './parcel-sql.ts'

/** An order as a page of it needs to know it. */
export interface PageOrder {
  id: ShopifyId
  name: string
  customerId: ShopifyId | null
  checkoutToken: string | null
  processedAt: Date
  cancelled: boolean
  fulfilled: boolean // a parcel has left
  delivered: boolean
}

const FIND = `
select o.id, o.name, o.customer_id as "customerId", o.checkout_token as "checkoutToken", o.processed_at as "processedAt",
  o.cancelled_at is not null as cancelled,
  exists (select from fulfillment f where f.shop = o.shop and f.order_id = o.id and f.status = 'success') as fulfilled,
  exists (select from fulfillment f where f.shop = o.shop and f.order_id = o.id and ${DELIVERED_AT} is not null) as delivered
from "order" o where o.shop = $1 and o.id = $2`

export async function findPageOrder(shop: string, id: ShopifyId): Promise<PageOrder | null> {
  const { rows } = await pool.query<PageOrder>({ name: 'page-order', text: FIND, values: [shop, id] })
  return rows[0] ?? null
}

/** Reads an order that no webhook has brought yet from Shopify, for somebody who waits for it. It enters the mirror as if one had. */
export async function fetchOrder(shop: string, id: ShopifyId): Promise<void> {
  const apply = await readOrders(shop, [id], await beginReading(shop))
  await transact((tx) => apply(tx))
}

/** Reads the order of a checkout anew from Shopify, whatever we hold of it; null: which order that is, nobody has told us. */
export async function fetchOrderOf(shop: string, checkoutToken: string): Promise<ShopifyId | null> {
  const known = await db.order.findFirst({ where: { shop, checkoutToken }, select: { id: true } })
  if (!known) return null
  await fetchOrder(shop, known.id)
  return known.id
}

const SINCE = `
select distinct l.product_id as id from "order" o join order_line l on l.shop = o.shop and l.order_id = o.id
where o.shop = $1 and o.customer_id = $2 and o.processed_at > $3 and o.cancelled_at is null and l.product_id is not null`

/** Products that a customer has bought after this moment. */
export async function readBoughtSince(shop: string, customerId: ShopifyId, since: Date): Promise<ShopifyId[]> {
  const { rows } = await pool.query<{ id: ShopifyId }>({ name: 'bought-since', text: SINCE, values: [shop, customerId, since] })
  return rows.map(({ id }) => id)
}

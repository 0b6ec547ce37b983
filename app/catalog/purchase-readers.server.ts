import { pool } from '../platform/db.server.ts'

/** Who may have bought what, as somebody else names them; whatever is null was not said. */
export interface SoughtPurchase {
  productId: string
  /** The order's id, name or number. */
  order: string | null
  customerId: string | null
  email: string | null
  before: Date
}
export interface FoundPurchase {
  orderId: string
  customerId: string | null
  email: string | null
  language: string | null
  paid: boolean
  fulfilled: boolean
}

const FIND = `
  select o.id as "orderId", o.customer_id as "customerId", o.email, o.locale as language,
    o.financial_status in ('paid', 'partially_refunded') as paid,
    exists (select from fulfillment f where f.shop = o.shop and f.order_id = o.id and f.status = 'success') as fulfilled
  from "order" o
  where o.shop = $1 and o.cancelled_at is null and not o.test and o.processed_at <= $6
    and exists (select from order_line l where l.shop = o.shop and l.order_id = o.id and l.product_id = $2)
    and ($3::text is null or o.id = $3 or o.name in ($3, '#' || $3))
    and (o.customer_id = $4 or lower(o.email) = lower($5) or ($4::text is null and $5::text is null and $3::text is not null))
  order by o.processed_at desc limit 1`

/** The latest order in which this shopper bought the product; somebody else's order of that number is none. */
export async function findPurchase(
  shop: string,
  { productId, order, customerId, email, before }: SoughtPurchase,
): Promise<FoundPurchase | null> {
  const { rows } = await pool.query<FoundPurchase>({
    name: 'find-purchase',
    text: FIND,
    values: [shop, productId, order, customerId, email, before],
  })
  return rows[0] ?? null
}

const IDENTIFY = `
  select id from product where shop = $1 and deleted_at is null and (id = $2 or handle = $3)
  union all
  select product_id from variant where shop = $1 and (sku = $4 or id = $2)
  limit 1`

/** Our product, however another app calls it: by id, by handle, by a variant's SKU or id. */
export async function identifyProduct(
  shop: string,
  { id, handle, sku }: { id: string | null; handle: string | null; sku: string | null },
): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({ name: 'identify-product', text: IDENTIFY, values: [shop, id, handle, sku] })
  return rows[0]?.id ?? null
}

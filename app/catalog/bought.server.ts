import { pool } from '../platform/db.server.ts'

interface Good {
  id: string
  title: string
  imageUrl: string | null
}
interface Bought {
  orderId: string
  customerId: string | null
  email: string | null
  firstName: string | null
  locale: string | null
  country: string | null
  productIds: string[]
}

/** In the order asked for; what the shop no longer has is absent. */
export async function readGoods(shop: string, productIds: readonly string[]): Promise<Good[]> {
  if (productIds.length === 0) return []
  const { rows } = await pool.query<Good>(
    `select id, title, image_url as "imageUrl" from product
     where shop = $1 and id = any($2) and deleted_at is null order by array_position($2, id)`,
    [shop, [...new Set(productIds)]],
  )
  return rows
}

const ORDER = `select o.id as "orderId", o.customer_id as "customerId", o.email, o.first_name as "firstName", o.locale, o.country,
    coalesce((select array_agg(distinct l.product_id) from order_line l
      where l.shop = o.shop and l.order_id = o.id and l.product_id is not null), '{}') as "productIds"
  from "order" o where o.shop = $1`

export async function readBought(shop: string, orderId: string): Promise<Bought | null> {
  const { rows } = await pool.query<Bought>(`${ORDER} and o.id = $2`, [shop, orderId])
  return rows[0] ?? null
}

/** The customer's latest order with the product that was not cancelled. */
export async function findBought(shop: string, customerId: string, productId: string): Promise<Bought | null> {
  const { rows } = await pool.query<Bought>(
    `${ORDER} and o.customer_id = $2 and o.cancelled_at is null
       and exists (select from order_line l where l.shop = o.shop and l.order_id = o.id and l.product_id = $3)
     order by o.processed_at desc limit 1`,
    [shop, customerId, productId],
  )
  return rows[0] ?? null
}

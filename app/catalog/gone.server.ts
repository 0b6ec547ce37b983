import { pool } from '../platform/db.server.ts'
import type { ShopifyId } from '../values/ids.ts'
import { LINE_GOING } from './going-sql.ts'
import { leftOf, type LineGoing, type LineLeft } from './returning.ts'

interface LineKept extends LineLeft {
  id: ShopifyId
  productId: ShopifyId | null
  title: string
}

const READ = `
  select l.id, l.product_id as "productId", l.title, json_build_object(${LINE_GOING}) as going
  from order_line l where l.shop = $1 and l.order_id = $2 order by l.id`

/** The lines of an order with what she still has of each. */
export async function readKept(shop: string, orderId: ShopifyId): Promise<LineKept[]> {
  const { rows } = await pool.query<{ id: ShopifyId; productId: ShopifyId | null; title: string; going: LineGoing }>(READ, [shop, orderId])
  return rows.map(({ id, productId, title, going }) => ({ id, productId, title, ...leftOf(going) }))
}

/** Products of an order of which she keeps nothing. */
export async function readGone(shop: string, orderId: ShopifyId): Promise<ShopifyId[]> {
  const lines = await readKept(shop, orderId)
  const kept = new Set(lines.filter(({ left, goingBack }) => left > goingBack).map(({ productId }) => productId))
  return [...new Set(lines.flatMap(({ productId }) => productId ?? []))].filter((id) => !kept.has(id))
}

import type { Stack } from '../support/stack.ts'
import { findProduct, query } from './people.ts'

/** Of each of a product's variants so much is left in the shop; no webhook tells of it. */
export async function leaveUnheard(stack: Stack, title: string, left: number): Promise<void> {
  const { id } = await findProduct(stack, 'aurora', title)
  const text = `update document set doc = regexp_replace(doc::text, '("inventoryQuantity":\\s*)-?\\d+', '\\1' || $2::text, 'g')::json where kind = 'product' and id = $1`
  await query(stack.databases.simulator, text, [id, String(left)])
}

/** What Encore's mirror has of it. */
export async function mirrored(stack: Stack, title: string): Promise<number[]> {
  const text = 'select distinct v.stock from variant v join product p on p.shop = v.shop and p.id = v.product_id where p.title = $1'
  return (await query<{ stock: number }>(stack.databases.app, text, [title])).map(({ stock }) => stock)
}

/** As before, in the shop and in the mirror. */
export async function restock(stack: Stack, title: string): Promise<void> {
  await leaveUnheard(stack, title, 50)
  const text = `with filled as (update variant set stock = 50 where product_id in (select id from product where title = $1) returning shop)
    update shop s set snapshot_version = snapshot_version + 1 from filled f where s.shop = f.shop`
  await query(stack.databases.app, text, [title])
}

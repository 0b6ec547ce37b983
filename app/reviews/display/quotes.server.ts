import { pool } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'

const QUOTES = `
select distinct on (product_id) product_id as "productId", body as text, author, rating from review
where shop = $1 and product_id = any($2::text[]) and language = $3 and state = 'published' and verified and incentive is null and import_id is null
  and length(trim(body)) between 20 and 180
order by product_id, submitted_at desc`

/**
 * One verified buyer's words for each product, in the reader's language: the newest, whatever its stars, so that nobody picks the pretty ones.
 * What was thanked for is left out, because there is no room beside it to say so (R4).
 */
export async function readQuotes(shop: string, productIds: readonly ShopifyId[], language: string) {
  if (productIds.length === 0) return new Map<ShopifyId, { text: string; author: string }>()
  const { rows } = await pool.query<{ productId: ShopifyId; text: string; author: string; rating: number }>({
    name: 'offer-quotes',
    text: QUOTES,
    values: [shop, productIds, language],
  })
  return new Map(rows.map(({ productId, text, author, rating }) => [productId, { text: text.trim(), author: `★ ${rating}/5 · ${author}` }]))
}

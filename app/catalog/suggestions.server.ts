import { pool } from '../platform/db.server.ts'

const MOST = 20

const LISTS = {
  'product-types': `select distinct product_type as text from product where shop = $1 and deleted_at is null`,
  vendors: `select distinct vendor as text from product where shop = $1 and deleted_at is null`,
  'product-tags': `select distinct unnest(tags) as text from product where shop = $1 and deleted_at is null`,
  'customer-tags': `select distinct unnest(tags) as text from customer where shop = $1 and deleted_at is null`,
} as const
export const SUGGESTED = Object.keys(LISTS) as (keyof typeof LISTS)[]

/** What the shop has of this kind and what contains the search, for the merchant to choose from. */
export async function suggest(shop: string, of: keyof typeof LISTS, search: string): Promise<string[]> {
  const { rows } = await pool.query<{ text: string }>(
    `select text from (${LISTS[of]}) as known where text <> '' and strpos(lower(text), lower($2)) > 0 order by text limit ${MOST}`,
    [shop, search],
  )
  return rows.map(({ text }) => text)
}

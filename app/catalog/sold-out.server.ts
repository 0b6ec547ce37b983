import { pool, transact } from '../platform/db.server.ts'
import { document } from '../platform/shopify/document.ts'
import { askStorefront } from '../platform/shopify/storefront.server.ts'
import { gid, type ShopifyId } from '../values/ids.ts'
import { readProducts } from './mirror/product-readers.server.ts'
import { beginReading } from './mirror/stamp.server.ts'
import { markStale } from './mirror/stale.server.ts'

export const READ_SOLD_OUT = document<{ nodes: ({ availableForSale: boolean } | null)[] }, { ids: string[] }>(
  `query ReadSoldOut($ids: [ID!]!) { nodes(ids: $ids) { ... on ProductVariant { availableForSale } } }`,
  'storefront',
)

// What our mirror would still sell: of anything else it has heard.
const SOLD = `
select v.id, v.product_id as "productId" from variant v join product p on p.shop = v.shop and p.id = v.product_id
where v.shop = $1 and v.id = any($2::text[]) and p.deleted_at is null and p.status = 'active' and p.published
  and (v.stock > 0 or v.oversell or not v.tracked)`

/**
 * Which of these variants the shop’s storefront calls sold out at this moment; a webhook may be on its way. What it does not show at all is
 * read again into the mirror before this answers, which then knows why. Throws where Shopify does not answer.
 */
export async function readSoldOut(shop: string, variantIds: readonly ShopifyId[]): Promise<ShopifyId[]> {
  if (variantIds.length === 0) return []
  const { nodes } = await askStorefront(shop, READ_SOLD_OUT, { ids: variantIds.map((id) => gid('ProductVariant', id)) })
  const soldOut = variantIds.filter((_, index) => nodes[index]?.availableForSale === false)
  const hidden = variantIds.filter((_, index) => !nodes[index])
  if (soldOut.length + hidden.length === 0) return []
  const { rows } = await pool.query<{ id: ShopifyId; productId: ShopifyId }>({ text: SOLD, values: [shop, [...soldOut, ...hidden]] })
  const newsOf = (ids: readonly ShopifyId[]) => [...new Set(rows.filter(({ id }) => ids.includes(id)).map(({ productId }) => productId))]
  await transact((tx) => markStale(tx, shop, 'product', newsOf(soldOut)))
  await readAgain(shop, newsOf(hidden))
  return soldOut
}

async function readAgain(shop: string, productIds: readonly ShopifyId[]): Promise<void> {
  if (productIds.length === 0) return
  const apply = await readProducts(shop, productIds, await beginReading(shop))
  await transact((tx) => apply(tx))
}

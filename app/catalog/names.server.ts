import { pool } from '../platform/db.server.ts'

interface Named {
  title: string
  imageUrl: string | null
}
export interface NamedThings {
  products: Record<string, Named>
  variants: Record<string, Named & { productId: string }>
  collections: Record<string, Named>
}
type Row = Named & { id: string; productId: string }

const PRODUCTS = `select id, id as "productId", title, image_url as "imageUrl" from product
  where shop = $1 and id = any($2) and deleted_at is null`
const COLLECTIONS = `select id, '' as "productId", title, null as "imageUrl" from collection
  where shop = $1 and id = any($2) and deleted_at is null`
const VARIANTS = `select v.id, v.product_id as "productId", coalesce(v.image_url, p.image_url) as "imageUrl",
    case when v.title = 'Default Title' then p.title else p.title || ' - ' || v.title end as title
  from variant v join product p on p.shop = v.shop and p.id = v.product_id
  where v.shop = $1 and v.id = any($2) and p.deleted_at is null`

/** What things are called, by id; what the shop no longer has is absent. */
export async function readNames(shop: string, ids: Record<keyof NamedThings, readonly string[]>): Promise<NamedThings> {
  const [products, variants, collections] = await Promise.all([
    read(PRODUCTS, shop, ids.products),
    read(VARIANTS, shop, ids.variants),
    read(COLLECTIONS, shop, ids.collections),
  ])
  return { products, variants, collections }
}

async function read(query: string, shop: string, ids: readonly string[]): Promise<Record<string, Row>> {
  if (ids.length === 0) return {}
  const { rows } = await pool.query<Row>(query, [shop, [...new Set(ids)]])
  return Object.fromEntries(rows.map((row) => [row.id, row]))
}

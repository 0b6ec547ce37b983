import type { ShopifyId } from '../../values/ids.ts'
import type { Tx } from '../../platform/db.server.ts'
import { heldBy, write } from './mirror.server.ts'
import type { Instant, ItemRow, ProductRow, StockRow, VariantRow } from './records.ts'
import { PRODUCT, VARIANT } from './tables.ts'

export interface ProductsRead {
  readAt: Instant
  products: ProductRow[]
  variants: VariantRow[]
  stock: StockRow[]
  items: ItemRow[]
}

export interface ProductsWritten {
  /** Living products whose stored state is now this one. */
  taken: ProductRow[]
  newVariants: VariantRow[]
  changed: number
}

/** Variants belong to the record of their product: they are written only where that one was taken. */
export async function writeProducts(tx: Tx, shop: string, read: ProductsRead): Promise<ProductsWritten> {
  const products = await write(tx, PRODUCT, shop, read.products)
  const productIds = [...read.products.map((product) => product.id), ...read.variants.map((variant) => variant.productId)]
  const held = await heldBy(tx, PRODUCT, shop, productIds, read.readAt)
  const variants = await write(
    tx,
    VARIANT,
    shop,
    read.variants.filter((variant) => held.has(variant.productId)),
  )
  const mine = new Set(variants.map(({ row }) => row.id))
  const stock = await writeStock(
    tx,
    shop,
    read.stock.filter((row) => mine.has(row.id)),
  )
  const items = await writeItems(tx, shop, read.items)
  return {
    taken: products.map(({ row }) => row).filter((product) => held.has(product.id)),
    newVariants: variants.filter((variant) => !variant.wasKnown).map(({ row }) => row),
    changed: [...products, ...variants].filter((one) => one.isNew).length + stock + items,
  }
}

/** Stock has its own time: it changes without its product. Answers how many differed. */
export async function writeStock(tx: Tx, shop: string, rows: readonly StockRow[]): Promise<number> {
  if (rows.length === 0) return 0
  return tx.$executeRaw`
    WITH told AS (
      SELECT v.id, i.stock AS stock, i."stockAt" AS stock_at, v.stock IS DISTINCT FROM i.stock AS differs
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(id text, stock int, "stockAt" timestamptz)
      JOIN variant v ON v.shop = ${shop} AND v.id = i.id AND v.stock_at <= i."stockAt"
      ORDER BY v.id FOR UPDATE OF v
    ), kept AS (
      UPDATE variant v SET stock_at = told.stock_at FROM told WHERE v.shop = ${shop} AND v.id = told.id AND NOT told.differs
    )
    UPDATE variant v SET stock = told.stock, stock_at = told.stock_at FROM told WHERE v.shop = ${shop} AND v.id = told.id AND told.differs`
}

/** Cost, tracking and shipping belong to the inventory item, which product webhooks do not tell. Answers how many differed. */
export async function writeItems(tx: Tx, shop: string, rows: readonly ItemRow[]): Promise<number> {
  if (rows.length === 0) return 0
  return tx.$executeRaw`
    WITH told AS (
      SELECT v.id, i.cost, i.tracked, i.shippable, i."itemAt" AS item_at,
        (v.cost, v.tracked, v.shippable) IS DISTINCT FROM (i.cost, i.tracked, i.shippable) AS differs
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i("inventoryItemId" text, cost bigint, tracked boolean, shippable boolean, "itemAt" timestamptz)
      JOIN variant v ON v.shop = ${shop} AND v.inventory_item_id = i."inventoryItemId" AND v.item_at <= i."itemAt"
      ORDER BY v.id FOR UPDATE OF v
    ), kept AS (
      UPDATE variant v SET item_at = told.item_at FROM told WHERE v.shop = ${shop} AND v.id = told.id AND NOT told.differs
    )
    UPDATE variant v SET cost = told.cost, tracked = told.tracked, shippable = told.shippable, item_at = told.item_at
    FROM told WHERE v.shop = ${shop} AND v.id = told.id AND told.differs`
}

/** Takes out what the product no longer has. Answers how many went. */
export const keepOnlyVariants = (tx: Tx, shop: string, productId: ShopifyId, variantIds: readonly ShopifyId[]): Promise<number> =>
  tx.$executeRaw`DELETE FROM variant WHERE shop = ${shop} AND product_id = ${productId} AND NOT id = ANY(${[...variantIds]}::text[])`

/** A tombstone stays, so that a late webhook cannot bring the product back. Answers whether there was anything to bury. */
export async function buryProducts(tx: Tx, shop: string, ids: readonly ShopifyId[], at: Date): Promise<boolean> {
  const buried = await tx.$executeRaw`
    INSERT INTO product AS t (shop, id, title, handle, status, updated_at, deleted_at)
    SELECT DISTINCT ${shop}, id, '', '', 'archived', 'epoch'::timestamptz, ${at}::timestamptz FROM unnest(${[...ids]}::text[]) id ORDER BY id
    ON CONFLICT (shop, id) DO UPDATE SET deleted_at = excluded.deleted_at WHERE t.deleted_at IS NULL OR t.deleted_at > excluded.deleted_at`
  await tx.$executeRaw`DELETE FROM variant WHERE shop = ${shop} AND product_id = ANY(${[...ids]}::text[])`
  await tx.$executeRaw`DELETE FROM collection_product WHERE shop = ${shop} AND product_id = ANY(${[...ids]}::text[])`
  return buried > 0
}

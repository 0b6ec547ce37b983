import type { ShopifyId } from '../../values/ids.ts'
import type { Tx } from '../../platform/db.server.ts'
import { write } from './mirror.server.ts'
import type { CollectionRow, Instant, MembershipRow } from './records.ts'
import { COLLECTION, MEMBERSHIP } from './tables.ts'

/** Answers how many collections told anything new. */
export async function writeCollections(tx: Tx, shop: string, rows: readonly CollectionRow[]): Promise<number> {
  const written = await write(tx, COLLECTION, shop, rows)
  return written.filter((one) => one.isNew).length
}

/** Adds memberships, but none of a product or collection that is gone. Answers how many there were not before. */
export async function addMemberships(tx: Tx, shop: string, rows: readonly MembershipRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const gone = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM product WHERE shop = ${shop} AND deleted_at IS NOT NULL AND id = ANY(${rows.map((row) => row.productId)}::text[])
    UNION ALL
    SELECT id FROM collection WHERE shop = ${shop} AND deleted_at IS NOT NULL AND id = ANY(${rows.map((row) => row.collectionId)}::text[])`
  const ids = new Set(gone.map((row) => row.id))
  const living = rows.filter((row) => !ids.has(row.productId) && !ids.has(row.collectionId))
  const written = await write(tx, MEMBERSHIP, shop, living)
  return written.filter((one) => !one.wasKnown).length
}

/** The product is in these collections and in no others. */
export async function setCollectionsOf(
  tx: Tx,
  shop: string,
  productId: ShopifyId,
  collectionIds: readonly ShopifyId[],
  readAt: Instant,
): Promise<number> {
  const added = await addMemberships(
    tx,
    shop,
    collectionIds.map((collectionId) => ({ collectionId, productId, readAt })),
  )
  const removed = await tx.$executeRaw`
    DELETE FROM collection_product
    WHERE shop = ${shop} AND product_id = ${productId} AND NOT collection_id = ANY(${[...collectionIds]}::text[]) AND read_at <= ${readAt}::timestamptz`
  return added + removed
}

/** The collection holds these products and no others. */
export async function setProductsOf(
  tx: Tx,
  shop: string,
  collectionId: ShopifyId,
  productIds: readonly ShopifyId[],
  readAt: Instant,
): Promise<number> {
  const added = await addMemberships(
    tx,
    shop,
    productIds.map((productId) => ({ collectionId, productId, readAt })),
  )
  const removed = await tx.$executeRaw`
    DELETE FROM collection_product
    WHERE shop = ${shop} AND collection_id = ${collectionId} AND NOT product_id = ANY(${[...productIds]}::text[]) AND read_at <= ${readAt}::timestamptz`
  return added + removed
}

export async function buryCollections(tx: Tx, shop: string, ids: readonly ShopifyId[], at: Date): Promise<boolean> {
  const buried = await tx.$executeRaw`
    INSERT INTO collection AS t (shop, id, title, handle, automatic, updated_at, deleted_at)
    SELECT DISTINCT ${shop}, id, '', '', false, 'epoch'::timestamptz, ${at}::timestamptz FROM unnest(${[...ids]}::text[]) id ORDER BY id
    ON CONFLICT (shop, id) DO UPDATE SET deleted_at = excluded.deleted_at WHERE t.deleted_at IS NULL OR t.deleted_at > excluded.deleted_at`
  await tx.$executeRaw`DELETE FROM collection_product WHERE shop = ${shop} AND collection_id = ANY(${[...ids]}::text[])`
  return buried > 0
}

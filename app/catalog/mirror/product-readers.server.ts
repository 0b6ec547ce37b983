import { db } from '../../platform/db.server.ts'
import type { Tx } from '../../platform/db.server.ts'
import { adminFor } from '../../platform/shopify/admin.server.ts'
import { gid, idOf } from '../../values/ids.ts'
import type { ShopifyId } from '../../values/ids.ts'
import { buryCollections, setCollectionsOf, setProductsOf, writeCollections } from './collections.server.ts'
import * as documents from './documents.server.ts'
import type { ItemWithVariants } from './documents.server.ts'
import { catalogChanged, currencyOf } from './mirror.server.ts'
import { collectionRow, itemRow, productRow, stockRow, variantRow } from './nodes/product.ts'
import { followingNodes } from './paging.server.ts'
import { buryProducts, keepOnlyVariants, writeItems, writeProducts, writeStock } from './products.server.ts'
import type { Read } from './reading.server.ts'
import type { CollectionRow } from './records.ts'
import { markStale } from './stale.server.ts'

async function wholeProduct(shop: string, id: ShopifyId) {
  const ask = (after: string | null) => adminFor(shop).query(documents.READ_PRODUCT, { id: gid('Product', id), after })
  const { product } = await ask(null)
  if (!product) return null
  const more = await followingNodes(product.variants, async (after) => (await ask(after)).product?.variants)
  return { product, variants: [...product.variants.nodes, ...more] }
}

export const readProducts: Read = async (shop, ids, readAt) => {
  const [found, gone]: [NonNullable<Awaited<ReturnType<typeof wholeProduct>>>[], ShopifyId[]] = [[], []]
  for (const id of ids) {
    const whole = await wholeProduct(shop, id)
    if (whole) found.push(whole)
    else gone.push(id)
  }
  return async (tx) => {
    const currency = await currencyOf(tx, shop)
    const variants = found.flatMap((whole) => whole.variants.map((node) => ({ node, productId: idOf(whole.product.id) })))
    const { taken, changed } = await writeProducts(tx, shop, {
      readAt,
      products: found.map(({ product }) => productRow(product, readAt)),
      variants: variants.map(({ node, productId }) => variantRow(node, productId, currency, readAt)),
      stock: variants.map(({ node }) => stockRow(node, readAt)),
      items: variants.map(({ node }) => itemRow(node.inventoryItem, readAt)),
    })
    let removed = 0
    for (const { id } of taken) {
      const kept = variants.filter((variant) => variant.productId === id).map(({ node }) => idOf(node.id))
      removed += await keepOnlyVariants(tx, shop, id, kept)
    }
    const buried = await buryProducts(tx, shop, gone, new Date(readAt))
    if (changed + removed > 0 || buried) await catalogChanged(tx, shop)
  }
}

export const readMemberships: Read = async (shop, ids, readAt) => {
  const admin = adminFor(shop)
  const { nodes } = await admin.query(documents.READ_MEMBERSHIPS, { ids: ids.map((id) => gid('Product', id)) })
  const found: { id: ShopifyId; collectionIds: ShopifyId[] }[] = []
  for (const node of nodes) {
    if (!node) continue
    const next = async (after: string) =>
      (await admin.query(documents.READ_PRODUCT_COLLECTIONS, { id: node.id, after })).product?.collections
    const all = [...node.collections.nodes, ...(await followingNodes(node.collections, next))]
    found.push({ id: idOf(node.id), collectionIds: all.map((collection) => idOf(collection.id)) })
  }
  const gone = ids.filter((_, index) => nodes[index] == null)
  return async (tx) => {
    let changed = (await buryProducts(tx, shop, gone, new Date(readAt))) ? 1 : 0
    for (const { id, collectionIds } of found) changed += await setCollectionsOf(tx, shop, id, collectionIds, readAt)
    await markUnknownCollections(tx, shop, [...new Set(found.flatMap((one) => one.collectionIds))])
    if (changed > 0) await catalogChanged(tx, shop)
  }
}

async function markUnknownCollections(tx: Tx, shop: string, ids: readonly ShopifyId[]): Promise<void> {
  const known = await tx.collection.findMany({ where: { shop, id: { in: [...ids] } }, select: { id: true } })
  const unknown = ids.filter((id) => !known.some((collection) => collection.id === id))
  await markStale(tx, shop, 'collection', unknown)
}

export const readCollections: Read = async (shop, ids, readAt) => {
  const found: { row: CollectionRow; productIds: ShopifyId[] }[] = []
  const gone: ShopifyId[] = []
  for (const id of ids) {
    const ask = (after: string | null) => adminFor(shop).query(documents.READ_COLLECTION, { id: gid('Collection', id), after })
    const { collection } = await ask(null)
    if (!collection) {
      gone.push(id)
      continue
    }
    const more = await followingNodes(collection.products, async (after) => (await ask(after)).collection?.products)
    const productIds = [...collection.products.nodes, ...more].map((product) => idOf(product.id))
    found.push({ row: collectionRow(collection, readAt), productIds })
  }
  return async (tx) => {
    const rows = found.map(({ row }) => row)
    let changed = await writeCollections(tx, shop, rows)
    for (const { row, productIds } of found) changed += await setProductsOf(tx, shop, row.id, productIds, readAt)
    const buried = await buryCollections(tx, shop, gone, new Date(readAt))
    if (changed > 0 || buried) await catalogChanged(tx, shop)
  }
}

export const readItems: Read = async (shop, ids, readAt) => {
  const { nodes } = await adminFor(shop).query(documents.READ_ITEMS, { ids: ids.map((id) => gid('InventoryItem', id)) })
  const items = nodes.filter((node) => node != null)
  const strangers = await productsOfStrangers(shop, items)
  return async (tx) => {
    const stock = items.flatMap((item) => item.variants?.nodes ?? []).map((variant) => stockRow(variant, readAt))
    const rows = items.map((item) => itemRow(item, readAt))
    const changed = (await writeStock(tx, shop, stock)) + (await writeItems(tx, shop, rows))
    await markStale(tx, shop, 'product', strangers)
    if (changed > 0) await catalogChanged(tx, shop)
  }
}

/** The products of variants that we do not have yet: their own webhook is late or lost. */
async function productsOfStrangers(shop: string, items: readonly ItemWithVariants[]): Promise<ShopifyId[]> {
  const variants = items
    .flatMap((item) => item.variants?.nodes ?? [])
    .map((node) => ({ id: idOf(node.id), productId: idOf(node.product.id) }))
  const known = await db.variant.findMany({ where: { shop, id: { in: variants.map((variant) => variant.id) } }, select: { id: true } })
  const ids = new Set(known.map((variant) => variant.id))
  return [...new Set(variants.filter((variant) => !ids.has(variant.id)).map((variant) => variant.productId))]
}

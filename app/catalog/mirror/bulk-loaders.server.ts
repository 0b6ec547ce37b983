import type { Tx } from '../../platform/db.server.ts'
import { idOf } from '../../values/ids.ts'
import type { Kind } from './bulk-queries.ts'
import { addMemberships, buryCollections, writeCollections } from './collections.server.ts'
import { buryCustomers, writeCustomers } from './customers.server.ts'
import { currencyOf } from './mirror.server.ts'
import type { CustomerNode } from './nodes/customer.ts'
import { customerRow } from './nodes/customer.ts'
import { lineRow } from './nodes/order.ts'
import type { LineNode, OrderNode } from './nodes/order.ts'
import { collectionRow, itemRow, productRow, stockRow, variantRow } from './nodes/product.ts'
import type { CollectionNode, ProductNode, VariantNode } from './nodes/product.ts'
import { orderParts } from './order-readers.server.ts'
import { writeOrders } from './orders.server.ts'
import { noteReturnStatus } from './returns.server.ts'
import { buryProducts, writeProducts } from './products.server.ts'

/** What is being loaded: everything it tells was true when the operation was opened, or later. */
export interface Load {
  shop: string
  run: string
  openedAt: Date
}

export interface Loader {
  /** Writes some lines of the result. Answers how many records told anything new. */
  load(tx: Tx, load: Load, lines: readonly string[]): Promise<number>
  /** After the last line of a complete result: what it did not tell is gone. Answers how much went. */
  bury(tx: Tx, load: Load): Promise<number>
}

type Child = { __parentId?: string }

/** A result names each record on a line of its own, and on the lines of its parts the record they belong to. */
function split<Parent, Part>(lines: readonly string[]): { parents: Parent[]; parts: (Part & { __parentId: string })[] } {
  const parsed = lines.map((line) => JSON.parse(line) as Child)
  return {
    parents: parsed.filter((line) => line.__parentId === undefined) as Parent[],
    parts: parsed.filter((line) => line.__parentId !== undefined) as (Part & { __parentId: string })[],
  }
}

const unseen = async (tx: Tx, table: 'product' | 'collection' | 'customer', { shop, openedAt }: Load): Promise<string[]> => {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM ${table} WHERE shop = $1 AND deleted_at IS NULL AND read_at < $2::timestamptz`,
    shop,
    openedAt,
  )
  return rows.map((row) => row.id)
}

const products: Loader = {
  load: async (tx, { shop, openedAt }, lines) => {
    const { parents, parts } = split<ProductNode, VariantNode>(lines)
    const [readAt, currency] = [openedAt.toISOString(), await currencyOf(tx, shop)]
    const written = await writeProducts(tx, shop, {
      readAt,
      products: parents.map((node) => productRow(node, readAt)),
      variants: parts.map((node) => variantRow(node, idOf(node.__parentId), currency, readAt)),
      stock: parts.map((node) => stockRow(node, readAt)),
      items: parts.map((node) => itemRow(node.inventoryItem, readAt)),
    })
    return written.changed
  },
  bury: async (tx, load) => {
    const ids = await unseen(tx, 'product', load)
    await buryProducts(tx, load.shop, ids, load.openedAt)
    const removed = await tx.$executeRaw`
      DELETE FROM variant v USING product p
      WHERE v.shop = ${load.shop} AND p.shop = v.shop AND p.id = v.product_id AND p.read_at = ${load.openedAt}::timestamptz AND v.read_at < p.read_at`
    return ids.length + removed
  },
}

const collections: Loader = {
  load: async (tx, { shop, openedAt }, lines) => {
    const { parents, parts } = split<CollectionNode, { id: string }>(lines)
    const readAt = openedAt.toISOString()
    const rows = parents.map((node) => collectionRow(node, readAt))
    const memberships = parts.map((node) => ({ collectionId: idOf(node.__parentId), productId: idOf(node.id), readAt }))
    return (await writeCollections(tx, shop, rows)) + (await addMemberships(tx, shop, memberships))
  },
  bury: async (tx, load) => {
    const ids = await unseen(tx, 'collection', load)
    await buryCollections(tx, load.shop, ids, load.openedAt)
    const removed = await tx.$executeRaw`
      DELETE FROM collection_product m USING collection c
      WHERE m.shop = ${load.shop} AND c.shop = m.shop AND c.id = m.collection_id AND c.read_at = ${load.openedAt}::timestamptz AND m.read_at < c.read_at`
    return ids.length + removed
  },
}

const customers: Loader = {
  load: (tx, { shop, openedAt }, lines) => {
    const { parents } = split<CustomerNode, never>(lines)
    const rows = parents.map((node) => customerRow(node, openedAt.toISOString()))
    return writeCustomers(tx, shop, rows)
  },
  bury: async (tx, load) => {
    const ids = await unseen(tx, 'customer', load)
    await buryCustomers(tx, load.shop, ids, load.openedAt)
    return ids.length
  },
}

const orders: Loader = {
  load: async (tx, { shop, run, openedAt }, lines) => {
    const { parents, parts } = split<OrderNode, LineNode>(lines)
    const readAt = openedAt.toISOString()
    const read = parents.map((node) => orderParts(node, readAt))
    const changed = await writeOrders(
      tx,
      shop,
      {
        readAt,
        orders: read.map(({ order }) => order),
        lines: parts.map((node) => lineRow(node, idOf(node.__parentId))),
        transactions: read.flatMap(({ transactions }) => transactions),
        refunds: read.flatMap(({ refunds }) => refunds),
        refundLines: [],
        fulfillments: read.flatMap(({ fulfillments }) => fulfillments),
      },
      run === 'first' ? 'known' : 'all',
    )
    await noteReturnStatus(tx, shop, parents, run === 'first')
    return changed
  },
  // Not to be seen is not gone: without read_all_orders Shopify hides what is older than 60 days.
  bury: async () => 0,
}

export const LOADERS: Record<Kind, Loader> = { products, collections, customers, orders }

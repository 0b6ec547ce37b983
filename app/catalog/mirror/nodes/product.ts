import { idOf } from '../../../values/ids.ts'
import type { ShopifyId } from '../../../values/ids.ts'
import { parseMoney } from '../../../values/money.ts'
import type { CollectionRow, Instant, ItemRow, ProductRow, StockRow, VariantRow } from '../records.ts'
import { minorOf, utc } from './node.ts'
import type { Connection, MoneyNode } from './node.ts'

export interface ProductNode {
  id: string
  title: string
  handle: string
  status: string
  vendor: string
  productType: string
  tags: string[]
  publishedAt: string | null
  updatedAt: string
  featuredMedia: { preview: { image: { url: string; altText: string | null } | null } | null } | null
}
export type ProductWithVariants = ProductNode & { variants: Connection<VariantNode> }

export interface ItemNode {
  id: string
  tracked: boolean
  requiresShipping: boolean
  unitCost: MoneyNode | null
}

export interface VariantNode {
  id: string
  title: string
  sku: string | null
  barcode: string | null
  position: number
  price: string
  compareAtPrice: string | null
  inventoryPolicy: string
  inventoryQuantity: number | null
  updatedAt: string
  image: { url: string } | null
  inventoryItem: ItemNode
}

export interface CollectionNode {
  id: string
  title: string
  handle: string
  updatedAt: string
  ruleSet: { appliedDisjunctively: boolean } | null
}

export const productRow = (node: ProductNode, readAt: Instant): ProductRow => ({
  id: idOf(node.id),
  title: node.title,
  handle: node.handle,
  status: node.status.toLowerCase(),
  vendor: node.vendor,
  productType: node.productType,
  tags: node.tags,
  imageUrl: node.featuredMedia?.preview?.image?.url ?? null,
  imageAlt: node.featuredMedia?.preview?.image?.altText ?? null,
  published: node.publishedAt !== null,
  updatedAt: utc(node.updatedAt),
  readAt,
})

export const variantRow = (node: VariantNode, productId: ShopifyId, currency: string, readAt: Instant): VariantRow => ({
  id: idOf(node.id),
  productId,
  title: node.title,
  sku: node.sku || null,
  barcode: node.barcode || null,
  position: node.position,
  price: parseMoney(node.price, currency),
  compareAtPrice: node.compareAtPrice === null ? null : parseMoney(node.compareAtPrice, currency),
  oversell: node.inventoryPolicy === 'CONTINUE',
  inventoryItemId: idOf(node.inventoryItem.id),
  imageUrl: node.image?.url ?? null,
  updatedAt: utc(node.updatedAt),
  readAt,
})

export const stockRow = (node: { id: string; inventoryQuantity: number | null }, stockAt: Instant): StockRow => ({
  id: idOf(node.id),
  stock: node.inventoryQuantity ?? 0,
  stockAt,
})

export const itemRow = (node: ItemNode, itemAt: Instant): ItemRow => ({
  inventoryItemId: idOf(node.id),
  cost: node.unitCost ? minorOf(node.unitCost) : null,
  tracked: node.tracked,
  shippable: node.requiresShipping,
  itemAt,
})

export const collectionRow = (node: CollectionNode, readAt: Instant): CollectionRow => ({
  id: idOf(node.id),
  title: node.title,
  handle: node.handle,
  automatic: node.ruleSet !== null,
  updatedAt: utc(node.updatedAt),
  readAt,
})

import { z } from 'zod'
import { idOf } from '../../../values/ids.ts'
import type { ShopifyId } from '../../../values/ids.ts'
import { parseMoney } from '../../../values/money.ts'
import type { Instant, ProductRow, StockRow, VariantRow } from '../records.ts'
import { Decimal, Id, Moment, tagsOf } from './payload.ts'

const Image = z.object({ id: Id.optional(), src: z.string(), alt: z.string().nullish() })

const Variant = z.object({
  id: Id,
  title: z.string().nullish(),
  sku: z.string().nullish(),
  barcode: z.string().nullish(),
  position: z.number().int().default(1),
  price: Decimal,
  compare_at_price: Decimal.nullish(),
  inventory_policy: z.string().nullish(),
  inventory_item_id: Id,
  inventory_quantity: z.number().int().nullish(),
  image_id: Id.nullish(),
  updated_at: Moment.nullish(),
})

const Product = z.object({
  id: Id,
  title: z.string(),
  handle: z.string(),
  status: z.string(),
  vendor: z.string().nullish(),
  product_type: z.string().nullish(),
  tags: z.union([z.string().transform(tagsOf), z.array(z.string())]).default([]),
  image: Image.nullish(),
  images: z.array(Image).default([]),
  published_at: z.string().nullish(),
  updated_at: Moment,
  variants: z.array(Variant).default([]),
  variant_gids: z.array(z.object({ admin_graphql_api_id: z.string() })).nullish(),
})
type Product = z.infer<typeof Product>

export interface ProductRecord {
  product: ProductRow
  variants: VariantRow[]
  stock: StockRow[]
  /** Every variant the product has; a payload tells only the first hundred in full. */
  variantIds: ShopifyId[]
}

/** products/create and products/update. `readAt`: when Shopify sent it. */
export function parseProduct(body: unknown, currency: string, readAt: Instant | null): ProductRecord {
  const product = Product.parse(body)
  const stamp = { updatedAt: product.updated_at, readAt: readAt ?? product.updated_at }
  const image = product.image ?? product.images[0]
  return {
    product: {
      ...stamp,
      id: product.id,
      title: product.title,
      handle: product.handle,
      status: product.status.toLowerCase(),
      vendor: product.vendor ?? '',
      productType: product.product_type ?? '',
      tags: product.tags,
      imageUrl: image?.src ?? null,
      imageAlt: image?.alt ?? null,
      published: Boolean(product.published_at),
    },
    variants: product.variants.map((variant) => variantRow(product, variant, currency, stamp)),
    stock: product.variants.flatMap(({ id, inventory_quantity: stock }) => (stock == null ? [] : [{ id, stock, stockAt: stamp.readAt }])),
    variantIds: product.variant_gids?.map((variant) => idOf(variant.admin_graphql_api_id)) ?? product.variants.map((variant) => variant.id),
  }
}

function variantRow(
  product: Product,
  variant: z.infer<typeof Variant>,
  currency: string,
  stamp: { updatedAt: Instant; readAt: Instant },
): VariantRow {
  return {
    id: variant.id,
    productId: product.id,
    title: variant.title ?? '',
    sku: variant.sku || null,
    barcode: variant.barcode || null,
    position: variant.position,
    price: parseMoney(variant.price, currency),
    compareAtPrice: variant.compare_at_price == null ? null : parseMoney(variant.compare_at_price, currency),
    oversell: variant.inventory_policy?.toLowerCase() === 'continue',
    inventoryItemId: variant.inventory_item_id,
    imageUrl: product.images.find((image) => image.id !== undefined && image.id === variant.image_id)?.src ?? null,
    updatedAt: variant.updated_at ?? stamp.updatedAt,
    readAt: stamp.readAt,
  }
}

export const Deleted = z.object({ id: Id })
export const InventoryLevel = z.object({ inventory_item_id: Id })
export const InventoryItem = z.object({
  id: Id,
  cost: Decimal.nullish(),
  tracked: z.boolean().default(true),
  requires_shipping: z.boolean().default(true),
  updated_at: Moment,
})

export const Collection = z.object({
  id: Id,
  title: z.string(),
  handle: z.string(),
  rules: z.array(z.unknown()).nullish(),
  updated_at: Moment,
})

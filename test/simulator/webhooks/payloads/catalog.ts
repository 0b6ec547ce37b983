import type { SimCollection, SimProduct, SimShop, SimVariant } from '../../model.ts'
import { LOCATION_ID } from '../../settings.ts'

/** products/create and products/update. */
export function productPayload(product: SimProduct): object {
  return {
    id: product.id,
    admin_graphql_api_id: `gid://shopify/Product/${product.id}`,
    title: product.title,
    body_html: product.descriptionHtml,
    vendor: product.vendor,
    product_type: product.productType,
    handle: product.handle,
    created_at: product.createdAt,
    updated_at: product.updatedAt,
    published_at: product.publishedAt,
    published_scope: 'global',
    template_suffix: null,
    tags: product.tags.join(', '),
    status: product.status.toLowerCase(),
    has_variants_that_requires_components: false,
    category: null,
    variants: product.variants.map((variant) => variantPayload(product, variant)),
    variant_gids: product.variants.map((variant) => ({
      admin_graphql_api_id: `gid://shopify/ProductVariant/${variant.id}`,
      updated_at: variant.updatedAt,
    })),
    options: product.options.map((option, index) => ({
      id: product.id * 10 + index,
      product_id: product.id,
      name: option.name,
      position: index + 1,
      values: option.values,
    })),
    images: product.images.map((image, index) => imagePayload(product, image, index)),
    image: product.images[0] ? imagePayload(product, product.images[0], 0) : null,
    media: [],
  }
}

/** Also variants/in_stock and variants/out_of_stock. */
export function variantPayload(product: SimProduct, variant: SimVariant): object {
  return {
    id: variant.id,
    admin_graphql_api_id: `gid://shopify/ProductVariant/${variant.id}`,
    product_id: product.id,
    title: variant.title,
    sku: variant.sku,
    barcode: variant.barcode ?? null,
    position: variant.position,
    price: variant.price,
    compare_at_price: variant.compareAtPrice,
    option1: variant.options[0] ?? null,
    option2: variant.options[1] ?? null,
    option3: variant.options[2] ?? null,
    inventory_policy: variant.inventoryPolicy.toLowerCase(),
    inventory_quantity: variant.inventoryQuantity,
    old_inventory_quantity: variant.inventoryQuantity,
    inventory_item_id: variant.inventoryItemId,
    image_id: variant.imageId,
    taxable: variant.taxable,
    created_at: product.createdAt,
    updated_at: variant.updatedAt,
  }
}

function imagePayload(product: SimProduct, image: SimProduct['images'][number], index: number): object {
  return {
    id: image.id,
    admin_graphql_api_id: `gid://shopify/MediaImage/${image.id}`,
    product_id: product.id,
    position: index + 1,
    alt: image.alt || null,
    src: image.url,
    width: 800,
    height: 800,
    created_at: product.createdAt,
    updated_at: product.updatedAt,
    variant_ids: product.variants.filter((variant) => variant.imageId === image.id).map((variant) => variant.id),
  }
}

/** products/delete, collections/delete, customers/delete: the id is all that is left. */
export const deletedPayload = (id: number): object => ({ id })

/** collections/create and collections/update. Its products are not in it. */
export function collectionPayload(collection: SimCollection): object {
  return {
    id: collection.id,
    admin_graphql_api_id: `gid://shopify/Collection/${collection.id}`,
    handle: collection.handle,
    title: collection.title,
    updated_at: collection.updatedAt,
    published_at: collection.updatedAt,
    published_scope: 'global',
    body_html: '',
    sort_order: 'best-selling',
    template_suffix: null,
    ...(collection.rules && {
      disjunctive: collection.rules.disjunctive,
      rules: collection.rules.rules.map((rule) => ({
        column: rule.column.toLowerCase(),
        relation: rule.relation.toLowerCase(),
        condition: rule.condition,
      })),
    }),
  }
}

export function inventoryLevelPayload(variant: SimVariant): object {
  return {
    inventory_item_id: variant.inventoryItemId,
    location_id: LOCATION_ID,
    available: variant.inventoryQuantity,
    updated_at: variant.updatedAt,
    admin_graphql_api_id: `gid://shopify/InventoryLevel/${LOCATION_ID}?inventory_item_id=${variant.inventoryItemId}`,
  }
}

export function inventoryItemPayload(shop: Pick<SimShop, 'country'>, variant: SimVariant): object {
  return {
    id: variant.inventoryItemId,
    admin_graphql_api_id: `gid://shopify/InventoryItem/${variant.inventoryItemId}`,
    sku: variant.sku,
    cost: variant.cost,
    country_code_of_origin: shop.country,
    province_code_of_origin: null,
    harmonized_system_code: null,
    country_harmonized_system_codes: [],
    requires_shipping: variant.requiresShipping,
    tracked: variant.tracked,
    weight_value: variant.weightGrams / 1000,
    weight_unit: 'kilograms',
    created_at: variant.updatedAt,
    updated_at: variant.updatedAt,
  }
}

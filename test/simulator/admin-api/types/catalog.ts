import { contextualPrice } from './contextual-price.ts'
import type { SimCollection, SimImage, SimPricingPolicy, SimProduct, SimRhythm, SimSellingPlan, SimVariant } from '../../model.ts'
import { LOCATION_ID } from '../../settings.ts'
import { collectionsOf, productsOf } from '../../shop/collections.ts'
import { isAvailable } from '../../shop/products.ts'
import { type Caller, type Fields, gid, moneyV2, plain } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { metafieldListing, oneMetafield } from './metafields.ts'

export interface ProductSource {
  __typename: 'Product'
  product: SimProduct
}
export interface VariantSource {
  __typename: 'ProductVariant'
  product: SimProduct
  variant: SimVariant
}
export interface ItemSource {
  __typename: 'InventoryItem'
  product: SimProduct
  variant: SimVariant
}
export interface CollectionSource {
  __typename: 'Collection'
  collection: SimCollection
}

export interface PlanSource {
  __typename: 'SellingPlan'
  plan: SimSellingPlan
}

export const asPlan = (plan: SimSellingPlan): PlanSource => ({ __typename: 'SellingPlan', plan })
export const asProduct = (product: SimProduct): ProductSource => ({ __typename: 'Product', product })
export const asVariant = (product: SimProduct, variant: SimVariant): VariantSource => ({ __typename: 'ProductVariant', product, variant })
export const asItem = (product: SimProduct, variant: SimVariant): ItemSource => ({ __typename: 'InventoryItem', product, variant })
export const asCollection = (collection: SimCollection): CollectionSource => ({ __typename: 'Collection', collection })

export const asImage = (image: SimImage | undefined, fallbackAlt: string) =>
  image ? { id: gid('ImageSource', image.id), url: image.url, altText: image.alt || fallbackAlt || null, width: 800, height: 800 } : null

export const asMedia = (image: SimImage) => ({ __typename: 'MediaImage' as const, image })
const isPublished = ({ product }: { product: SimProduct }) => product.publishedAt !== null && product.status === 'ACTIVE'
const stockOf = (product: SimProduct) =>
  product.variants.reduce((sum, variant) => sum + (variant.tracked ? variant.inventoryQuantity : 0), 0)
const host = ({ shop }: Caller) => `https://${shop.domain}`

function priceRange({ product }: ProductSource, _: unknown, { shop }: Caller) {
  const prices = product.variants.map((variant) => Number(variant.price))
  const at = (price: number) => moneyV2(product.variants.find((variant) => Number(variant.price) === price)?.price ?? '0.0', shop.currency)
  return { minVariantPrice: at(Math.min(...prices)), maxVariantPrice: at(Math.max(...prices)) }
}

const Product: Fields<ProductSource> = {
  id: ({ product }) => gid('Product', product.id),
  legacyResourceId: ({ product }) => String(product.id),
  title: ({ product }) => product.title,
  handle: ({ product }) => product.handle,
  descriptionHtml: ({ product }) => product.descriptionHtml,
  description: ({ product }) =>
    product.descriptionHtml
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  vendor: ({ product }) => product.vendor,
  productType: ({ product }) => product.productType,
  tags: ({ product }) => product.tags,
  status: ({ product }) => product.status,
  publishedAt: ({ product }) => product.publishedAt,
  createdAt: ({ product }) => product.createdAt,
  updatedAt: ({ product }) => product.updatedAt,
  isGiftCard: () => false,
  hasOnlyDefaultVariant: ({ product }) => product.variants.length === 1 && product.variants[0]?.title === 'Default Title',
  hasOutOfStockVariants: ({ product }) => product.variants.some((variant) => variant.tracked && variant.inventoryQuantity <= 0),
  totalInventory: ({ product }) => stockOf(product),
  tracksInventory: ({ product }) => product.variants.some((variant) => variant.tracked),
  onlineStoreUrl: (source, _, caller) => (isPublished(source) ? `${host(caller)}/products/${source.product.handle}` : null),
  onlineStorePreviewUrl: ({ product }, _, caller) => `${host(caller)}/products/${product.handle}`,
  publishedOnPublication: (source) => isPublished(source),
  publishedOnCurrentPublication: (source) => isPublished(source),
  featuredMedia: ({ product }) => (product.images[0] ? asMedia(product.images[0]) : null),
  featuredImage: ({ product }) => asImage(product.images[0], product.title),
  media: ({ product }) => new ArrayListing(product.images.map(asMedia), ({ image }) => image.id),
  images: ({ product }) =>
    new ArrayListing(
      product.images.map((image) => asImage(image, product.title)),
      (image) => image?.id ?? '',
    ),
  options: ({ product }) =>
    product.options.map((option, index) => ({ id: gid('ProductOption', product.id * 10 + index), ...option, position: index + 1 })),
  priceRangeV2: priceRange,
  variants: ({ product }) =>
    new ArrayListing(
      product.variants.map((variant) => asVariant(product, variant)),
      ({ variant }) => variant.id,
    ),
  variantsCount: ({ product }) => ({ count: product.variants.length, precision: 'EXACT' }),
  sellingPlanGroupsCount: ({ product }) => ({ count: groupsOf(product).length, precision: 'EXACT' }),
  sellingPlanGroups: ({ product }) => new ArrayListing(groupsOf(product), ({ id }) => id),
  collections: async ({ product }, _, { simulator, shop }) =>
    new ArrayListing((await collectionsOf(simulator.store, shop.domain, product)).map(asCollection), ({ collection }) => collection.id),
  metafield: ({ product }, { namespace, key }, caller) => oneMetafield(product.metafields, namespace, key, caller),
  metafields: ({ product }, args, caller) => metafieldListing(product.metafields, args, caller),
}

const groupsOf = ({ sellingPlans = [] }: SimProduct) =>
  [...Map.groupBy(sellingPlans, ({ groupId }) => groupId)].map(([id, plans]) => ({ id, name: plans[0]?.group ?? '', plans }))
type Group = ReturnType<typeof groupsOf>[number]

const SellingPlanGroup: Fields<Group> = {
  id: ({ id }) => gid('SellingPlanGroup', id),
  name: ({ name }) => name,
  merchantCode: ({ name }) => name,
  sellingPlans: ({ plans }) => new ArrayListing(plans.map(asPlan), ({ plan }) => plan.id),
}
const SellingPlan: Fields<PlanSource> = {
  id: ({ plan }) => gid('SellingPlan', plan.id),
  name: ({ plan }) => plan.name,
  category: ({ plan }) => (plan.billing === 'fixed' ? 'PRE_ORDER' : 'SUBSCRIPTION'),
  billingPolicy: ({ plan }) =>
    plan.billing === 'fixed'
      ? { __typename: 'SellingPlanFixedBillingPolicy' }
      : { __typename: 'SellingPlanRecurringBillingPolicy', ...(plan.billing ?? plan.delivery ?? MONTHLY) },
  deliveryPolicy: ({ plan }) =>
    plan.billing === 'fixed'
      ? { __typename: 'SellingPlanFixedDeliveryPolicy' }
      : { __typename: 'SellingPlanRecurringDeliveryPolicy', ...(plan.delivery ?? MONTHLY) },
  pricingPolicies: ({ plan }) =>
    plan.pricingPolicies.map((policy) => ({
      __typename: policy.afterCycle === null ? 'SellingPlanFixedPricingPolicy' : 'SellingPlanRecurringPricingPolicy',
      ...policy,
    })),
}
const MONTHLY: SimRhythm = { interval: 'MONTH', intervalCount: 1 }
const rhythmFields = plain<SimRhythm>('interval', 'intervalCount')
const policyFields: Fields<SimPricingPolicy> = {
  adjustmentType: ({ adjustmentType }) => adjustmentType,
  adjustmentValue: (policy, _, { shop }) =>
    policy.adjustmentType === 'PERCENTAGE'
      ? { __typename: 'SellingPlanPricingPolicyPercentageValue', percentage: policy.percentage }
      : moneyV2(policy.amount, shop.currency),
}

const ProductVariant: Fields<VariantSource> = {
  id: ({ variant }) => gid('ProductVariant', variant.id),
  legacyResourceId: ({ variant }) => String(variant.id),
  title: ({ variant }) => variant.title,
  displayName: ({ product, variant }) => (variant.title === 'Default Title' ? product.title : `${product.title} - ${variant.title}`),
  sku: ({ variant }) => variant.sku,
  barcode: ({ variant }) => variant.barcode ?? null,
  position: ({ variant }) => variant.position,
  price: ({ variant }) => variant.price,
  compareAtPrice: ({ variant }) => variant.compareAtPrice,
  inventoryPolicy: ({ variant }) => variant.inventoryPolicy,
  inventoryQuantity: ({ variant }) => variant.inventoryQuantity,
  sellableOnlineQuantity: ({ variant }) => variant.inventoryQuantity,
  availableForSale: ({ variant }) => isAvailable(variant),
  taxable: ({ variant }) => variant.taxable,
  createdAt: ({ product }) => product.createdAt,
  updatedAt: ({ variant }) => variant.updatedAt,
  selectedOptions: ({ product, variant }) =>
    product.options.map((option, index) => ({ name: option.name, value: variant.options[index] ?? '' })),
  image: ({ product, variant }) =>
    asImage(
      product.images.find((image) => image.id === variant.imageId),
      product.title,
    ),
  inventoryItem: ({ product, variant }) => asItem(product, variant),
  contextualPricing: ({ variant }, { context }, { shop }) => contextualPrice(shop, variant, context),
  product: ({ product }) => asProduct(product),
}

const InventoryItem: Fields<ItemSource> = {
  id: ({ variant }) => gid('InventoryItem', variant.inventoryItemId),
  legacyResourceId: ({ variant }) => String(variant.inventoryItemId),
  sku: ({ variant }) => variant.sku,
  tracked: ({ variant }) => variant.tracked,
  requiresShipping: ({ variant }) => variant.requiresShipping,
  unitCost: ({ variant }, _, { shop }) => (variant.cost === null ? null : moneyV2(variant.cost, shop.currency)),
  createdAt: ({ product }) => product.createdAt,
  updatedAt: ({ variant }) => variant.updatedAt,
  variant: ({ product, variant }) => asVariant(product, variant),
  variants: ({ product, variant }) => new ArrayListing([asVariant(product, variant)], () => variant.id),
  inventoryLevels: (source) => new ArrayListing([source], () => LOCATION_ID),
  locationsCount: () => ({ count: 1, precision: 'EXACT' }),
}

const InventoryLevel: Fields<ItemSource> = {
  id: ({ variant }) => `${gid('InventoryLevel', LOCATION_ID)}?inventory_item_id=${variant.inventoryItemId}`,
  isActive: () => true,
  item: ({ product, variant }) => asItem(product, variant),
  location: () => ({ id: gid('Location', LOCATION_ID), name: 'Warehouse' }),
  quantities: ({ variant }, { names }: { names: string[] }) => names.map((name) => ({ name, quantity: variant.inventoryQuantity })),
  updatedAt: ({ variant }) => variant.updatedAt,
}

const Collection: Fields<CollectionSource> = {
  id: ({ collection }) => gid('Collection', collection.id),
  legacyResourceId: ({ collection }) => String(collection.id),
  title: ({ collection }) => collection.title,
  handle: ({ collection }) => collection.handle,
  updatedAt: ({ collection }) => collection.updatedAt,
  image: () => null,
  ruleSet: ({ collection }) => collection.rules && { appliedDisjunctively: collection.rules.disjunctive, rules: collection.rules.rules },
  products: async ({ collection }, _, { simulator, shop }) =>
    new ArrayListing((await productsOf(simulator.store, shop.domain, collection)).map(asProduct), ({ product }) => product.id),
  productsCount: async ({ collection }, _, { simulator, shop }) => ({
    count: (await productsOf(simulator.store, shop.domain, collection)).length,
    precision: 'EXACT',
  }),
}

export const CATALOG_TYPES: Record<string, Fields<never>> = {
  Product,
  ProductVariant,
  InventoryItem,
  InventoryLevel,
  SellingPlanGroup,
  SellingPlan,
  SellingPlanRecurringBillingPolicy: rhythmFields,
  SellingPlanRecurringDeliveryPolicy: rhythmFields,
  SellingPlanFixedPricingPolicy: policyFields,
  SellingPlanRecurringPricingPolicy: { ...policyFields, afterCycle: ({ afterCycle }: SimPricingPolicy) => afterCycle },
  SellingPlanPricingPolicyPercentageValue: plain<{ percentage: number }>('percentage'),
  Collection,
  MediaPreviewImage: plain<{ image: unknown; status: string }>('image', 'status'),
  Image: plain<NonNullable<ReturnType<typeof asImage>>>('id', 'url', 'altText', 'width', 'height'),
  ProductOption: plain<{ id: string; name: string; position: number; values: string[] }>('id', 'name', 'position', 'values'),
  ProductPriceRangeV2: plain<ReturnType<typeof priceRange>>('minVariantPrice', 'maxVariantPrice'),
  ProductVariantContextualPricing: plain<ReturnType<typeof contextualPrice>>('price'),
  SelectedOption: plain<{ name: string; value: string }>('name', 'value'),
  Count: plain<{ count: number; precision: string }>('count', 'precision'),
  CollectionRuleSet: plain<{ appliedDisjunctively: boolean; rules: unknown }>('appliedDisjunctively', 'rules'),
  CollectionRule: plain<{ column: string; relation: string; condition: string }>('column', 'relation', 'condition'),
  Location: plain<{ id: string; name: string }>('id', 'name'),
  InventoryQuantity: plain<{ name: string; quantity: number }>('name', 'quantity'),
}

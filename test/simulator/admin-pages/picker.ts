import type { SimCollection, SimProduct, SimShop, SimVariant } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { isAvailable } from '../shop/products.ts'

const PAGE = 50

interface Choice {
  id: string
  title: string
  detail: string
  picture: string
  resource: object
}

/** What the resource picker lists: by search words, or exactly the given ids. */
export async function choices(simulator: Simulator, shop: SimShop, query: URLSearchParams): Promise<Choice[]> {
  const type = query.get('type')
  const ids = query
    .get('ids')
    ?.split(',')
    .map((id) => Number(id.split('/').at(-1)))
  if (type === 'collection') return collectionChoices(simulator, shop, query, ids)
  const wanted = ids ? await named(simulator, shop, type, ids) : await matching(simulator, shop, query)
  if (type === 'product')
    return wanted.map((product) => ({ ...face(product), id: gid('Product', product.id), resource: productResource(product) }))
  return wanted.flatMap((product) =>
    product.variants.filter(({ id }) => !ids || ids.includes(id)).map((variant) => variantChoice(product, variant)),
  )
}

const gid = (type: string, id: number): string => `gid://shopify/${type}/${id}`
const face = (product: SimProduct) => ({
  title: product.title,
  detail: `${product.variants.reduce((sum, one) => sum + one.inventoryQuantity, 0)} available`,
  picture: product.images[0]?.url ?? '',
})

async function named({ store }: Simulator, shop: SimShop, type: string | null, ids: readonly number[]): Promise<SimProduct[]> {
  const found = await Promise.all(
    ids.map((id) => (type === 'product' ? store.get(shop.domain, 'product', id) : store.find(shop.domain, 'product', `variant:${id}`))),
  )
  return [...new Map(found.filter((one) => one !== null).map((one) => [one.id, one])).values()]
}

async function matching({ store }: Simulator, shop: SimShop, query: URLSearchParams): Promise<SimProduct[]> {
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/)
  const statuses = [
    'ACTIVE',
    ...(query.get('draft') === 'false' ? [] : ['DRAFT']),
    ...(query.get('archived') === 'false' ? [] : ['ARCHIVED']),
  ]
  const found: SimProduct[] = []
  for await (const page of store.pages(shop.domain, 'product')) {
    found.push(
      ...page.filter(
        (one) =>
          statuses.includes(one.status) &&
          words.every((word) => `${one.title} ${one.productType} ${one.vendor}`.toLowerCase().includes(word)),
      ),
    )
    if (found.length >= PAGE) break
  }
  return found.slice(0, PAGE)
}

async function collectionChoices(
  { store }: Simulator,
  shop: SimShop,
  query: URLSearchParams,
  ids: number[] | undefined,
): Promise<Choice[]> {
  const all = await store.list(shop.domain, 'collection', { limit: 250 })
  const text = (query.get('q') ?? '').toLowerCase()
  return all
    .filter((one) => (ids ? ids.includes(one.id) : one.title.toLowerCase().includes(text)))
    .map((one) => ({
      id: gid('Collection', one.id),
      title: one.title,
      detail: one.rules ? 'automatic' : `${one.productIds.length} products`,
      picture: 'data:,',
      resource: collectionResource(one),
    }))
}

const imagesOf = (product: SimProduct) =>
  product.images.map((image) => ({ id: gid('ProductImage', image.id), altText: image.alt, originalSrc: image.url }))

function productResource(product: SimProduct): object {
  return {
    id: gid('Product', product.id),
    title: product.title,
    handle: product.handle,
    status: product.status,
    vendor: product.vendor,
    productType: product.productType,
    tags: product.tags,
    descriptionHtml: product.descriptionHtml,
    hasOnlyDefaultVariant: product.variants.length === 1 && product.variants[0]?.title === 'Default Title',
    images: imagesOf(product),
    options: product.options.map((option, index) => ({
      id: gid('ProductOption', product.id * 10 + index),
      name: option.name,
      position: index + 1,
      values: option.values,
    })),
    totalInventory: product.variants.reduce((sum, one) => sum + one.inventoryQuantity, 0),
    totalVariants: product.variants.length,
    tracksInventory: product.variants.some(({ tracked }) => tracked),
    variants: product.variants.map((variant) => variantResource(product, variant)),
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
    publishedAt: product.publishedAt,
    availablePublicationCount: product.publishedAt ? 1 : 0,
    templateSuffix: null,
  }
}

function variantResource(product: SimProduct, variant: SimVariant): object {
  const image = product.images.find(({ id }) => id === variant.imageId)
  return {
    id: gid('ProductVariant', variant.id),
    title: variant.title,
    displayName: variant.title === 'Default Title' ? product.title : `${product.title} - ${variant.title}`,
    sku: variant.sku,
    price: variant.price,
    compareAtPrice: variant.compareAtPrice,
    position: variant.position,
    availableForSale: isAvailable(variant),
    inventoryQuantity: variant.inventoryQuantity,
    inventoryPolicy: variant.inventoryPolicy,
    inventoryManagement: variant.tracked ? 'SHOPIFY' : 'NOT_MANAGED',
    inventoryItem: { id: gid('InventoryItem', variant.inventoryItemId) },
    image: image ? { id: gid('ProductImage', image.id), altText: image.alt, originalSrc: image.url } : null,
    product: { id: gid('Product', product.id), title: product.title, handle: product.handle, images: imagesOf(product) },
    requiresShipping: variant.requiresShipping,
    selectedOptions: variant.options.map((value) => ({ value })),
    taxable: variant.taxable,
    weight: variant.weightGrams,
    weightUnit: 'GRAMS',
    barcode: null,
    createdAt: product.createdAt,
    updatedAt: variant.updatedAt,
  }
}

const variantChoice = (product: SimProduct, variant: SimVariant): Choice => ({
  id: gid('ProductVariant', variant.id),
  title: product.title,
  detail: [
    variant.title === 'Default Title' ? [] : variant.title,
    variant.tracked ? `${variant.inventoryQuantity} available` : 'not tracked',
  ]
    .flat()
    .join(' · '),
  picture: product.images[0]?.url ?? '',
  resource: variantResource(product, variant),
})

const collectionResource = (collection: SimCollection): object => ({
  id: gid('Collection', collection.id),
  title: collection.title,
  handle: collection.handle,
  description: '',
  descriptionHtml: '',
  image: null,
  productsCount: collection.productIds.length,
  ruleSet: collection.rules ? { appliedDisjunctively: collection.rules.disjunctive, rules: collection.rules.rules } : null,
  sortOrder: 'BEST_SELLING',
  seo: { title: null, description: null },
  updatedAt: collection.updatedAt,
})

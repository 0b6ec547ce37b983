import { expect, test } from 'vitest'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { db } from '#app/platform/db.server.ts'
import { useDatabase } from '#test/platform/world.ts'
import { collectionNode, gidOf, productNodes } from './nodes.ts'
import { deliver, productPayload, variantPayload } from './payloads.ts'
import { at, customer, events, product, snapshotVersion, variant } from './reading.ts'
import { installedShop, useSmallShopify } from './small-shopify.ts'

await useDatabase('product_webhooks')
const shopify = useSmallShopify()

let counter = 0
const newShop = (currency?: string) => installedShop(`shop-${(counter += 1)}.myshopify.com`, currency)

test('products/create: product, variants, their images and stock', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/create', productPayload(1))
  expect(await product(shop)).toMatchObject({
    title: 'Product 1',
    handle: 'product-1',
    status: 'active',
    vendor: 'Acme',
    productType: 'Case',
    tags: ['blue', 'red'],
    imageUrl: 'https://cdn.test/front.png',
    imageAlt: 'front',
    published: true,
    updatedAt: new Date('2026-11-01T10:00:00Z'),
  })
  expect(await variant(shop)).toMatchObject({
    productId: '1',
    price: 1000n,
    stock: 5,
    oversell: false,
    imageUrl: 'https://cdn.test/back.png',
    inventoryItemId: '10',
  })
  expect(await events(shop)).toEqual(['catalog.changed'])
  expect(await snapshotVersion(shop)).toBe(1)
})

test.each([
  ['JPY', '1200', 1200n],
  ['KWD', '4.500', 4500n],
  ['EUR', '19.9', 1990n],
])('a price in %s counts in its own minor units', async (currency, price, units) => {
  const shop = await newShop(currency)
  await deliver(shop, 'products/create', productPayload(1, { variants: [variantPayload(10, { price })] }))
  expect(await variant(shop)).toMatchObject({ price: units })
})

test('the same product again tells nobody anything', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/create', productPayload(1))
  await deliver(shop, 'products/update', productPayload(1), at(1))
  expect(await snapshotVersion(shop)).toBe(1)
})

test('an older product does not replace a newer one', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/update', productPayload(1, { title: 'New', updated_at: at(5), variants: [variantPayload(11)] }), at(5))
  await deliver(shop, 'products/update', productPayload(1, { title: 'Old', updated_at: at(4) }), at(4))
  expect(await product(shop)).toMatchObject({ title: 'New' })
  expect(await variant(shop, '10')).toBeNull()
  expect(await variant(shop, '11')).not.toBeNull()
})

test('of two changes within one second the one that Shopify told later counts', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/update', productPayload(1, { title: 'Second' }), '2026-11-01T10:00:00.700Z')
  await deliver(shop, 'products/update', productPayload(1, { title: 'First' }), '2026-11-01T10:00:00.300Z')
  expect(await product(shop)).toMatchObject({ title: 'Second' })
})

test('a variant that the product no longer has is gone', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/create', productPayload(1, { variants: [variantPayload(10), variantPayload(11)] }))
  await deliver(shop, 'products/update', productPayload(1, { updated_at: at(1), variants: [variantPayload(11)] }), at(1))
  expect(await variant(shop, '10')).toBeNull()
  expect(await variant(shop, '11')).not.toBeNull()
})

test('more than a hundred variants: the payload names them all, the Admin API tells the rest', async () => {
  const shop = await newShop()
  const variants = Array.from({ length: 130 }, (_, index) => ({ id: 1_000 + index }))
  shopify.put(...productNodes(1, { variants, updatedAt: at(0) }))
  const named = variants.map(({ id }) => ({ admin_graphql_api_id: gidOf('ProductVariant', id) }))
  const told = variants.slice(0, 100).map(({ id }) => variantPayload(id))
  await deliver(shop, 'products/update', productPayload(1, { variants: told, variant_gids: named }))
  expect(await db.variant.count({ where: { shop } })).toBe(100)
  await refreshCatalog({ shop })
  expect(await db.variant.count({ where: { shop } })).toBe(130)
})

test('a deleted product does not come back with a late update, nor into a collection', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/delete', { id: '1' }, at(5))
  await deliver(shop, 'products/create', productPayload(1), at(1))
  expect(await product(shop)).toMatchObject({ deletedAt: new Date(at(5)) })
  expect(await variant(shop)).toBeNull()
  shopify.put(collectionNode(5, [1]))
  await deliver(shop, 'collections/update', { id: '5', title: 'All', handle: 'all', updated_at: at(6) }, at(6))
  await refreshCatalog({ shop })
  expect(await db.collectionProduct.count({ where: { shop } })).toBe(0)
})

test('inventory_levels/update: stock is the sum over all locations, as the Admin API says', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/create', productPayload(1))
  shopify.put(...productNodes(1, { variants: [{ id: 10, stock: 0 }] }))
  await deliver(shop, 'inventory_levels/update', { inventory_item_id: '10', location_id: '1', available: 0, updated_at: at(1) }, at(1))
  const before = await snapshotVersion(shop)
  await refreshCatalog({ shop })
  expect(await variant(shop)).toMatchObject({ stock: 0 })
  expect(await snapshotVersion(shop)).toBeGreaterThan(before ?? 0)
  expect(await db.stale.count({ where: { shop } })).toBe(0)
})

test('inventory_items/update: cost, tracking and shipping', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/create', productPayload(1))
  await deliver(shop, 'inventory_items/update', { id: '10', cost: '4.20', tracked: false, requires_shipping: false, updated_at: at(1) })
  expect(await variant(shop)).toMatchObject({ cost: 420n, tracked: false, shippable: false })
})

test('an item whose product we have never seen brings the product', async () => {
  const shop = await newShop()
  shopify.put(...productNodes(3, { variants: [{ id: 30, cost: '2.50' }] }))
  await deliver(shop, 'inventory_items/update', { id: '30', cost: '2.50', tracked: true, requires_shipping: true, updated_at: at(1) })
  await refreshCatalog({ shop })
  expect(await product(shop, '3')).toMatchObject({ title: 'Product 3' })
  expect(await variant(shop, '30')).toMatchObject({ cost: 250n })
})

test('a changed product may have entered or left automatic collections', async () => {
  const shop = await newShop()
  shopify.put(
    ...productNodes(1, { collectionIds: [5, 6] }),
    collectionNode(5, [1], { ruleSet: { appliedDisjunctively: true } }),
    collectionNode(6, [1]),
  )
  await deliver(shop, 'products/create', productPayload(1))
  await refreshCatalog({ shop })
  const memberships = async () =>
    (await db.collectionProduct.findMany({ where: { shop, productId: '1' } })).map((one) => one.collectionId).sort()
  expect(await memberships()).toEqual(['5', '6'])
  expect(await db.collection.findMany({ where: { shop }, orderBy: { id: 'asc' } })).toMatchObject([
    { automatic: true },
    { automatic: false },
  ])
  shopify.put(...productNodes(1, { collectionIds: [6] }))
  await deliver(shop, 'products/update', productPayload(1, { tags: 'grey', updated_at: at(3) }), at(3))
  await refreshCatalog({ shop })
  expect(await memberships()).toEqual(['6'])
})

test('a deleted collection is empty', async () => {
  const shop = await newShop()
  shopify.put(...productNodes(1), collectionNode(5, [1]))
  await deliver(shop, 'collections/create', { id: '5', title: 'All', handle: 'all', updated_at: at(1) }, at(1))
  await refreshCatalog({ shop })
  expect(await db.collectionProduct.count({ where: { shop } })).toBe(1)
  await deliver(shop, 'collections/delete', { id: '5' }, at(2))
  expect(await db.collectionProduct.count({ where: { shop } })).toBe(0)
})

test('what is gone at Shopify when we come to read it is gone here', async () => {
  const shop = await newShop()
  await deliver(shop, 'products/create', productPayload(8, { variants: [variantPayload(80)] }))
  shopify.nodes.clear()
  await deliver(shop, 'customers/update', { id: '77' })
  await refreshCatalog({ shop })
  expect(await product(shop, '8')).toMatchObject({ deletedAt: expect.any(Date) })
  expect(await customer(shop, '77')).toMatchObject({ deletedAt: expect.any(Date) })
})

test('a hundred changed items are read in two questions', async () => {
  const shop = await newShop()
  const variants = Array.from({ length: 100 }, (_, index) => ({ id: 2_000 + index }))
  shopify.put(...productNodes(1, { variants }))
  await deliver(shop, 'products/create', productPayload(1, { variants: variants.map(({ id }) => variantPayload(id)) }))
  await refreshCatalog({ shop })
  shopify.asked.splice(0)
  for (const { id } of variants)
    await deliver(shop, 'inventory_levels/update', { inventory_item_id: String(id), location_id: '1', available: 1, updated_at: at(1) })
  await refreshCatalog({ shop })
  expect(shopify.asked).toEqual(['ReadItems', 'ReadItems'])
})

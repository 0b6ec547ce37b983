import { expect, test } from 'vitest'
import { refreshCatalog } from '#app/catalog/refresh.server.ts'
import { db } from '#app/platform/db.server.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { collectionNode, customerNode, gidOf, orderNode, productNodes, transactionNode } from './nodes.ts'
import { deliver, linePayload, money, orderPayload, productPayload, refundPayload, transactionPayload, variantPayload } from './payloads.ts'
import { installedShop, useSmallShopify } from './small-shopify.ts'

await useDatabase('catalog_webhooks')
const shopify = useSmallShopify()

let counter = 0
const newShop = (currency?: string) => installedShop(`shop-${(counter += 1)}.myshopify.com`, currency)
const product = (shop: string, id = '1') => db.product.findUnique({ where: { shop_id: { shop, id } } })
const variant = (shop: string, id = '10') => db.variant.findUnique({ where: { shop_id: { shop, id } } })
const order = (shop: string, id = '9') => db.order.findUnique({ where: { shop_id: { shop, id } } })
const customer = (shop: string, id = '7') => db.customer.findUnique({ where: { shop_id: { shop, id } } })
const snapshotVersion = async (shop: string) => (await db.shop.findUnique({ where: { shop } }))?.snapshotVersion
const events = async (shop: string) => {
  const jobs = await rows<{ payload: { event: string } }>(`select payload from graphile_worker._private_jobs where key like 'announce-event%' and key like $1`, [`%"${shop}"%`])
  return [...new Set(jobs.map(({ payload }) => payload.event))].sort()
}
const at = (minute: number) => `2026-11-01T10:${String(minute).padStart(2, '0')}:00Z`

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
  expect(await variant(shop)).toMatchObject({ productId: '1', price: 1000n, stock: 5, oversell: false, imageUrl: 'https://cdn.test/back.png', inventoryItemId: '10' })
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
  shopify.put(...productNodes(1, { collectionIds: [5, 6] }), collectionNode(5, [1], { ruleSet: { appliedDisjunctively: true } }), collectionNode(6, [1]))
  await deliver(shop, 'products/create', productPayload(1))
  await refreshCatalog({ shop })
  const memberships = async () => (await db.collectionProduct.findMany({ where: { shop, productId: '1' } })).map((one) => one.collectionId).sort()
  expect(await memberships()).toEqual(['5', '6'])
  expect(await db.collection.findMany({ where: { shop }, orderBy: { id: 'asc' } })).toMatchObject([{ automatic: true }, { automatic: false }])
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

test('customers: what no payload tells is read, what one tells is taken from it', async () => {
  const shop = await newShop()
  shopify.put(customerNode(7, { tags: ['vip'], locale: 'ar', numberOfOrders: '2' }))
  await deliver(shop, 'customers/create', { id: '7', updated_at: at(0) })
  await refreshCatalog({ shop })
  expect(await customer(shop)).toMatchObject({ tags: ['vip'], locale: 'ar', orderCount: 2, spent: 1000n })
  const future = new Date(Date.now() + 60_000).toISOString()
  const summary = { customerId: gidOf('Customer', 7), numberOfOrders: 3, amountSpent: { amount: '55.50', currencyCode: 'EUR' }, occurredAt: future }
  await deliver(shop, 'customers/purchasing_summary', summary)
  await deliver(shop, 'customer.tags_added', { customerId: gidOf('Customer', 7), tags: ['b2b'], occurredAt: future })
  await deliver(shop, 'customer.tags_removed', { customerId: gidOf('Customer', 7), tags: ['vip'], occurredAt: future })
  expect(await customer(shop)).toMatchObject({ tags: ['b2b'], orderCount: 3, spent: 5550n })
  expect(await snapshotVersion(shop)).toBe(0)
  await deliver(shop, 'customers/delete', { id: '7' })
  expect(await customer(shop)).toMatchObject({ tags: [], deletedAt: expect.any(Date) })
})

test('orders/create: the facts that rules ask about', async () => {
  const shop = await newShop()
  const line = linePayload(90, { quantity: 2, current_quantity: 2, discount_allocations: [{ amount_set: money('1.00') }, { amount_set: money('2.50') }], total_discount_set: money('2.50') })
  await deliver(shop, 'orders/create', orderPayload(9, { line_items: [line], discount_codes: [{ code: 'HELLO' }], taxes_included: true }))
  expect(await order(shop)).toMatchObject({
    name: '#9',
    customerId: '7',
    checkoutToken: 'token-9',
    sourceName: 'web',
    total: 1000n,
    originalTotal: 1000n,
    gateways: ['shopify_payments'],
    country: 'DE',
    shippable: true,
    taxesIncluded: true,
    discountCodes: ['HELLO'],
    financialStatus: 'paid',
  })
  expect(await db.orderLine.findMany({ where: { shop } })).toMatchObject([{ id: '90', quantity: 2, unitPrice: 1000n, discount: 350n, tax: 160n }])
  expect(await events(shop)).toEqual(['order.changed'])
  expect(await snapshotVersion(shop)).toBe(0)
})

test('no shipping address: nothing to ship', async () => {
  const shop = await newShop()
  await deliver(shop, 'orders/create', orderPayload(9, { shipping_address: null }))
  expect(await order(shop)).toMatchObject({ country: null, shippable: false })
})

test('the original total is that of the oldest payload, in whatever order they come', async () => {
  const shop = await newShop()
  const edited = { total_price_set: money('25.00'), current_total_price_set: money('25.00'), updated_at: at(2) }
  await deliver(shop, 'orders/updated', orderPayload(9, edited), at(2))
  await deliver(shop, 'orders/create', orderPayload(9), at(0))
  expect(await order(shop)).toMatchObject({ total: 2500n, originalTotal: 1000n })
})

test('orders/edited: the whole order is read, and what the Admin API calls the original total is the truth', async () => {
  const shop = await newShop()
  await deliver(shop, 'orders/updated', orderPayload(9, { total_price_set: money('25.00'), updated_at: at(2) }), at(2))
  const bags = { currentTotalPriceSet: { shopMoney: { amount: '25.00', currencyCode: 'EUR' } }, updatedAt: at(3) }
  shopify.put(orderNode(9, { lines: [{ id: 90 }, { id: 91, price: '15.00' }], ...bags }))
  await deliver(shop, 'orders/edited', { order_edit: { id: '1', order_id: '9', line_items: { additions: [{ id: '91', delta: 1 }], removals: [] } } })
  await refreshCatalog({ shop })
  expect(await order(shop)).toMatchObject({ total: 2500n, originalTotal: 1000n })
  expect(await db.orderLine.count({ where: { shop, orderId: '9' } })).toBe(2)
})

test('order_transactions/create: the amount at once, the wallet when the Admin API has told it', async () => {
  const shop = await newShop()
  const apple = transactionNode(900, { paymentDetails: { __typename: 'CardPaymentDetails', wallet: 'APPLE_PAY' } })
  shopify.put(orderNode(9, { transactions: [apple] }))
  await deliver(shop, 'order_transactions/create', transactionPayload(900, 9))
  const transaction = () => db.orderTransaction.findFirst({ where: { shop } })
  expect(await transaction()).toMatchObject({ kind: 'sale', amount: 1000n, wallet: null, detailsRead: false })
  await refreshCatalog({ shop })
  expect(await transaction()).toMatchObject({ wallet: 'APPLE_PAY', method: 'CardPaymentDetails', detailsRead: true })
  await deliver(shop, 'order_transactions/create', transactionPayload(900, 9))
  expect(await transaction()).toMatchObject({ wallet: 'APPLE_PAY', detailsRead: true })
  expect(await events(shop)).toEqual(['order.changed', 'transaction.recorded'])
})

test.each([
  [true, 672n],
  [false, 800n],
])('refunds/create before its order; prices contain the tax: %s', async (taxesIncluded, subtotal) => {
  const shop = await newShop()
  await deliver(shop, 'refunds/create', refundPayload(70, 9, 90))
  await deliver(shop, 'orders/updated', orderPayload(9, { taxes_included: taxesIncluded }))
  expect(await db.refundLine.findMany({ where: { shop } })).toMatchObject([{ orderId: '9', refundId: '70', lineId: '90', quantity: 1, subtotal, tax: 128n }])
  expect(await db.orderTransaction.findMany({ where: { shop } })).toMatchObject([{ id: '700', kind: 'refund', amount: 928n }])
})

test('a refund inside an order is the same refund', async () => {
  const shop = await newShop()
  await deliver(shop, 'orders/updated', orderPayload(9, { refunds: [refundPayload(70, 9, 90)] }))
  await deliver(shop, 'refunds/create', refundPayload(70, 9, 90))
  expect(await db.refundLine.count({ where: { shop } })).toBe(1)
  expect(await db.refund.findMany({ where: { shop } })).toMatchObject([{ id: '70', linesRead: true }])
})

test('checkouts/update: what only a checkout tells', async () => {
  const shop = await newShop()
  const body = {
    token: 'abc',
    customer: { id: '7' },
    discount_codes: [{ code: 'HELLO', amount: '1.00', type: 'percentage' }],
    shipping_lines: [{ title: 'Express', code: 'express' }],
    landing_site: '/products/phone',
    source_name: 'web',
    updated_at: at(2),
  }
  await deliver(shop, 'checkouts/update', body, at(2))
  await deliver(shop, 'checkouts/create', { ...body, discount_codes: [], updated_at: at(1) }, at(1))
  expect(await db.checkout.findMany({ where: { shop } })).toMatchObject([
    { token: 'abc', customerId: '7', discountCodes: ['HELLO'], shippingMethod: 'Express', landingPage: '/products/phone', sourceName: 'web' },
  ])
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
  for (const { id } of variants) await deliver(shop, 'inventory_levels/update', { inventory_item_id: String(id), location_id: '1', available: 1, updated_at: at(1) })
  await refreshCatalog({ shop })
  expect(shopify.asked).toEqual(['ReadItems', 'ReadItems'])
})

import { expect, test } from 'vitest'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { readSoldOut } from '#app/catalog/sold-out.server.ts'
import { readVariants } from '#app/catalog/offered.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { markStale } from '#app/catalog/mirror/stale.server.ts'
import type { SimProduct } from '#test/simulator/model.ts'
import { useDatabase } from '#test/platform/world.ts'
import { useSimulator } from './simulated.ts'

await useDatabase('sold_out')
const { simulator, install } = await useSimulator('sold_out_shopify')
const SHOP = 'aurora.myshopify.com'
await install(SHOP)

/** A product that our mirror has read, and its first variant; what happens to it then no webhook tells. */
async function mirrored(at: number) {
  const product = (await simulator.store.list(SHOP, 'product', { limit: 20 }))[at]!
  await change(product, (one) => ({ ...one, status: 'ACTIVE', variants: one.variants.map((each) => ({ ...each, inventoryQuantity: 5 })) }))
  await transact((tx) => markStale(tx, SHOP, 'product', [String(product.id)]))
  await refreshCatalog({ shop: SHOP })
  return { product, variantId: String(product.variants[0]!.id) }
}
const change = ({ id }: SimProduct, how: (product: SimProduct) => SimProduct) => simulator.store.update(SHOP, 'product', id, how)
const ours = async (variantId: string) => (await readVariants(SHOP, [variantId]))[0]

test('what is for sale is not sold out, and leaves no trace', async () => {
  const { variantId } = await mirrored(0)
  expect(await readSoldOut(SHOP, [variantId])).toEqual([])
  expect(await readSoldOut(SHOP, [])).toEqual([])
  expect(await db.stale.count()).toBe(0)
})

test('sold out a second ago: said at once, and noted to be read again', async () => {
  const { product, variantId } = await mirrored(1)
  const policy = { tracked: true, inventoryPolicy: 'DENY', inventoryQuantity: 0 } as const
  await change(product, (one) => ({ ...one, variants: one.variants.map((each) => ({ ...each, ...policy })) }))
  expect(await readSoldOut(SHOP, [variantId])).toEqual([variantId])
  expect(await db.stale.findMany()).toMatchObject([{ kind: 'product', id: String(product.id) }])
  await refreshCatalog({ shop: SHOP })
  expect(await ours(variantId)).toMatchObject({ stock: 0 })
  expect(await readSoldOut(SHOP, [variantId])).toEqual([variantId])
  expect(await db.stale.count()).toBe(0)
})

test.each<[string, Partial<SimProduct>, object]>([
  ['archived', { status: 'ARCHIVED' }, { status: 'archived' }],
  ['unpublished', { publishedAt: null }, { published: false }],
])('%s a second ago: our mirror knows it before the answer', async (_, happens, expected) => {
  const { product, variantId } = await mirrored(2)
  await change(product, (one) => ({ ...one, publishedAt: one.publishedAt ?? new Date().toISOString() }))
  await change(product, (one) => ({ ...one, ...happens }))
  expect(await readSoldOut(SHOP, [variantId])).toEqual([])
  expect(await ours(variantId)).toMatchObject(expected)
})

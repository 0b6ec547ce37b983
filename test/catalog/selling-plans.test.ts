import { expect, test } from 'vitest'
import { readSellingPlans } from '#app/catalog/selling-plans.server.ts'
import { useDatabase } from '#test/platform/world.ts'
import { useSimulator } from './simulated.ts'

await useDatabase('selling_plans')
const { simulator, install } = await useSimulator('selling_plans_shopify')
const SHOP = 'aurora.myshopify.com'

test('the plans that all of the products have are told by name', async () => {
  await install(SHOP)
  const products = await simulator.store.list(SHOP, 'product', { limit: 10_000 })
  const [one, two] = products.filter(({ sellingPlans }) => sellingPlans)
  const without = products.find(({ sellingPlans }) => !sellingPlans)
  const ids = (...chosen: ({ id: number } | undefined)[]) => chosen.map((product) => String(product?.id))
  const every = { id: '600000101', name: 'Every 3 months, 10 % off', group: 'Subscribe and save' }
  expect(await readSellingPlans(SHOP, ids(one, two))).toEqual([every, expect.objectContaining({ id: '600000102' })])
  expect(await readSellingPlans(SHOP, ids(one, without))).toEqual([])
  expect(await readSellingPlans(SHOP, [])).toEqual([])
})

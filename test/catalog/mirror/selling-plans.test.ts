import { expect, test } from 'vitest'
import { readPlans } from '#app/catalog/offered.server.ts'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { readSellingPlans, recheckPlans, watchPlans } from '#app/catalog/mirror/selling-plans.server.ts'
import { catalogTopics } from '#app/catalog/mirror/webhooks.server.ts'
import type { Delivered } from '#app/platform/deliveries.server.ts'
import { byPlan as charged } from '#test/simulator/checkout/plan.ts'
import { byPlan } from '#app/offers/plan-price.ts'
import type { SimPricingPolicy } from '#test/simulator/model.ts'
import { changePlan } from '#test/simulator/shop/selling-plans.ts'
import { useDatabase } from '#test/platform/world.ts'
import { useSimulator } from '../simulated.ts'

await useDatabase('selling_plans')
const { simulator, install } = await useSimulator('selling_plans_shopify')
const SHOP = 'aurora.myshopify.com'
const shop = await install(SHOP)

const first = (policy: object) => ({ afterCycle: null, ...policy }) as SimPricingPolicy
const later = (afterCycle: number, policy: object) => ({ afterCycle, ...policy }) as SimPricingPolicy
const percent = (percentage: number) => ({ adjustmentType: 'PERCENTAGE', percentage })
const off = (amount: string) => ({ adjustmentType: 'FIXED_AMOUNT', amount })
const price = (amount: string) => ({ adjustmentType: 'PRICE', amount })

test('the plans that all of the products have are told by name', async () => {
  const products = await simulator.store.list(SHOP, 'product', { limit: 10_000 })
  const [one, two] = products.filter(({ sellingPlans }) => sellingPlans)
  const without = products.find(({ sellingPlans }) => !sellingPlans)
  const ids = (...chosen: ({ id: number } | undefined)[]) => chosen.map((product) => String(product?.id))
  const every = {
    id: '600000101',
    name: 'Every 3 months, 10 % off',
    group: 'Subscribe and save',
    price: { kind: 'percentage', percent: 10 },
    payment: 'each-delivery',
  }
  expect(await readSellingPlans(SHOP, ids(one, two))).toEqual([every, expect.objectContaining({ id: '600000102' })])
  expect(await readSellingPlans(SHOP, ids(one, without))).toEqual([])
  expect(await readSellingPlans(SHOP, [])).toEqual([])
})

const monthly = (intervalCount: number) => ({ interval: 'MONTH' as const, intervalCount })
const weekly = (intervalCount: number) => ({ interval: 'WEEK' as const, intervalCount })
test.each([
  ['with each delivery', { delivery: monthly(3) }, 'each-delivery'],
  ['ahead for three of them', { delivery: monthly(1), billing: monthly(3) }, 'ahead'],
  ['ahead, told in another unit', { delivery: weekly(1), billing: monthly(1) }, 'ahead'],
  ['with each, told in another unit', { delivery: weekly(4), billing: monthly(1) }, 'each-delivery'],
  ['in part at the checkout', { billing: 'fixed' as const }, 'later'],
])('a plan is paid %s', async (_, rhythm, payment) => {
  const [holder] = await simulator.store.matching(SHOP, 'product', 'plan:600000101')
  await changePlan(simulator, shop, 600_000_101, (plan) => ({ ...plan, ...rhythm }))
  expect((await readSellingPlans(SHOP, [String(holder!.id)]))[0]).toMatchObject({ id: '600000101', payment })
  await simulator.store.put(SHOP, 'product', holder!)
})

test.each([
  ['without a policy the price is the listed one', [], 1_999],
  ['a percentage is off the listed price, rounded to the cent', [first(percent(15))], 1_699],
  ['an amount is off each', [first(off('2.50'))], 1_749],
  ['an amount is never more than the price', [first(off('25.00'))], 0],
  ['a price stands in its place', [first(price('12.34'))], 1_234],
  ['what comes later leaves the first delivery alone', [first(percent(50)), later(3, percent(10))], 999],
  ['what comes later on its own, too', [later(1, percent(10))], 1_999],
  ['what comes after no delivery at all is in force from the start', [first(percent(50)), later(0, percent(10))], 1_799],
])('%s, with us as at Shopify', async (_, pricingPolicies, pays) => {
  await changePlan(simulator, shop, 600_000_102, (plan) => ({ ...plan, pricingPolicies }))
  await watchPlans(async () => ['600000102'])({ shop: SHOP })
  await recheckPlans({ shop: SHOP })
  await refreshCatalog({ shop: SHOP })
  const plan = (await readPlans(SHOP, ['600000102'])).get('600000102')
  expect(plan === 'gone' ? plan : byPlan(1_999, plan)).toBe(pays)
  expect(charged(1_999, { pricingPolicies }, 'EUR')).toBe(pays)
})

test('a plan that is no longer paid with each delivery is not sold by, until it is again', async () => {
  const [holder] = await simulator.store.matching(SHOP, 'product', 'plan:600000101')
  const read = async () => {
    await watchPlans(async () => ['600000101'])({ shop: SHOP })
    await recheckPlans({ shop: SHOP })
    await refreshCatalog({ shop: SHOP })
    return (await readPlans(SHOP, ['600000101'])).get('600000101')
  }
  await changePlan(simulator, shop, 600_000_101, (plan) => ({ ...plan, delivery: monthly(1), billing: monthly(3) }))
  expect(await read()).toBe('gone')
  await simulator.store.put(SHOP, 'product', holder!)
  expect(await read()).toEqual({ kind: 'percentage', percent: 10 })
})

test('a plan that the shop’s subscriptions app has taken away is known to be gone, and one that comes back to be there', async () => {
  const [holder] = await simulator.store.matching(SHOP, 'product', 'plan:600000101')
  const read = async () => {
    await catalogTopics['selling_plan_groups/update']!({ shop: SHOP, body: {} } as Delivered)
    await refreshCatalog({ shop: SHOP })
    return (await readPlans(SHOP, ['600000101'])).get('600000101')
  }
  expect(await read()).toEqual({ kind: 'percentage', percent: 10 })
  await changePlan(simulator, shop, 600_000_101, () => null)
  expect(await read()).toBe('gone')
  await simulator.store.put(SHOP, 'product', holder!)
  expect(await read()).toEqual({ kind: 'percentage', percent: 10 })
})

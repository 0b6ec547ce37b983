import type { SimSellingPlan, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

/** What the shop's subscriptions app changes on one plan, wherever it is sold by; null: the plan goes. */
export async function changePlan(
  { store, announce }: Simulator,
  shop: SimShop,
  planId: number,
  change: (plan: SimSellingPlan) => SimSellingPlan | null,
): Promise<void> {
  const products = await store.matching(shop.domain, 'product', `plan:${planId}`)
  const plan = products[0]?.sellingPlans?.find(({ id }) => id === planId)
  if (!plan) return
  const changed = change(plan)
  for (const { id } of products)
    await store.update(shop.domain, 'product', id, (product) => ({
      ...product,
      sellingPlans: (product.sellingPlans ?? []).flatMap((one) => (one.id === planId ? (changed ?? []) : [one])),
    }))
  await announce(shop, 'selling_plan_groups/update', () => groupPayload(plan))
}

// What else this payload carries is not documented in what we hold; these have their names in the Admin API too.
const groupPayload = ({ groupId, group }: SimSellingPlan): object => ({
  id: groupId,
  admin_graphql_api_id: `gid://shopify/SellingPlanGroup/${groupId}`,
  name: group,
})

import type { SimProduct, SimSellingPlan, SimShop } from '../model.ts'
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

/** The shop's groups of plans, each with its plans and the products that it is sold with. */
export interface PlanGroup {
  id: number
  name: string
  plans: SimSellingPlan[]
  products: SimProduct[]
}

const AT_ONCE = 200

export async function listPlanGroups({ store }: Simulator, shop: SimShop): Promise<PlanGroup[]> {
  const groups = new Map<number, PlanGroup>()
  for (let after = 0; ;) {
    const products = await store.list(shop.domain, 'product', { limit: AT_ONCE, ...(after ? { after } : {}) })
    for (const product of products) sortInto(groups, product)
    after = products.at(-1)?.id ?? 0
    if (products.length < AT_ONCE) return [...groups.values()]
  }
}

function sortInto(groups: Map<number, PlanGroup>, product: SimProduct): void {
  for (const plan of product.sellingPlans ?? []) {
    const group = groups.get(plan.groupId) ?? { id: plan.groupId, name: plan.group, plans: [], products: [] }
    if (!group.plans.some(({ id }) => id === plan.id)) group.plans.push(plan)
    if (!group.products.some(({ id }) => id === product.id)) group.products.push(product)
    groups.set(plan.groupId, group)
  }
}

type NewPlan = Omit<SimSellingPlan, 'id' | 'groupId'>

/** What the shop's subscriptions app writes: a plan of a new group, or one more of a group by that name; all plans of a group go with all its products. */
export async function addPlan(
  simulator: Simulator,
  shop: SimShop,
  wanted: NewPlan,
  productIds: readonly number[],
): Promise<SimSellingPlan> {
  const { store, announce } = simulator
  const group = (await listPlanGroups(simulator, shop)).find(({ name }) => name === wanted.group)
  const plan = { ...wanted, id: await store.nextId(), groupId: group?.id ?? (await store.nextId()) }
  const plans = [...(group?.plans ?? []), plan]
  for (const id of new Set([...productIds, ...(group?.products ?? []).map((product) => product.id)]))
    await store.update(shop.domain, 'product', id, (product) => {
      const others = (product.sellingPlans ?? []).filter(({ groupId }) => groupId !== plan.groupId)
      return { ...product, sellingPlans: [...others, ...plans] }
    })
  await announce(shop, group ? 'selling_plan_groups/update' : 'selling_plan_groups/create', () => groupPayload(plan))
  return plan
}

/** The group goes, with all its plans; who subscribed before goes on as she does. */
export async function removePlanGroup(simulator: Simulator, shop: SimShop, groupId: number): Promise<void> {
  const group = (await listPlanGroups(simulator, shop)).find(({ id }) => id === groupId)
  const [plan] = group?.plans ?? []
  if (!group || !plan) return
  for (const { id } of group.products)
    await simulator.store.update(shop.domain, 'product', id, (product) => {
      const left = (product.sellingPlans ?? []).filter((one) => one.groupId !== groupId)
      const { sellingPlans: _, ...rest } = product
      return left.length > 0 ? { ...rest, sellingPlans: left } : rest
    })
  await simulator.announce(shop, 'selling_plan_groups/delete', () => groupPayload(plan))
}

// What else this payload carries is not documented in what we hold; these have their names in the Admin API too.
const groupPayload = ({ groupId, group }: SimSellingPlan): object => ({
  id: groupId,
  admin_graphql_api_id: `gid://shopify/SellingPlanGroup/${groupId}`,
  name: group,
})

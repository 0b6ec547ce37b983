import { NotModelled } from '../admin-api/refusals.ts'
import type { SimPricingPolicy, SimSellingPlan } from '../model.ts'
import { toMinor } from '../money.ts'

type Priced = (Pick<SimSellingPlan, 'pricingPolicies'> & Partial<SimSellingPlan>) | null | undefined

/** What one costs by a selling plan with the first delivery, in minor units. */
export function byPlan(listed: number, plan: Priced, currency: string): number {
  if (plan?.billing) throw new NotModelled('What a plan costs that is not paid with each delivery')
  const policy = policyAtStart(plan?.pricingPolicies ?? [])
  if (!policy) return listed
  if (policy.adjustmentType === 'PERCENTAGE') return listed - Math.round((listed * policy.percentage) / 100)
  const amount = toMinor(policy.amount, currency)
  return policy.adjustmentType === 'PRICE' ? amount : Math.max(0, listed - amount)
}

/** A recurring policy takes the fixed one's place after its cycle: after none of them it is in force from the start. */
const policyAtStart = (policies: readonly SimPricingPolicy[]): SimPricingPolicy | undefined =>
  policies.find(({ afterCycle }) => afterCycle === 0) ?? policies.find(({ afterCycle }) => afterCycle === null)

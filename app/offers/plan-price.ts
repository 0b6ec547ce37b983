import type { Step } from './step.ts'
import { percentageOf } from '#app/values/money.ts'

/** What a selling plan makes of a price with the first delivery; amounts in minor units of the shop's currency. */
export type PlanPrice = { kind: 'percentage'; percent: number } | { kind: 'amount-off'; amount: number } | { kind: 'price'; amount: number }

/** By the plan's id; null: it leaves the price as it is. Those that we have not read yet are missing. */
export type Plans = ReadonlyMap<string, PlanPrice | null | 'gone'>

export function byPlan(price: number, plan: PlanPrice | null | undefined): number {
  if (!plan) return price
  if (plan.kind === 'price') return plan.amount
  return plan.kind === 'percentage' ? price - percentageOf(price, plan.percent) : Math.max(0, price - plan.amount)
}

type Sold = Pick<Step, 'subscription'>

const planOf = ({ subscription }: Sold, plans: Plans | undefined) => (subscription ? plans?.get(subscription.sellingPlanId) : undefined)

/** What one costs as the step sells it, before the offer's own discount: by the step's selling plan where it has one. */
export function unitPriceOf(step: Sold, { price, plans }: { price: number; plans?: Plans | undefined }): number {
  const plan = planOf(step, plans)
  return byPlan(price, plan === 'gone' ? null : plan)
}

/** Whether Shopify has said that there is no such plan any more. */
export const isPlanGone = (
  step: Sold,
  offered: readonly { variantId: string }[],
  shelf: ReadonlyMap<string, { plans?: Plans | undefined }>,
): boolean => offered.some(({ variantId }) => planOf(step, shelf.get(variantId)?.plans) === 'gone')

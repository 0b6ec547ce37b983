import type { SimSellingPlan } from '../model.ts'

/** What one costs by a selling plan, in minor units. */
export const byPlan = (listed: number, plan: Pick<SimSellingPlan, 'percentOff'> | null | undefined): number =>
  listed - Math.round((listed * (plan?.percentOff ?? 0)) / 100)

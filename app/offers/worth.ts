import type { Shelf } from './availability.ts'
import type { OpenFunnel, OpenStep } from './funnel.ts'
import { unitPriceOf } from './plan-price.ts'
import { amountOff, priceOf, type StepProduct } from './step.ts'

/** How shoppers answered an offer so far. */
export interface Response {
  impressions: number
  acceptances: number
}
export type Responses = ReadonlyMap<string, Response>

const UNSEEN = 0.05 // What a shop that has shown nothing yet may hope for.
const AS_MUCH_AS = 50 // So many impressions of its own until an offer's record counts as much as the shop's mean.

/** Acceptances of an impression over all offers of the shop. */
export function meanOf(responses: Responses): number {
  let [seen, taken] = [0, 0]
  for (const { impressions, acceptances } of responses.values()) [seen, taken] = [seen + impressions, taken + acceptances]
  return (taken + UNSEEN * AS_MUCH_AS) / (seen + AS_MUCH_AS)
}

/** Shrunk toward the mean: three acceptances of four impressions are luck, 300 of 400 are not. */
export const expectedRate = ({ impressions, acceptances }: Response, mean: number): number =>
  (acceptances + mean * AS_MUCH_AS) / (impressions + AS_MUCH_AS)

const NONE: Response = { impressions: 0, acceptances: 0 }

/** What showing it once is expected to earn: its rate times what its first step brings, in minor units of the shop's currency. */
export function worthOf(offerId: string, funnel: OpenFunnel, shelf: Shelf, responses: Responses, mean = meanOf(responses)): number {
  return funnel.first ? expectedRate(responses.get(offerId) ?? NONE, mean) * earningOf(funnel.first, shelf) : 0
}

/** Margin where the cost of every piece is known, else price after discount. Of several to choose from the mean. */
export function earningOf(step: OpenStep, shelf: Shelf): number {
  const shown = step.items.kind === 'best' ? step.offered.slice(0, step.items.show) : step.offered
  if (shown.length === 0) return 0
  const total = shown.reduce((sum, product) => sum + earningOfProduct(step, product, shelf), 0)
  return step.items.kind === 'bundle' ? total : total / shown.length
}

function earningOfProduct(step: OpenStep, { variantId, quantity }: StepProduct, shelf: Shelf): number {
  const variant = shelf.get(variantId)
  const [price, cost] = [variant ? unitPriceOf(step, variant) : 0, variant?.cost ?? null]
  return (price - amountOff(priceOf(step), price) - (cost ?? 0)) * quantity
}

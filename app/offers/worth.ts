import type { Shelf } from './availability.ts'
import type { OpenFunnel, OpenStep } from './funnel.ts'
import { unitPriceOf } from './plan-price.ts'
import { amountOff, priceOf, type StepProduct } from './step.ts'

/** How shoppers answered an offer so far: orders that saw any of it, and those of them that took any of it. */
export interface Response {
  visits: number
  acceptedVisits: number
}
export type Responses = ReadonlyMap<string, Response>

const UNSEEN = 0.05 // What a shop that has shown nothing yet may hope for.
const AS_MUCH_AS = 50 // So many orders that saw it until an offer's record counts as much as the shop's mean.

/** How many of the orders that see an offer take it, over all offers of the shop. */
export function meanOf(responses: Responses): number {
  let [seen, taken] = [0, 0]
  for (const { visits, acceptedVisits } of responses.values()) [seen, taken] = [seen + visits, taken + acceptedVisits]
  return (taken + UNSEEN * AS_MUCH_AS) / (seen + AS_MUCH_AS)
}

/** Shrunk toward the mean: three orders of four are luck, 300 of 400 are not. */
export const expectedRate = ({ visits, acceptedVisits }: Response, mean: number): number =>
  (acceptedVisits + mean * AS_MUCH_AS) / (visits + AS_MUCH_AS)

const NONE: Response = { visits: 0, acceptedVisits: 0 }

/** What an order that meets it is expected to earn: its rate times what its first step brings, in minor units of the shop's currency. */
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

import type { Shelf } from './availability.ts'
import { stepOf, type OpenFunnel, type OpenStep } from './funnel.ts'
import { unitPriceOf } from './plan-price.ts'
import { amountOff, priceOf, type StepProduct } from './step.ts'

/** How shoppers answered a step so far: orders that saw it, those of them that took it, and those that declined it. */
export interface Response {
  visits: number
  acceptedVisits: number
  declines: number
}
/** By offer, then by step. */
export type Responses = ReadonlyMap<string, Readonly<Record<string, Response>>>

/** Of the orders that see a step, how many take it and how many decline it and so see what comes then. The rest leave. */
export interface Rates {
  taken: number
  declined: number
}

const UNSEEN: Rates = { taken: 0.05, declined: 0.5 } // What a shop that has shown nothing yet may hope for.
const AS_MUCH_AS = 50 // So many orders that saw it until a step's record counts as much as the shop's mean.

/** How the shop's steps are answered, all of them together. */
export function meanOf(responses: Responses): Rates {
  const all: Response = { visits: 0, acceptedVisits: 0, declines: 0 }
  for (const steps of responses.values())
    for (const { visits, acceptedVisits, declines } of Object.values(steps)) {
      all.visits += visits
      all.acceptedVisits += acceptedVisits
      all.declines += declines
    }
  return expectedRates(all, UNSEEN)
}

/** Shrunk toward the mean: three orders of four are luck, 300 of 400 are not. */
export function expectedRates({ visits, acceptedVisits, declines }: Response, mean: Rates): Rates {
  const rate = (count: number, usual: number) => Math.min(1, (count + usual * AS_MUCH_AS) / (visits + AS_MUCH_AS))
  const taken = rate(acceptedVisits, mean.taken)
  // Who declined on one page may have taken it on another.
  return { taken, declined: Math.min(1 - taken, rate(declines, mean.declined)) }
}

const NONE: Response = { visits: 0, acceptedVisits: 0, declines: 0 }

/**
 * What an order that meets the offer is expected to earn, in minor units of the shop's currency: of each step its own rate times what it
 * brings, and what follows for who takes it and for who declines it. So a step that is new or sold out spoils no other's record.
 */
export function worthOf(offerId: string, funnel: OpenFunnel, shelf: Shelf, responses: Responses, mean = meanOf(responses)): number {
  const answers = responses.get(offerId)
  const known = new Map<string, number>()
  const worthFrom = (id: string | null): number => {
    const step = stepOf(funnel.steps, id)
    return step ? (known.get(step.id) ?? worthOfStep(step)) : 0
  }
  const worthOfStep = (step: OpenStep): number => {
    const { taken, declined } = expectedRates(answers?.[step.id] ?? NONE, mean)
    const worth = taken * (earningOf(step, shelf) + worthFrom(step.onAccept)) + declined * worthFrom(step.onDecline)
    known.set(step.id, worth)
    return worth
  }
  return worthFrom(funnel.first?.id ?? null)
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

import { whyUnavailable, type OfferedVariant, type Unavailable } from './availability.ts'
import type { OfferDefinition } from './offer.ts'
import { namedProducts, type Step } from './step.ts'

export type Shelf = ReadonlyMap<string, OfferedVariant>

/** The steps that can be shown now and the ways between them. */
export interface OpenFunnel {
  first: Step | null // null: nothing of the offer can be sold
  steps: readonly Step[] // onAccept and onDecline lead only to steps in here
  closed: readonly { stepId: string; because: Unavailable }[]
}

/** A step is one bundle: it is shown whole or not at all. Who would come to a closed step goes on as if she had declined it. */
export function openFunnel({ steps }: OfferDefinition, shelf: Shelf): OpenFunnel {
  const closed = steps.flatMap((step) => {
    const because = whyClosed(step, shelf)
    return because ? [{ stepId: step.id, because }] : []
  })
  if (closed.length === 0) return { first: steps[0] ?? null, steps, closed }
  const shut = new Set(closed.map(({ stepId }) => stepId))
  const goOn = (id: string | null): string | null => {
    const step = stepOf(steps, id)
    return step && shut.has(step.id) ? goOn(step.onDecline) : (step?.id ?? null)
  }
  const open = steps
    .filter((step) => !shut.has(step.id))
    .map((step) => ({ ...step, onAccept: goOn(step.onAccept), onDecline: goOn(step.onDecline) }))
  return { first: stepOf(open, goOn(steps[0]?.id ?? null)), steps: open, closed }
}

export const stepOf = (steps: readonly Step[], id: string | null): Step | null => steps.find((step) => step.id === id) ?? null

export function whyClosed(step: Step, shelf: Shelf): Unavailable | null {
  if (step.items.kind === 'best') return 'sold-out'
  for (const { variantId, quantity } of namedProducts(step)) {
    const because = whyUnavailable(shelf.get(variantId), quantity)
    if (because) return because
  }
  return null
}

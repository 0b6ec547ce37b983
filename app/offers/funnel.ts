import type { Shelf, Unavailable } from './availability.ts'
import { takesNoBudget, stopsAt, type Use } from './caps.ts'
import { offeredNow, type Ranked } from './offered.ts'
import type { OfferDefinition } from './offer.ts'
import { isPlanGone } from './plan-price.ts'
import type { Step, StepProduct } from './step.ts'

/** A step with what can be sold of it; of a best match its candidates, until `fitFunnel` takes those that fit one purchase. */
export interface OpenStep extends Step {
  offered: readonly StepProduct[]
}

export type WhyClosed =
  | Unavailable
  | 'cap-reached' // the offer has been accepted as often as it may
  | 'budget-reached' // it has given its budget away
  | 'had-enough' // she has accepted it as often as one shopper may
  | 'met-before' // she has met it on another surface, or answered it
  | 'plan-gone' // Shopify knows its selling plan no more, or takes its money otherwise than with each delivery
  | 'in-order' // she has just bought it, or met it elsewhere
  | 'nothing-fits' // a best match found nothing that she has not had
  | 'order-has-subscription' // Shopify adds no second one

export interface Closed {
  stepId: string
  because: WhyClosed
}

/** The steps that can be shown and the ways between them. */
export interface OpenFunnel {
  first: OpenStep | null // null: nothing of the offer can be sold
  steps: readonly OpenStep[] // onAccept and onDecline lead only to steps in here
  closed: readonly Closed[]
}

/** What a step can be sold from: products and prices, the order of best matches, and what is left of the offer's limits. */
export interface Ground {
  shelf: Shelf
  ranked?: Ranked | undefined
  use?: Use | undefined
}

/** What can be sold to anybody now. A bundle is shown whole or not at all. */
export function openFunnel({ steps, caps }: OfferDefinition, { shelf, ranked = NOTHING, use }: Ground): OpenFunnel {
  const stop = use ? stopsAt(caps, use) : null
  const closed: Closed[] = []
  const open = steps.flatMap((step): OpenStep[] => {
    const { offered, because } = offeredNow(step.items, shelf, ranked)
    const stopped = stop && (stop === 'total' || !takesNoBudget(step)) ? STOPPED[stop] : null
    const closing = because ?? (isPlanGone(step, offered, shelf) ? 'plan-gone' : stopped)
    if (closing) closed.push({ stepId: step.id, because: closing })
    return closing ? [] : [{ ...step, offered }]
  })
  return connect(steps, open, closed)
}

const STOPPED = { total: 'cap-reached', budget: 'budget-reached' } as const

const NOTHING: Ranked = new Map()

/** Who would come to a closed step goes on as if she had declined it. */
export function connect(all: readonly Step[], open: readonly OpenStep[], closed: readonly Closed[]): OpenFunnel {
  const goOn = (id: string | null): string | null => {
    const step = stepOf(all, id)
    return step && !stepOf(open, id) ? goOn(step.onDecline) : (step?.id ?? null)
  }
  if (closed.length === 0) return { first: open[0] ?? null, steps: open, closed }
  const steps = open.map((step) => ({ ...step, onAccept: goOn(step.onAccept), onDecline: goOn(step.onDecline) }))
  return { first: stepOf(steps, goOn(all[0]?.id ?? null)), steps, closed }
}

export const stepOf = <Any extends { id: string }>(steps: readonly Any[], id: string | null): Any | null =>
  steps.find((step) => step.id === id) ?? null

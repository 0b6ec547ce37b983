import { stepOf } from '#app/offers/funnel.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import type { Step } from '#app/offers/step.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'

const AT_MOST_ACCEPTED = 3 // Shopify takes three changesets a checkout; Encore offers no more.

/** Where the way leads on from a step that she took, past those that she has answered since. Null: nowhere. */
export function stepAfter(
  { steps }: OfferDefinition,
  takenId: string,
  answered: { taken: ReadonlySet<string>; declined: ReadonlySet<string> },
): Step | null {
  let at = stepOf(steps, stepOf(steps, takenId)?.onAccept ?? null)
  while (at && (answered.taken.has(at.id) || answered.declined.has(at.id))) {
    at = stepOf(steps, answered.taken.has(at.id) ? at.onAccept : at.onDecline)
  }
  return at
}

/**
 * Whether the shopper can stand before this step. Declining needs no proof, it takes nothing; accepting is what we signed, so the
 * way from the first step follows the signed ones. A step on a way that she did not go is never signed: not both, the case and the
 * cheaper one that is offered to those who declined it.
 */
export function reach(
  { steps }: OfferDefinition,
  stepId: string,
  signed: ReadonlySet<string>,
): Outcome<Step, 'unknown-step' | 'step-not-reachable' | 'three-accepted'> {
  const wanted = stepOf(steps, stepId)
  if (!wanted) return refuse('unknown-step')
  const accepted = new Set<string>()
  let at = steps[0] ?? null
  while (at && at !== wanted) {
    const isAccepted = signed.has(at.id)
    if (isAccepted) accepted.add(at.id)
    at = stepOf(steps, isAccepted ? at.onAccept : at.onDecline)
  }
  const elsewhere = [...signed].some((id) => id !== stepId && !accepted.has(id))
  if (!at || elsewhere) return refuse('step-not-reachable')
  return !signed.has(stepId) && signed.size >= AT_MOST_ACCEPTED ? refuse('three-accepted') : ok(wanted)
}

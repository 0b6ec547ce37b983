import { AT_MOST_SHOWN, shownAt } from '../ways.ts'
import type { OfferDraft } from './draft.ts'
import { emptyStep, nextStepId } from './step-draft.ts'

/** Ways that led to a removed step lead to where a decline of it led, so that the steps behind it are still met. */
export function withoutStep(draft: OfferDraft, id: string): OfferDraft {
  const gone = draft.steps.find((step) => step.id === id)
  const past = (next: string | null) => (next === id ? (gone?.onDecline ?? gone?.onAccept ?? null) : next)
  const rest = draft.steps.filter((step) => step.id !== id)
  return { ...draft, steps: rest.map((step) => ({ ...step, onAccept: past(step.onAccept), onDecline: past(step.onDecline) })) }
}

/**
 * The new step is where a decline of the last step without one leads, as most second steps are a cheaper try; where a shopper would then
 * see too many in a row, it follows on an acceptance.
 */
export function withStep(draft: OfferDraft): OfferDraft {
  const id = nextStepId(draft.steps)
  const shown = shownAt(draft.steps)
  const [from] = (['onDecline', 'onAccept'] as const)
    .map((way) => ({ way, at: draft.steps.findLastIndex((step, index) => step[way] === null && shown[index]! < AT_MOST_SHOWN) }))
    .filter(({ at }) => at >= 0)
  const steps = draft.steps.map((step, index) => (from && index === from.at ? { ...step, [from.way]: id } : step))
  return { ...draft, steps: [...steps, emptyStep(id)] }
}

import { STEP_PARTS } from '#app/offers/editor/step-sayings.ts'
import { STEP_WORDS as EDITOR_WORDS } from '#app/offers/editor/step-words.ts'
import type { Words } from '#app/offers/rules/words.ts'
import type { Step } from '#app/offers/step.ts'
import { formatMoney } from '#app/values/money.ts'
import { CHANGE_WORDS as say } from './change-words.ts'
import type { StepMet, StepToday } from './replay-steps.ts'
import type { Surface } from '../placements/placement.ts'

interface Then {
  definition: readonly Step[]
  met: readonly StepMet[]
}
interface Now {
  definition: readonly Step[]
  steps: readonly StepToday[]
}

/** How the steps of an offer that is shown again differ from those of that time, in words: as they are defined, and as she met them. */
export function stepChanges(surface: Surface, then: Then, now: Now, words: Words): string[] {
  if (surface === 'email') return messageChanges(then, now, words)
  const defined = definitionChanges(then.definition, now, words)
  const met = then.met.flatMap((one) => metChanges(one, now, words))
  return [...defined, ...met]
}

/** A funnel that goes on elsewhere has no part in the steps that are over. */
function definitionChanges(before: readonly Step[], { definition: after, steps }: Now, words: Words): string[] {
  const isOver = (index: number) => !steps.some(({ number }) => number === index + 1)
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const [was, is] = [before.findIndex((step) => step.id === id), after.findIndex((step) => step.id === id)]
    if (is < 0) return [say.gone(was + 1, itemsOf(before[was]!, words, before))]
    if (isOver(is)) return []
    if (was < 0) return [say.added(is + 1, itemsOf(after[is]!, words, after))]
    return partChanges([before[was]!, before], [after[is]!, after], is + 1, words)
  })
}

type Among = readonly [step: Step, steps: readonly Step[]]

const partChanges = ([was, before]: Among, [is, after]: Among, number: number, words: Words): string[] =>
  Object.entries(STEP_PARTS).flatMap(([part, sayPart]) => {
    const [then, now] = [sayPart(was, words, before), sayPart(is, words, after)]
    return then === now ? [] : [say.changed(number, part, then, now)]
  })

const itemsOf = (step: Step, words: Words, steps: readonly Step[]): string =>
  STEP_PARTS[EDITOR_WORDS.items.label]?.(step, words, steps) ?? ''

/** A message sells the first step that it can, and no other. */
function messageChanges(then: Then, now: Now, words: Words): string[] {
  const sent = then.met[0]
  const was = then.definition.find(({ id }) => id === sent?.stepId)
  const first = now.steps.find(({ met }) => met)
  const is = first && now.definition[first.number - 1]
  if (!was || !is) return []
  if (was.id !== is.id) return [say.otherStep(itemsOf(was, words, then.definition), itemsOf(is, words, now.definition))]
  const defined = partChanges([was, []], [is, []], first.number, words)
  return [...defined, ...(sent ? metChanges(sent, now, words) : [])]
}

/** What she met, and would meet otherwise or not at all: it sold out, its best match found something else, or its price moved. */
function metChanges({ stepId, productIds, lines }: StepMet, { definition, steps }: Now, words: Words): string[] {
  const index = definition.findIndex(({ id }) => id === stepId)
  const today = steps.find(({ number }) => number === index + 1)
  if (!today) return []
  if (today.closed || !today.met) return [say.notMet(today.number, today.closed)]
  const proposes = new Set(today.items.map(({ productId }) => productId))
  const isBest = definition[index]?.items.kind === 'best' && productIds.length > 0
  const other = isBest && (proposes.size !== new Set(productIds).size || productIds.some((id) => !proposes.has(id)))
  return [...(other ? [say.otherMatch(today)] : []), ...priceChanges(today, lines, words)]
}

const priceChanges = ({ number, items }: StepToday, lines: StepMet['lines'], { currency }: Words): string[] =>
  lines.flatMap(({ variantId, unitPrice }) => {
    const item = items.find((one) => one.variantId === variantId)
    if (!item || item.price === null || item.price === unitPrice) return []
    const [then, now] = [unitPrice, item.price].map((amount) => formatMoney({ amount, currency }, 'en'))
    return [say.otherPrice(number, item.title ?? '', then ?? '', now ?? '')]
  })

import { whyUnavailable, type Shelf, type Unavailable } from './availability.ts'
import type { OfferInForce } from './compile.ts'
import { contradictions, certainOf, isCertain, unmeetable } from './contradictions.ts'
import type { OfferDefinition } from './offer.ts'
import type { Words } from './rules/words.ts'
import { namedProducts } from './step.ts'

/** What a merchant would want to know before an offer goes live; none of it forbids to save. */
export type Warning =
  | { kind: 'excluded'; says: string } // two of its rules never hold together
  | { kind: 'gone'; says: string } // a rule names only what is no longer in the shop
  | { kind: 'never-wins'; says: string; offerId: string } // another one always comes first
  | { kind: 'unavailable'; says: string; stepIndex: number; variantId: string; because: Unavailable }
  | { kind: 'placeholder'; says: string; stepIndex: number } // that stands for nothing

export interface Around {
  id: string | null // null: not saved yet
  others: readonly OfferInForce[] // that are active
  shelf: Shelf
  words: Words
}

export const warningsOf = (offer: OfferDefinition, around: Around): Warning[] => [
  ...contradictions(offer.rules, around.words).map((says): Warning => ({ kind: 'excluded', says })),
  ...unmeetable(offer.rules, around.words).map((says): Warning => ({ kind: 'gone', says })),
  ...beatenBy(offer, around),
  ...unavailable(offer, around),
]

/** An offer that matches whenever this one does, stands before it, always runs and never stops. */
function beatenBy(offer: OfferDefinition, { id, others, shelf }: Around): Warning[] {
  const mine = certainOf(offer.rules)
  const tested = others.find((one) => one.id === id)?.definition.arm?.experiment
  const winner = others.find(({ id: other, priority, definition: { rules, schedule, caps, steps, shownOn, arm } }) => {
    if (other === id || priority <= offer.priority || rules.kind === 'none') return false
    if (arm && arm.experiment === tested) return false // it is for the other shoppers
    const endless = !schedule.startsAt && !schedule.endsAt && !caps.perShopper && caps.total === null && caps.budget === null
    const first = steps[0]
    const inItsPlaces = offer.shownOn.every((place) => shownOn.includes(place))
    const sellable =
      first && first.items.kind === 'bundle' && namedProducts(first).every((one) => !whyUnavailable(shelf.get(one.variantId), one.quantity))
    const theirs = certainOf(rules)
    return inItsPlaces && endless && sellable && isCertain(rules) && theirs.every((rule) => mine.includes(rule))
  })
  if (!winner) return []
  const why = winner.definition.rules.rules.length === 0 ? 'it has no conditions' : 'it matches whenever this offer does'
  const says = `“${winner.definition.title}” has a higher priority and ${why}, so this offer will hardly ever be shown. Raise this one’s priority.`
  return [{ kind: 'never-wins', offerId: winner.id, says }]
}

const SAYS: Record<Unavailable, string> = {
  deleted: 'is no longer in the shop',
  archived: 'is archived',
  unpublished: 'is not on the online store',
  'sold-out': 'is sold out',
}

function unavailable({ steps }: OfferDefinition, { shelf, words }: Around): Warning[] {
  return steps.flatMap((step, stepIndex) =>
    namedProducts(step).flatMap(({ variantId, quantity }): Warning[] => {
      const because = whyUnavailable(shelf.get(variantId), quantity)
      if (!because) return []
      const title = words.names.variants[variantId]?.title ?? shelf.get(variantId)?.title ?? 'A product'
      const says = `Step ${stepIndex + 1}: ${title} ${SAYS[because]}. Shoppers are not shown this step while that is so.`
      return [{ kind: 'unavailable', stepIndex, variantId, because, says }]
    }),
  )
}

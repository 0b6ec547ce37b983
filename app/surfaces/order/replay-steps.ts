import type { Shelf } from '#app/offers/availability.ts'
import { stepOf, type OpenFunnel, type OpenStep, type WhyClosed } from '#app/offers/funnel.ts'
import { namedProducts, type Step, type StepProduct } from '#app/offers/step.ts'

export interface ItemToday {
  productId: string
  variantId: string
  title: string | null // null: no longer in the shop
  quantity: number
  price: number | null // minor units of the shop's currency, before the discount
}

/** A step that she met at the time: what it proposed, and of an accepted one what it cost. Of the others no price was kept. */
export interface StepMet {
  stepId: string
  productIds: readonly string[]
  lines: readonly { variantId: string; unitPrice: number }[] // minor units of the shop's currency, before the discount
}

/** One step of the offer that a place would show, as this purchase would meet it. Steps are told by their place in the offer, from 1. */
export interface StepToday {
  number: number
  take: 'all' | 'one'
  items: readonly ItemToday[] // none: a best match that found nothing
  closed: WhyClosed | null // why it would be passed over
  met: boolean // some way leads to it
  unsure: boolean // it sells by a plan, and whether the order held a subscription already is not known
  onAccept: number | null
  onDecline: number | null
}

/** Every step of the definition but those that are over, those that would be passed over with their reason. */
export function stepsToday(
  steps: readonly Step[],
  funnel: OpenFunnel,
  shelf: Shelf,
  { hasSubscription, over = NONE }: { hasSubscription: boolean | null; over?: ReadonlySet<string> },
): StepToday[] {
  const numberOf = (id: string | null) => (id === null ? null : steps.findIndex((step) => step.id === id) + 1)
  const met = reached(funnel)
  return steps.flatMap((step, index) => {
    if (over.has(step.id)) return []
    const open = stepOf(funnel.steps, step.id)
    return {
      number: index + 1,
      take: step.items.kind === 'bundle' ? 'all' : 'one',
      items: (open ? shownOf(open) : namedProducts(step)).map(({ productId, variantId, quantity }) => ({
        productId,
        variantId,
        title: titleOf(shelf, variantId),
        quantity,
        price: shelf.get(variantId)?.price ?? null,
      })),
      closed: open ? null : (funnel.closed.find(({ stepId }) => stepId === step.id)?.because ?? null),
      met: met.has(step.id),
      unsure: step.subscription !== null && hasSubscription === null,
      onAccept: numberOf(open?.onAccept ?? null),
      onDecline: numberOf(open?.onDecline ?? null),
    }
  })
}

const NONE: ReadonlySet<string> = new Set()

const shownOf = ({ items, offered }: OpenStep): readonly StepProduct[] => (items.kind === 'best' ? offered.slice(0, items.show) : offered)

function titleOf(shelf: Shelf, variantId: string): string | null {
  const variant = shelf.get(variantId)
  return variant ? [variant.title, ...(variant.variantTitle ? [variant.variantTitle] : [])].join(' – ') : null
}

function reached({ first, steps }: OpenFunnel): ReadonlySet<string> {
  const met = new Set<string>()
  const go = (id: string | null): void => {
    const step = stepOf(steps, id)
    if (!step || met.has(step.id)) return
    met.add(step.id)
    go(step.onAccept)
    go(step.onDecline)
  }
  go(first?.id ?? null)
  return met
}

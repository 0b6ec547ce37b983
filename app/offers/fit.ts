import { connect, type Closed, type OpenFunnel, type OpenStep, type WhyClosed } from './funnel.ts'
import type { StepProduct } from './step.ts'
import type { Surface } from './surface.ts'

/** What of a purchase decides which steps make sense for it. */
export interface Buyer {
  lines: readonly { productId: string }[]
  hasSubscription: boolean // the order has one already
  bought: ReadonlySet<string> | null // products of earlier orders; null: not known
  hadEnough?: ReadonlySet<string> // offers that she has accepted as often as one shopper may
  met?: { offers: ReadonlySet<string>; products: ReadonlySet<string> } // for this purchase, and not to be proposed again
  surface?: Surface // where she is; without it wherever the offer is met
}

/** Whether she has had enough of the whole offer, or met it before. */
export function whyClosedForHer(offerId: string, { hadEnough, met }: Pick<Buyer, 'hadEnough' | 'met'>): WhyClosed | null {
  if (hadEnough?.has(offerId)) return 'had-enough'
  return met?.offers.has(offerId) ? 'met-before' : null
}

/** Nothing of an offer that she has had often enough, or met before. */
export const closedForHer = ({ steps }: OpenFunnel, because: WhyClosed): OpenFunnel => ({
  first: null,
  steps: [],
  closed: steps.map(({ id }) => ({ stepId: id, because })),
})

/** The funnel for one purchase: nothing that is in the order, no second subscription, and of a best match what she has not had. */
export function fitFunnel(funnel: OpenFunnel, buyer: Buyer): OpenFunnel {
  const closed: Closed[] = []
  const open: OpenStep[] = []
  let same = true
  for (const step of funnel.steps) {
    const fitting = fitStep(step, buyer)
    if (fitting !== step) same = false
    if (typeof fitting === 'string') closed.push({ stepId: step.id, because: fitting })
    else open.push(fitting)
  }
  if (same) return funnel
  if (closed.length === 0) return { ...funnel, first: open.find(({ id }) => id === funnel.first?.id) ?? null, steps: open }
  const inOrder = funnel.first ? [funnel.first, ...funnel.steps.filter((step) => step !== funnel.first)] : []
  const fitted = connect(inOrder, open, closed)
  return { ...fitted, closed: [...funnel.closed, ...closed] }
}

function fitStep(step: OpenStep, { lines, hasSubscription, bought, met }: Buyer): OpenStep | WhyClosed {
  if (step.subscription && hasSubscription) return 'order-has-subscription'
  const inOrder = ({ productId }: StepProduct) => met?.products.has(productId) || lines.some((line) => line.productId === productId)
  if (step.items.kind === 'bundle') return step.offered.some(inOrder) ? 'in-order' : step
  if (step.items.kind === 'best') {
    const fresh = firstOf(step.offered, step.items.show, (one) => !inOrder(one) && !bought?.has(one.productId))
    return fresh.length > 0 ? { ...step, offered: fresh } : 'nothing-fits'
  }
  if (!step.offered.some(inOrder)) return step
  const others = step.offered.filter((one) => !inOrder(one))
  return others.length > 0 ? { ...step, offered: others } : 'in-order'
}

/** A best match has far more candidates than it shows, and most are nothing but memory to be fetched. */
function firstOf<One>(all: readonly One[], most: number, fits: (one: One) => boolean): One[] {
  const found: One[] = []
  for (const one of all) {
    if (found.length === most) break
    if (fits(one)) found.push(one)
  }
  return found
}

/** How far the merchant is. Shopify tells no app whether it was picked for the page after payment: the first question from there does. */
export interface SetUpFacts {
  sync: { state: 'running' | 'done' | 'failed'; percent: number; reason: string | null }
  offers: number
  active: number
  heardFromCheckout: boolean
}
export type SetUpStep = 'sync' | 'create' | 'activate' | 'pick'

const ORDER: readonly SetUpStep[] = ['sync', 'create', 'pick', 'activate']

const DONE: Record<SetUpStep, (facts: SetUpFacts) => boolean> = {
  sync: ({ sync }) => sync.state === 'done',
  create: ({ offers }) => offers > 0,
  pick: ({ heardFromCheckout }) => heardFromCheckout,
  activate: ({ active }) => active > 0,
}

export interface SetUpState {
  facts: SetUpFacts
  steps: readonly { step: SetUpStep; done: boolean }[]
  next: SetUpStep
}

/** Null when nothing is left to do. The sync runs by itself, so it is only the next step when nothing else is. */
export function setUpState(facts: SetUpFacts): SetUpState | null {
  const steps = ORDER.map((step) => ({ step, done: DONE[step](facts) }))
  const open = steps.filter(({ done }) => !done).map(({ step }) => step)
  const next = open.find((step) => step !== 'sync') ?? open[0]
  return next ? { facts, steps, next } : null
}

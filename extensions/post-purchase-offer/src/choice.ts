import type { Change, Choice, ChangeDiscount, ProductView, StepView, VariantView } from '../../../app/surfaces/contract.ts'

/** What the shopper has chosen of one product so far. */
export interface Pick {
  variant: VariantView
  quantity: number
}

/** What she would get now: of a step that takes all every product, else the chosen one. */
export interface Chosen {
  picks: Pick[]
  one: number // the chosen product where she takes one
}

export function chooseFirst({ products }: StepView): Chosen {
  const picks: Pick[] = []
  for (const { variants, quantity } of products) picks.push({ variant: variants[0] as VariantView, quantity })
  return { picks, one: 0 }
}

export const isTaken = ({ take }: StepView, { one }: Chosen, index: number): boolean => take === 'all' || index === one

const taken = (step: StepView, chosen: Chosen): Pick[] => chosen.picks.filter((_, index) => isTaken(step, chosen, index))

export const choiceOf = (step: StepView, chosen: Chosen): Choice[] =>
  taken(step, chosen).map(({ variant, quantity }) => ({ variantId: variant.variantId, quantity }))

/** What Shopify calculates; what it is asked to add is signed by the server alone. */
export function changesOf(step: StepView, chosen: Chosen): Change[] {
  const changes = taken(step, chosen).map(({ variant, quantity }): Change => {
    const discount: ChangeDiscount | undefined = variant.discount || step.discount
    const what = Object.assign({ variantId: variant.variantId, quantity }, discount ? { discount } : {})
    return step.plan ? Object.assign(what, step.plan) : Object.assign({ type: 'add_variant' as const }, what)
  })
  return step.delivery ? changes.concat(step.delivery) : changes
}

export const mostOf = ({ most }: ProductView, { variant }: Pick): number => (variant.most === undefined ? most : variant.most)

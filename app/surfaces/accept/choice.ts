import type { OpenStep } from '#app/offers/funnel.ts'
import type { Shelf } from '#app/offers/availability.ts'
import type { StepProduct } from '#app/offers/step.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import type { Choice } from '../contract.ts'

/** One thing that the shopper takes. */
export interface Taken {
  productId: string
  variantId: string
  quantity: number
}

export type ChoiceFault = 'choice-not-offered' | 'quantity-not-offered'

/** What she gets if she changes nothing. */
export const takenAtFirst = ({ items, offered }: Pick<OpenStep, 'items' | 'offered'>): Taken[] =>
  (items.kind === 'bundle' ? offered : offered.slice(0, 1)).map(({ productId, variantId, quantity }) => ({
    productId,
    variantId,
    quantity,
  }))

/**
 * What the shopper's browser says she chose, if the step offers it: of a bundle one choice for each product in their order, of anything else
 * one choice. Whether it can still be sold is another question.
 */
export function take(
  step: Pick<OpenStep, 'items' | 'offered'>,
  choice: readonly Choice[] | undefined,
  shelf: Shelf,
): Outcome<Taken[], ChoiceFault> {
  if (!choice) return ok(takenAtFirst(step))
  const isBundle = step.items.kind === 'bundle'
  if (choice.length !== (isBundle ? step.offered.length : 1)) return refuse('choice-not-offered')
  const taken: Taken[] = []
  for (const [index, { variantId: id, quantity }] of choice.entries()) {
    const variantId = String(id)
    const among = isBundle ? step.offered.slice(index, index + 1) : step.offered
    const named = among.filter((product) => offers(product, variantId, shelf))
    if (named.length === 0) return refuse('choice-not-offered')
    const product = named.find(({ least, most }) => quantity >= least && quantity <= most)
    if (!product) return refuse('quantity-not-offered')
    taken.push({ productId: product.productId, variantId, quantity })
  }
  return ok(taken)
}

const offers = (product: StepProduct, variantId: string, shelf: Shelf): boolean =>
  product.variantId === variantId || (product.anyVariant && shelf.get(variantId)?.productId === product.productId)

export const isSame = (taken: readonly Taken[], before: readonly Taken[]): boolean =>
  taken.length === before.length &&
  taken.every(({ variantId, quantity }, index) => before[index]?.variantId === variantId && before[index].quantity === quantity)

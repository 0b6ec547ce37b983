import { percentageOf } from '../values/money.ts'

/** A product that could go with an order. Amounts are minor units of the shop's currency. */
export interface Candidate {
  productId: string
  variantId: string
  title: string
  imageUrl: string | null
  price: number
  /** Null: the merchant has not told it. */
  cost: number | null
  /** How many who bought what is in the order bought this too, at any time. */
  together: number
  /** Units that were sold lately: for orders with which nothing was bought together yet. */
  sold: number
}

export interface CompanionTerms {
  percent: number
  most: number
  /** What is in the order, what she had before, and what she was offered already. */
  without: ReadonlySet<string>
}

/**
 * What goes with an order, the best first: what earns most, counting how likely she is to want it, where the cost is known; then the rest by
 * that likelihood. What the discount would sell at a loss is left out.
 */
export function chooseCompanions(candidates: readonly Candidate[], { percent, most, without }: CompanionTerms): Candidate[] {
  const earning = (one: Candidate) => (one.cost === null ? null : one.price - percentageOf(one.price, percent) - one.cost)
  const fit = candidates.filter((one) => one.price > 0 && !without.has(one.productId) && (earning(one) ?? 1) > 0)
  // Who bought the same says more than what sells anyway.
  const together = fit.filter((one) => one.together > 0)
  const likely = (one: Candidate) => (together.length > 0 ? one.together : one.sold)
  const worth = (one: Candidate) => (earning(one) ?? 0) * likely(one)
  const order = (a: Candidate, b: Candidate) =>
    worth(b) - worth(a) || likely(b) - likely(a) || a.productId.length - b.productId.length || (a.productId < b.productId ? -1 : 1)
  return [...(together.length > 0 ? together : fit)].sort(order).slice(0, most)
}

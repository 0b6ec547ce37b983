import type { OfferedVariant, Shelf } from '#app/offers/availability.ts'
import type { OpenFunnel, OpenStep } from '#app/offers/funnel.ts'
import type { PlanPrice, Plans } from '#app/offers/plan-price.ts'
import { portion, type Money } from '#app/values/money.ts'

/** The variants that a funnel shows, as far as the shopper may choose among them. */
export const variantsShown = ({ steps }: OpenFunnel, shelf: Shelf): string[] => {
  const products = new Set(steps.flatMap(({ offered }) => offered.map(({ productId }) => productId)))
  return [...shelf.values()].flatMap(({ variantId, productId }) => (products.has(productId) ? [variantId] : []))
}

/** What the goods come to at the rate at which her order was counted, where Shopify does not tell their prices. */
export const atRate = (shelf: Shelf, here: number, there: number, currency: string): Map<string, Money> =>
  new Map([...shelf].map(([id, { price }]) => [id, { amount: portion(price, there, Math.max(1, here)), currency }]))

export interface Priced {
  funnel: OpenFunnel
  shelf: Shelf
}

/**
 * The funnel and its goods in the currency that she pays in: what Shopify charges there for each, and an amount off at the same rate.
 * Null where something cannot be told in that currency: then it is better not offered.
 */
export function inCurrency({ funnel, shelf }: Priced, prices: ReadonlyMap<string, Money>, currency: string): Priced | null {
  const told = new Map<string, OfferedVariant>()
  for (const [id, variant] of shelf) {
    const price = prices.get(id)
    if (price?.currency === currency) told.set(id, { ...variant, price: price.amount, plans: plansAtRate(variant, price.amount) })
  }
  const steps: OpenStep[] = []
  for (const step of funnel.steps) {
    const first = step.offered[0]?.variantId ?? ''
    if (!step.offered.every(({ variantId }) => told.has(variantId))) return null
    steps.push(withDiscount(step, told.get(first)!.price, shelf.get(first)?.price ?? 0))
  }
  return { shelf: told, funnel: { ...funnel, steps, first: steps.find(({ id }) => id === funnel.first?.id) ?? null } }
}

/** A plan's own price, and what it takes off, at the rate of the goods. */
function plansAtRate({ price: here, plans }: OfferedVariant, there: number): Plans | undefined {
  if (!plans || here === 0) return plans
  const converted = (plan: PlanPrice | null | 'gone') =>
    plan && plan !== 'gone' && plan.kind !== 'percentage' ? { ...plan, amount: portion(plan.amount, there, here) } : plan
  return new Map([...plans].map(([id, plan]) => [id, converted(plan)]))
}

function withDiscount(step: OpenStep, there: number, here: number): OpenStep {
  if (step.discount.kind !== 'fixed' || here === 0) return step
  return { ...step, discount: { kind: 'fixed', amount: portion(step.discount.amount, there, here) } }
}

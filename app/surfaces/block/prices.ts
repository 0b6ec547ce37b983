import type { OfferedVariant, Shelf } from '#app/offers/availability.ts'
import type { OpenFunnel, OpenStep } from '#app/offers/funnel.ts'
import type { PlanPrice, Plans } from '#app/offers/plan-price.ts'
import { amountOff, priceOf, type Step } from '#app/offers/step.ts'
import { portion, type Money } from '#app/values/money.ts'
import { discountOfAll, type ChangesetLine } from '../accept/changeset.ts'

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

/** What one order came to in both currencies: the rate at which Shopify counts there what a code takes off here. */
export interface Rate {
  here: number
  there: number
}

/**
 * The funnel and its goods in the currency that she pays in: what Shopify charges there for each, and an amount off at the order's rate, for
 * a market may have prices of its own, and codes follow the rate. Null where something cannot be told in that currency: then it is better
 * not offered.
 */
export function inCurrency({ funnel, shelf }: Priced, prices: ReadonlyMap<string, Money>, currency: string, rate?: Rate): Priced | null {
  const told = new Map<string, OfferedVariant>()
  for (const [id, variant] of shelf) {
    const price = prices.get(id)
    if (price?.currency === currency) told.set(id, { ...variant, price: price.amount, plans: plansAtRate(variant, price.amount) })
  }
  const steps: OpenStep[] = []
  for (const step of funnel.steps) {
    if (!step.offered.every(({ variantId }) => told.has(variantId))) return null
    const first = step.offered[0]?.variantId ?? ''
    const [here, there] = [shelf.get(first)?.price ?? 0, told.get(first)!.price]
    const counted = rate && rate.here > 0 ? rate : { here, there }
    steps.push(withDiscount(step, here, counted))
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

function withDiscount(step: OpenStep, price: number, { here, there }: Rate): OpenStep {
  if (step.discount.kind !== 'fixed' || here === 0) return step
  return { ...step, discount: { kind: 'fixed', amount: portion(amountOff(step.discount, price), there, here) } }
}

/** Whether a step gives its goods away. */
export function isForNothing(step: Pick<Step, 'gift' | 'discount'>): boolean {
  const price = priceOf(step)
  return price.kind === 'percentage' && price.percent === 100
}

/** What goods cost in her country, and the rate at which her order was counted. */
export interface Abroad {
  prices: ReadonlyMap<string, Money>
  rate: Rate
}

// Her order's rate is of another minute than her next one's, and markets round their prices.
const ROOM = 0.01
const GRADES = 50 // A discount for each fiftieth of the price: their number stays small, and who takes two gifts gains little.

/**
 * What a code must take off, in the shop's currency, so that lines given away cost nothing in her country either: a code takes off an amount
 * at the day's rate, and a market may ask more than that. Never less than what they cost here.
 */
export function offForNothing(
  lines: readonly Pick<ChangesetLine, 'variantId' | 'quantity' | 'discount'>[],
  { prices, rate }: Abroad,
): number {
  const off = discountOfAll(lines)
  const costs = ({ variantId, quantity, discount }: (typeof lines)[number]) => {
    const there = prices.get(variantId)
    return there && rate.there > 0 ? (there.amount * quantity * rate.here) / rate.there : discount
  }
  const asked = lines.reduce((sum, line) => sum + costs(line), 0) * (1 + ROOM)
  const grade = Math.max(1, Math.ceil(off / GRADES))
  return off + Math.ceil(Math.max(0, asked - off) / grade) * grade
}

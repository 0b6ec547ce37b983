/** Shopify's leaky bucket for one shop, as we last knew it. Points; times in ms of any clock that only moves forward. */
export interface Budget {
  readonly available: number
  readonly capacity: number
  readonly restoreRate: number // points a second
  readonly at: number
}

export interface ThrottleStatus {
  maximumAvailable: number
  currentlyAvailable: number
  restoreRate: number
}

/** Before the first answer: the smallest plan's bucket. */
export const freshBudget = (at: number): Budget => ({ available: 2_000, capacity: 2_000, restoreRate: 100, at })

const refilled = (budget: Budget, at: number): number =>
  Math.min(budget.capacity, budget.available + ((at - budget.at) / 1_000) * budget.restoreRate)

/** How long until `cost` points are there; a query dearer than the bucket waits for a full one, and Shopify then says why not. */
export function waitFor(budget: Budget, cost: number, at: number): number {
  const missing = Math.min(cost, budget.capacity) - refilled(budget, at)
  return missing <= 0 ? 0 : Math.ceil((missing / budget.restoreRate) * 1_000)
}

export const spend = (budget: Budget, cost: number, at: number): Budget => ({ ...budget, available: refilled(budget, at) - cost, at })

/** What was taken for a call that cost nothing. */
export const giveBack = (budget: Budget, cost: number, at: number): Budget => ({
  ...budget,
  available: Math.min(budget.capacity, refilled(budget, at) + cost),
  at,
})

/** Shopify's word replaces ours, less what is still under way and it may not have counted. */
export const settle = (status: ThrottleStatus, underWay: number, at: number): Budget => ({
  available: status.currentlyAvailable - underWay,
  capacity: status.maximumAvailable,
  restoreRate: status.restoreRate,
  at,
})

/** Full jitter below an exponential bound, so that many waiting callers do not return together. `chance` is in [0, 1). */
export const backoff = (attempt: number, chance: number): number => Math.min(20_000, 500 * 2 ** attempt) * (0.5 + chance / 2)

import { setTimeout as sleep } from 'node:timers/promises'
import { freshBudget, giveBack, settle, spend, waitFor } from './budget.ts'
import type { Budget, ThrottleStatus } from './budget.ts'

const GUESS = 50

interface Meter {
  budget: Budget
  underWay: number
  waiting: number
  turn: Promise<void>
}

const meters = new Map<string, Meter>()
const costs = new Map<string, number>()

const meterOf = (shop: string): Meter => {
  const known = meters.get(shop)
  if (known) return known
  const meter = { budget: freshBudget(performance.now()), underWay: 0, waiting: 0, turn: Promise.resolve() }
  meters.set(shop, meter)
  return meter
}

/** Waits in the shop's own line until its bucket holds enough, and takes it; other shops do not notice. Answers the points taken. */
export async function takePoints(shop: string, source: string): Promise<number> {
  const meter = meterOf(shop)
  const cost = costs.get(source) ?? GUESS
  meter.waiting++
  const turn = meter.turn.then(async () => {
    for (let wait = waitFor(meter.budget, cost, performance.now()); wait > 0; wait = waitFor(meter.budget, cost, performance.now()))
      await sleep(wait)
    meter.budget = spend(meter.budget, cost, performance.now())
    meter.underWay += cost
  })
  meter.turn = turn
  await turn.finally(() => meter.waiting--)
  return cost
}

export interface Cost {
  requestedQueryCost?: number
  throttleStatus?: ThrottleStatus
}

/** What Shopify said it cost; `free` when it turned the call away at the door; nothing when there was no answer. */
export function settlePoints(shop: string, source: string, taken: number, cost: Cost | 'free' | undefined): void {
  const meter = meterOf(shop)
  meter.underWay -= taken
  if (cost === 'free') return void (meter.budget = giveBack(meter.budget, taken, performance.now()))
  if (cost?.requestedQueryCost !== undefined) costs.set(source, cost.requestedQueryCost)
  if (cost?.throttleStatus) meter.budget = settle(cost.throttleStatus, meter.underWay, performance.now())
}

const CROWD = 4

/** Shops whose calls are queueing for their bucket: taking up more of their jobs would only fill the worker with waiting. */
export const crowdedShops = (): string[] => [...meters].filter(([, meter]) => meter.waiting >= CROWD).map(([shop]) => shop)

import { now } from '#app/platform/clock.server.ts'
import { DAYS, later, type Range } from '#app/values/time.ts'
import { planFollowUp, type FollowUpSkip } from './automation.ts'
import { factsFor, readFacts } from './facts.server.ts'
import { reads } from './reads.server.ts'
import type { Automation, AutomationKind } from './settings.ts'
import { dueAt } from './timing.ts'

const LAST_DAYS = 30
const PAGE = 200

/** What would have come of the last 30 days, had it been on: nothing is written. */
export interface DryRun {
  orders: number
  sent: number
  skipped: Partial<Record<FollowUpSkip, number>>
}

/** Consent is that of today; caps, quiet hours, and whether an offer would have fitted, are not played through. */
export async function dryRun(shop: string, kind: AutomationKind, automation: Automation): Promise<DryRun> {
  const result: DryRun = { orders: 0, sent: 0, skipped: {} }
  const known = await reads().readShop(shop)
  const on = { ...automation, active: true, since: new Date(0).toISOString() }
  for await (const ids of pages(shop, { from: later(now(), -LAST_DAYS * DAYS), to: now() })) {
    for (const order of await readFacts(shop, known?.settings, ids, true)) {
      const facts = { ...factsFor(kind, order), hadOther: false }
      const plan = planFollowUp(kind, facts, on, dueAt(order.boughtAt ?? order.placedAt, on))
      result.orders++
      if (plan.do === 'send') result.sent++
      else result.skipped[plan.because] = (result.skipped[plan.because] ?? 0) + 1
    }
  }
  return result
}

async function* pages(shop: string, range: Range): AsyncGenerator<string[]> {
  for (let after: string | null = null; ;) {
    const ids = await reads().listOrderIds(shop, range, after, PAGE)
    if (ids.length === 0) return
    yield ids
    after = ids.at(-1) ?? null
  }
}

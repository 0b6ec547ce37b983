import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { refusalOf } from '#app/platform/messaging/timing.ts'
import type { JobTask } from '#app/platform/jobs.ts'
import { messageSettings, type Manners } from '#app/values/manners.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { DAYS, later, type Range } from '#app/values/time.ts'
import { withHistory } from './history.server.ts'
import { planRequest, type OrderToAsk, type Plan } from './plan.ts'
import { reads, type OrderKnown } from './reads.server.ts'
import { writePlan } from './requests.server.ts'
import { askingSettings, type AskingSettings } from './settings.ts'

const PAGE = 200
const KIND = 'review-backfill'

/** What would come of asking about every order of a time: nothing is written. */
export interface DryRun {
  asked: number
  skipped: Record<string, number>
}

export async function dryRun(shop: string, range: Range): Promise<DryRun> {
  const result: DryRun = { asked: 0, skipped: {} }
  const wishes = wishesOf((await reads().readShop(shop))?.settings)
  const people = await chosenLately(shop)
  for await (const page of pages(shop, range)) {
    for (const { plan } of await plansFor(shop, page, wishes, people)) {
      if (plan.do === 'ask') result.asked++
      else result.skipped[plan.because] = (result.skipped[plan.because] ?? 0) + 1
    }
  }
  return result
}

/** Only as many as the merchant has seen and confirmed: if it would be others by now, she is asked again. */
export async function startBackfill(shop: string, range: Range, confirmed: number): Promise<Outcome<{ asked: number }, 'changed'>> {
  const { asked } = await dryRun(shop, range)
  if (asked !== confirmed) return refuse('changed', { asked })
  const asks = { from: range.from.toISOString(), to: range.to.toISOString() }
  const at = now()
  const key = `${KIND}:${at.getTime()}`
  await transact(async (tx) => {
    await tx.effect.create({ data: { shop, key, kind: KIND, request: { ...asks, confirmed }, createdAt: at } })
    await enqueue(tx, 'backfill-requests', { shop, key, ...asks }, { queue: `backfill:${shop}` })
  })
  return ok({ asked })
}

/** Page by page; a crash begins anew, and whoever was chosen before it is not chosen for another order. */
export const backfillRequests: JobTask<'backfill-requests'> = async ({ shop, key, from, to }) => {
  const known = await reads().readShop(shop)
  if (!known) return
  const wishes = wishesOf(known.settings)
  const people = await chosenLately(shop)
  for await (const page of pages(shop, { from: new Date(from), to: new Date(to) })) {
    const planned = await plansFor(shop, page, wishes, people)
    await transact(async (tx) => {
      for (const { order, plan } of planned) if (plan.do === 'ask') await writePlan(tx, shop, order, plan, known.locale, true)
    })
  }
  await db.effect.update({ where: { shop_key: { shop, key } }, data: { state: 'done', doneAt: now() } })
}

/** How far the latest one is. */
export interface BackfillProgress {
  chosen: number
  /** Still being written down. */
  running: boolean
  planned: number
  sent: number
  skipped: number
}

const SHOWN_FOR = 7 * DAYS

/** Null: none lately. */
export async function readBackfill(shop: string): Promise<BackfillProgress | null> {
  const since = later(now(), -SHOWN_FOR)
  const latest = await db.effect.findFirst({ where: { shop, kind: KIND, createdAt: { gte: since } }, orderBy: { createdAt: 'desc' } })
  if (!latest) return null
  const states = await db.reviewRequest.groupBy({
    by: ['state'],
    where: { shop, byHand: true, updatedAt: { gte: latest.createdAt } },
    _count: true,
  })
  const count = (state: string) => states.find((group) => group.state === state)?._count ?? 0
  const { confirmed } = latest.request as { confirmed: number }
  const reached = { planned: count('planned'), sent: count('sent'), skipped: count('skipped') }
  return { chosen: confirmed, running: latest.state === 'planned', ...reached }
}

// A request may have been refused by now, for want of consent for instance: its buyer is not asked about another order instead.
async function chosenLately(shop: string): Promise<Set<string>> {
  const rows = await db.reviewRequest.findMany({
    where: { shop, byHand: true, productIds: { isEmpty: false }, updatedAt: { gte: later(now(), -DAYS) } },
    select: { customerId: true, orderId: true },
  })
  return new Set(rows.map(({ customerId, orderId }) => customerId ?? orderId))
}

async function* pages(shop: string, range: Range): AsyncGenerator<string[]> {
  for (let after: string | null = null; ;) {
    const ids = await reads().listOrderIds(shop, range, after, PAGE)
    if (ids.length === 0) return
    yield ids
    after = ids.at(-1) ?? null
  }
}

interface Planned {
  order: OrderKnown & OrderToAsk
  plan: Plan
}

/** Newest orders first, and each person once. What already has a request is left out. */
async function plansFor(shop: string, ids: readonly string[], wishes: Wishes, people: Set<string>): Promise<Planned[]> {
  const [orders, requested] = await Promise.all([
    reads().readOrders(shop, ids),
    db.reviewRequest.findMany({
      where: { shop, orderId: { in: [...ids] }, state: { in: ['planned', 'sent'] } },
      select: { orderId: true },
    }),
  ])
  const done = new Set(requested.map(({ orderId }) => orderId))
  const byId = new Map((await withHistory(shop, orders)).map((order) => [order.orderId, order]))
  return ids.flatMap((id) => {
    const order = byId.get(id)
    if (!order || done.has(id)) return []
    const plan = planned(order, wishes, people)
    if (plan.do === 'ask') people.add(personOf(order))
    return [{ order, plan }]
  })
}

interface Wishes {
  settings: AskingSettings
  manners: Manners
}

const wishesOf = (settings: unknown): Wishes => ({ settings: askingSettings(settings), manners: messageSettings(settings).manners })

/** What would refuse her message when its time comes; who is counted must be who is asked. */
function whyNot({ country, consent, suppressed }: OrderKnown & OrderToAsk, manners: Manners): string | null {
  const addressee = { country, region: null, consent, smsConsent: null }
  return suppressed ?? refusalOf({ suppressed: null, weight: 'unasked', channel: 'email', addressee, manners })
}

const personOf = ({ customerId, email, orderId }: OrderKnown): string => customerId ?? email?.toLowerCase() ?? orderId

function planned(order: OrderKnown & OrderToAsk, { settings, manners }: Wishes, people: ReadonlySet<string>): Plan {
  if (people.has(personOf(order))) return { do: 'skip', because: 'asked-lately' }
  const because = whyNot(order, manners)
  if (because) return { do: 'skip', because }
  const plan = planRequest(order, settings, true)
  // It would be due in the past: so it is due now, and then she must not have been asked lately.
  if (plan.do !== 'ask' || plan.at > now() || !order.lastAsked) return plan
  return now().getTime() - order.lastAsked.getTime() < settings.pause * DAYS ? { do: 'skip', because: 'asked-lately' } : plan
}

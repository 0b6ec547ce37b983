import { now } from '../../platform/clock.server.ts'
import { db, transact } from '../../platform/db.server.ts'
import type { Tx } from '../../platform/db.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'
import { DAYS, HOURS, later } from '../../values/time.ts'
import { KINDS } from './bulk-queries.ts'
import { enqueueAdvance } from './bulk.server.ts'
import { overallProgress } from './progress.ts'
import type { SyncProgress } from './progress.ts'

const FIRST = 'first'

/** Reads the whole shop. Called again it changes nothing, unless the shop was installed anew or a part has failed. */
export async function startFirstSync(shop: string): Promise<void> {
  await transact(async (tx) => {
    const installed = await tx.shop.findUnique({ where: { shop }, select: { installedAt: true } })
    if (!installed) return
    await tx.sync.deleteMany({ where: { shop, run: FIRST, OR: [{ state: 'failed' }, { startedAt: { lt: installed.installedAt } }] } })
    await startRun(tx, shop, FIRST, null)
  })
}

async function startRun(tx: Tx, shop: string, run: string, ordersSince: Date | null): Promise<void> {
  const rows = KINDS.map((kind) => ({ shop, run, kind, since: kind === 'orders' ? ordersSince : null }))
  await tx.sync.createMany({ data: rows, skipDuplicates: true })
  for (const kind of KINDS) await enqueueAdvance(tx, { shop, run, kind })
}

/** How far the first sync has come, for the progress bar; null when there is none. */
export async function syncProgress(shop: string): Promise<SyncProgress | null> {
  const rows = await db.sync.findMany({ where: { shop, run: FIRST } })
  return overallProgress(rows)
}

const STAGGER = 2 * HOURS
const KEPT = 30 * DAYS

/** Every night, each shop at a time of its own within two hours. */
export const reconcileAll = (installedShops: () => Promise<string[]>) => async (): Promise<void> => {
  for (const shop of await installedShops()) await enqueue(db, 'reconcile-shop', { shop }, { runAt: later(now(), staggerOf(shop)) })
}

const staggerOf = (shop: string): number => [...shop].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % STAGGER, 7)

/** Reads products, collections and customers whole, orders since they were last read: what differs, webhooks have lost. */
export async function reconcileShop({ shop }: { shop: string }): Promise<void> {
  const run = now().toISOString().slice(0, 10)
  const last = await db.sync.findFirst({ where: { shop, kind: 'orders', state: 'done', run: { not: run } }, orderBy: { openedAt: 'desc' } })
  const first = await db.sync.findFirst({ where: { shop, run: FIRST, state: { not: 'done' } } })
  if (first || !last?.openedAt) return startFirstSync(shop)
  const since = later(last.openedAt, -HOURS)
  await transact(async (tx) => {
    await startRun(tx, shop, run, since)
    await tx.sync.deleteMany({ where: { shop, run: { not: FIRST }, startedAt: { lt: later(now(), -KEPT) } } })
  })
}

const COUNTED_WITHIN = HOURS // What of it was ours is counted in jobs of its own.

/** Whether a run that Shopify began after this moment has brought all orders since, and they have been counted. */
export async function areOrdersCheckedSince(shop: string, moment: Date): Promise<boolean> {
  const finishedAt = { lt: later(now(), -COUNTED_WITHIN) }
  return (await db.sync.count({ where: { shop, kind: 'orders', state: 'done', openedAt: { gt: moment }, finishedAt } })) > 0
}

export interface Reconciliation {
  run: string
  kind: string
  state: string
  changed: number
  finishedAt: Date | null
}

/** What the latest nights found that webhooks had lost, newest first. */
export const listReconciliations = (shop: string): Promise<Reconciliation[]> =>
  db.sync.findMany({
    where: { shop, run: { not: FIRST } },
    orderBy: [{ run: 'desc' }, { kind: 'asc' }],
    take: 28,
    select: { run: true, kind: true, state: true, changed: true, finishedAt: true },
  })

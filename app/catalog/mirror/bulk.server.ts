import type { Sync } from '@prisma/client'
import { now } from '../../platform/clock.server.ts'
import { db, transact } from '../../platform/db.server.ts'
import type { Delivered } from '../../platform/deliveries.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'
import { log } from '../../platform/log.server.ts'
import { AdminRefused, adminFor } from '../../platform/shopify/admin.server.ts'
import { SECONDS, later } from '../../values/time.ts'
import { chunksOf, readLines } from './bulk-lines.server.ts'
import { LOADERS } from './bulk-loaders.server.ts'
import { bulkQuery } from './bulk-queries.ts'
import type { Kind } from './bulk-queries.ts'
import { LIST_OPERATIONS, READ_OPERATION, RUN_BULK_QUERY } from './documents.server.ts'
import type { Operation } from './documents.server.ts'
import { catalogChanged } from './mirror.server.ts'

export interface SyncKey {
  shop: string
  run: string
  kind: Kind
}

const TRIES = 3
const CHUNK = 2_000
const BUSY_WAIT = 10 * SECONDS

/** One shop's operations are asked for and loaded one after the other. */
export const enqueueAdvance = (tx: Parameters<typeof enqueue>[0], key: SyncKey, runAt?: Date): Promise<void> =>
  enqueue(tx, 'advance-sync', key, { queue: `sync:${key.shop}`, ...(runAt && { runAt }) })

const where = ({ shop, run, kind }: SyncKey) => ({ shop_run_kind: { shop, run, kind } })
const save = (key: SyncKey, changed: Parameters<typeof db.sync.update>[0]['data']): Promise<Sync> =>
  db.sync.update({ where: where(key), data: changed })

/** Takes one part of a sync as far as it can go now; a restart continues from what the row says. */
export async function advanceSync(key: SyncKey): Promise<void> {
  const row = await db.sync.findUnique({ where: where(key) })
  if (row?.state === 'waiting') return openOperation(key, row)
  if (row?.state === 'running') return watchOperation(key, row)
  if (row?.state === 'loading') return loadResult(key, row)
}

/** The intention is written down before the operation is started, so that after a crash in between it can be found. */
async function openOperation(key: SyncKey, row: Sync): Promise<void> {
  const startedAt = row.startedAt ?? (await save(key, { startedAt: now() })).startedAt ?? now()
  const text = bulkQuery({ ...key, since: row.since, startedAt, attempts: row.attempts })
  const operation = (row.startedAt && (await findOperation(key.shop, text))) || (await runOperation(key.shop, text))
  if (operation === 'busy') return enqueueAdvance(db, key, later(now(), BUSY_WAIT))
  await save(key, { state: 'running', operationId: operation.id, openedAt: new Date(operation.createdAt) })
  await enqueueAdvance(db, key, later(now(), SECONDS))
}

async function findOperation(shop: string, text: string): Promise<Operation | undefined> {
  const { bulkOperations } = await adminFor(shop).query(LIST_OPERATIONS, {})
  return bulkOperations.nodes.find((operation) => operation.query === text)
}

const BUSY = new Set(['LIMIT_REACHED', 'OPERATION_IN_PROGRESS'])

/** Shopify runs five at a time for one app and shop, some versions one: it says so itself. */
async function runOperation(shop: string, query: string): Promise<Operation | 'busy'> {
  try {
    const { bulkOperationRunQuery } = await adminFor(shop).query(RUN_BULK_QUERY, { query })
    if (!bulkOperationRunQuery.bulkOperation) throw new Error(`Shopify started no bulk operation for ${shop}`)
    return bulkOperationRunQuery.bulkOperation
  } catch (error) {
    if (error instanceof AdminRefused && error.reasons.some((reason) => BUSY.has(reason.code ?? ''))) return 'busy'
    throw error
  }
}

/** Polled as a backstop: bulk_operations/finish may be lost. */
async function watchOperation(key: SyncKey, row: Sync): Promise<void> {
  const { bulkOperation: operation } = await adminFor(key.shop).query(READ_OPERATION, { id: row.operationId ?? '' })
  switch (operation?.status) {
    case 'COMPLETED':
      await save(key, {
        state: 'loading',
        url: operation.url,
        read: Number(operation.objectCount),
        total: Number(operation.objectCount),
        loaded: 0,
      })
      return enqueueAdvance(db, key)
    case 'CREATED':
    case 'RUNNING':
      await save(key, { read: Number(operation.objectCount) })
      return enqueueAdvance(db, key, later(now(), pollDelay(row)))
    default:
      return startOver(key, row, `Shopify's bulk operation ended: ${operation?.errorCode ?? operation?.status ?? 'it is unknown'}`)
  }
}

const pollDelay = ({ openedAt }: Sync): number =>
  Math.min(30 * SECONDS, Math.max(SECONDS, (now().getTime() - (openedAt?.getTime() ?? 0)) / 10))

async function startOver(key: SyncKey, row: Sync, reason: string): Promise<void> {
  const attempts = row.attempts + 1
  if (attempts >= TRIES) return void (await save(key, { state: 'failed', attempts, reason, finishedAt: now() }))
  await save(key, {
    state: 'waiting',
    attempts,
    reason,
    startedAt: null,
    operationId: null,
    openedAt: null,
    url: null,
    read: 0,
    total: null,
    loaded: 0,
  })
  await enqueueAdvance(db, key, later(now(), BUSY_WAIT))
}

/** Each chunk is one commit together with its progress; lines that are in our tables already are skipped. */
async function loadResult(key: SyncKey, row: Sync): Promise<void> {
  const load = { shop: key.shop, run: key.run, openedAt: row.openedAt ?? now() }
  const loader = LOADERS[key.kind]
  const lines = readLines(row.url)
  for await (const chunk of chunksOf(lines, CHUNK, row.loaded)) {
    await transact(async (tx) => {
      const changed = await loader.load(tx, load, chunk)
      await tx.sync.update({ where: where(key), data: { loaded: { increment: chunk.length }, changed: { increment: changed } } })
    })
  }
  await finish(key, row)
}

async function finish(key: SyncKey, row: Sync): Promise<void> {
  const load = { shop: key.shop, run: key.run, openedAt: row.openedAt ?? now() }
  await transact(async (tx) => {
    const gone = row.since ? 0 : await LOADERS[key.kind].bury(tx, load)
    const done = await tx.sync.update({
      where: where(key),
      data: { state: 'done', reason: null, finishedAt: now(), changed: { increment: gone } },
    })
    log.info({ ...key, loaded: done.loaded, changed: done.changed }, 'a part of the mirror is loaded')
    if (done.changed > 0 && (key.kind === 'products' || key.kind === 'collections')) await catalogChanged(tx, key.shop)
  })
}

/** bulk_operations/finish: no need to wait for the next poll. */
export async function finishOperation({ shop, body }: Delivered): Promise<void> {
  const id = String((body as { admin_graphql_api_id?: unknown }).admin_graphql_api_id)
  const row = await db.sync.findFirst({ where: { shop, operationId: id, state: 'running' } })
  if (row) await enqueueAdvance(db, { shop, run: row.run, kind: row.kind as Kind })
}

import { now } from './clock.server.ts'
import { db, transact, type Tx } from './db.server.ts'
import { parseExactly, resourceOf } from './inbox.ts'
import { enqueue } from './jobs.server.ts'
import type { JobPayloads, JobTask } from './jobs.ts'
import { log } from './log.server.ts'

/** A webhook as a reaction gets it. Ids are text; Shopify's field names are kept. */
export interface Delivered {
  shop: string
  id: string
  topic: string
  eventId: string | null
  triggeredAt: Date | null
  receivedAt: Date
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each reaction parses its own topic at its door.
  body: any
}
/** A reaction may find that there was nothing to do, and says why. */
export type Reaction = (delivery: Delivered) => Promise<void | { ignored: string }>
export type TopicTable = Readonly<Record<string, Reaction>>

/** Names why a delivery is not for us, e.g. its shop has left; null when it is. */
export type Doubt = (shop: string, topic: string) => Promise<string | null>

type Key = JobPayloads['process-delivery']

/** Every way that a delivery ends is written on it. */
export const processDelivery =
  (topics: TopicTable, doubt: Doubt): JobTask<'process-delivery'> =>
  async (key, attempt) => {
    const row = await db.delivery.findUnique({ where: { shop_source_id: key } })
    if (row?.state !== 'waiting') return
    const body = parsed(row.body)
    if (body === undefined) return finish(key, 'failed', 'the body is not JSON')
    const resource = resourceOf(body)
    const react = topics[row.topic]
    const unwanted = react ? ((await doubt(row.shop, row.topic)) ?? (await repeated(row, resource))) : 'nothing reacts to this topic'
    if (!react || unwanted) return finish(key, 'ignored', unwanted ?? '')
    let said: Awaited<ReturnType<Reaction>>
    try {
      said = await react({ ...row, body })
    } catch (error) {
      return fail(key, attempt, error)
    }
    if (said) return finish(key, 'ignored', said.ignored, resource)
    await finish(key, 'done', null, resource)
  }

function parsed(text: string): unknown {
  try {
    return parseExactly(text)
  } catch {
    return undefined
  }
}

/** Shopify may send one business event several times under different delivery ids. */
async function repeated(
  row: { shop: string; id: string; topic: string; eventId: string | null },
  resource: string,
): Promise<string | null> {
  if (!row.eventId || !resource) return null
  const { shop, topic, eventId } = row
  const before = await db.delivery.findFirst({
    where: { shop, eventId, topic, resource, state: 'done', id: { not: row.id } },
    select: { id: true },
  })
  return before && `the same event as ${before.id}`
}

// The body has served: what a rule needs is in our tables now, and nobody's address stays here. The delivery itself may be gone: the one
// that redacts a shop deletes all of the shop's, its own included.
const finish = async (key: Key, state: 'done' | 'ignored' | 'failed', reason: string | null, resource?: string) => {
  const kept = state === 'failed' ? {} : { body: '' }
  await db.delivery.updateMany({
    where: key,
    data: { state, reason, finishedAt: now(), attempts: { increment: 1 }, ...kept, ...(resource ? { resource } : {}) },
  })
}

async function fail(key: Key, attempt: { last: boolean }, error: unknown): Promise<void> {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 1_000)
  if (attempt.last) {
    log.error({ ...key, err: error }, 'a delivery has used up its tries')
    return finish(key, 'failed', reason)
  }
  await db.delivery.updateMany({ where: key, data: { attempts: { increment: 1 }, reason } })
  throw error
}

/** What waits with its reason, newest first: failed for good, or tried in vain so far. */
export const troubledDeliveries = (shop: string, limit = 50) =>
  db.delivery.findMany({
    where: { shop, OR: [{ state: 'failed' }, { state: 'waiting', attempts: { gt: 0 } }] },
    orderBy: { receivedAt: 'desc' },
    take: limit,
    select: { source: true, id: true, topic: true, state: true, reason: true, attempts: true, receivedAt: true },
  })

/** The last that a source sent, whatever became of them. */
export const recentDeliveries = (shop: string, source: string, limit = 10) =>
  db.delivery.findMany({
    where: { shop, source },
    orderBy: { receivedAt: 'desc' },
    take: limit,
    select: { receivedAt: true, state: true, reason: true },
  })

/** Whether something that a source sent until then is stored and has not been worked off. What came in the future came before our clock was put back. */
export async function isAnyWaiting(tx: Tx, { shop, source, until }: { shop: string; source: string; until: Date }): Promise<boolean> {
  const inTime = [{ receivedAt: { lte: until } }, { receivedAt: { gt: now() } }]
  return (await tx.delivery.findFirst({ where: { shop, source, state: 'waiting', OR: inTime }, select: { id: true } })) !== null
}

/** Gives a failed delivery all its tries again. */
export async function retryDelivery(shop: string, source: string, id: string): Promise<void> {
  await transact(async (tx) => {
    const { count } = await tx.delivery.updateMany({
      where: { shop, source, id, state: { in: ['failed', 'waiting'] }, body: { not: '' } },
      data: { state: 'waiting', attempts: 0, reason: null, finishedAt: null },
    })
    if (count > 0) await enqueue(tx, 'process-delivery', { shop, source, id }, { key: `delivery:${source}:${shop}:${id}` })
  })
}

const KEPT_DAYS = 30

/** Finished deliveries are only kept to recognise repetitions and to explain the recent past. */
export async function forgetDeliveries(): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * 86_400_000)
  await db.delivery.deleteMany({ where: { state: { in: ['done', 'ignored'] }, finishedAt: { lt: before } } })
}

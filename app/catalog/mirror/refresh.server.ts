import { db, transact } from '../../platform/db.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'
import { SECONDS } from '../../values/time.ts'
import { READERS } from './readers.server.ts'
import { beginReading } from './stamp.server.ts'
import { staleOnes, unmark } from './stale.server.ts'
import type { Mark } from './stale.server.ts'
import { nextTurn } from './stale.ts'
import type { StaleKind, Turn } from './stale.ts'

const RUN = 5 * SECONDS
// By shop. Lost with the process, for a round that begins anew is as fair.
const turns = new Map<string, Turn>()

/** Reads again from Shopify what was noted as stale, in batches. One at a time per shop; long lists are taken in turns. */
export async function refreshCatalog({ shop }: { shop: string }): Promise<void> {
  const until = performance.now() + RUN
  for (;;) {
    const next = await nextBatch(shop)
    if (!next) return
    await refreshBatch(shop, next.kind, next.marks)
    if (performance.now() > until) return enqueue(db, 'refresh-catalog', { shop }, { queue: `refresh:${shop}` })
  }
}

async function nextBatch(shop: string): Promise<{ kind: StaleKind; marks: Mark[] } | null> {
  const waiting = await db.stale.groupBy({ by: ['kind'], where: { shop } })
  const turn = nextTurn(new Set(waiting.map((row) => row.kind as StaleKind)), turns.get(shop))
  if (turn) turns.set(shop, turn)
  else turns.delete(shop)
  return turn ? { kind: turn.kind, marks: await staleOnes(db, shop, turn.kind, READERS[turn.kind].batch) } : null
}

async function refreshBatch(shop: string, kind: StaleKind, marks: Mark[]): Promise<void> {
  const readAt = await beginReading(shop)
  const ids = marks.map((mark) => mark.id)
  const apply = await READERS[kind].read(shop, ids, readAt)
  await transact(async (tx) => {
    // As webhooks do: first what is read, then the mark. The other way round the two would wait for each other.
    await apply(tx)
    await unmark(tx, shop, kind, marks)
  })
}

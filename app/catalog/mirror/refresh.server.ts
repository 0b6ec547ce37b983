import { now } from '../../platform/clock.server.ts'
import { db, transact } from '../../platform/db.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'
import { SECONDS } from '../../values/time.ts'
import { READERS } from './readers.server.ts'
import { staleOnes, unmark } from './stale.server.ts'
import type { Mark, StaleKind } from './stale.server.ts'

// What a decision needs soonest comes first; the lines of old refunds can wait.
const ORDER: readonly StaleKind[] = [
  'item',
  'product',
  'plan',
  'metafield',
  'membership',
  'collection',
  'customer',
  'payment',
  'return',
  'order',
  'refund',
]
const TURN = 5 * SECONDS

/** Reads again from Shopify what was noted as stale, in batches. One at a time per shop; long lists are taken in turns. */
export async function refreshCatalog({ shop }: { shop: string }): Promise<void> {
  const until = performance.now() + TURN
  for (;;) {
    const next = await nextBatch(shop)
    if (!next) return
    await refreshBatch(shop, next.kind, next.marks)
    if (performance.now() > until) return enqueue(db, 'refresh-catalog', { shop }, { queue: `refresh:${shop}` })
  }
}

async function nextBatch(shop: string): Promise<{ kind: StaleKind; marks: Mark[] } | null> {
  const waiting = await db.stale.groupBy({ by: ['kind'], where: { shop } })
  const kind = ORDER.find((one) => waiting.some((row) => row.kind === one))
  return kind ? { kind, marks: await staleOnes(db, shop, kind, READERS[kind].batch) } : null
}

async function refreshBatch(shop: string, kind: StaleKind, marks: Mark[]): Promise<void> {
  const readAt = now().toISOString()
  const ids = marks.map((mark) => mark.id)
  const apply = await READERS[kind].read(shop, ids, readAt)
  await transact(async (tx) => {
    // As webhooks do: first what is read, then the mark. The other way round the two would wait for each other.
    await apply(tx)
    await unmark(tx, shop, kind, marks)
  })
}

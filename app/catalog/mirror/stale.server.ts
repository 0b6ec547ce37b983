import type { ShopifyId } from '../../values/ids.ts'
import { atEnd } from '../../platform/db.server.ts'
import type { Tx } from '../../platform/db.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'

export type StaleKind =
  'product' | 'plan' | 'metafield' | 'membership' | 'collection' | 'item' | 'customer' | 'order' | 'payment' | 'return' | 'refund'

/** Notes what must be read again from Shopify; however often it is noted before the reading, it is read once. */
export async function markStale(tx: Tx, shop: string, kind: StaleKind, ids: readonly ShopifyId[]): Promise<void> {
  if (ids.length === 0) return
  // Marked anew in the same millisecond it must still differ: the reader only removes the mark that it saw.
  await tx.$executeRaw`
    INSERT INTO stale AS s (shop, kind, id, since)
    SELECT DISTINCT ${shop}, ${kind}, id, date_trunc('milliseconds', clock_timestamp()) FROM unnest(${[...ids]}::text[]) id ORDER BY id
    ON CONFLICT (shop, kind, id) DO UPDATE SET since = greatest(excluded.since, s.since + interval '1 millisecond')`
  await atEnd(tx, `refresh:${shop}`, (last) => enqueue(last, 'refresh-catalog', { shop }, { queue: `refresh:${shop}`, keepTurn: true }))
}

export interface Mark {
  id: ShopifyId
  since: Date
}

export const staleOnes = (tx: Tx, shop: string, kind: StaleKind, limit: number): Promise<Mark[]> =>
  tx.stale.findMany({ where: { shop, kind }, orderBy: { since: 'asc' }, take: limit, select: { id: true, since: true } })

export async function unmark(tx: Tx, shop: string, kind: StaleKind, marks: readonly Mark[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM stale s USING unnest(${marks.map((mark) => mark.id)}::text[], ${marks.map((mark) => mark.since.toISOString())}::text[]) m(id, since)
    WHERE s.shop = ${shop} AND s.kind = ${kind} AND s.id = m.id AND s.since <= m.since::timestamptz`
}

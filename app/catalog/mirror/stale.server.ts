import type { ShopifyId } from '../../values/ids.ts'
import { atEnd } from '../../platform/db.server.ts'
import type { Tx } from '../../platform/db.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'

export type StaleKind =
  'product' | 'plan' | 'metafield' | 'membership' | 'collection' | 'item' | 'customer' | 'order' | 'payment' | 'return' | 'refund'

type Notes = Map<string, [StaleKind, ShopifyId]>
const noted = new WeakMap<Tx, Map<string, Notes>>() // by shop

/** Notes what must be read again from Shopify; however often it is noted before the reading, it is read once. */
export async function markStale(tx: Tx, shop: string, kind: StaleKind, ids: readonly ShopifyId[]): Promise<void> {
  if (ids.length === 0) return
  const shops = noted.get(tx) ?? new Map<string, Notes>()
  noted.set(tx, shops)
  const notes: Notes = shops.get(shop) ?? new Map()
  shops.set(shop, notes)
  for (const id of ids) notes.set(`${kind} ${id}`, [kind, id])
  await atEnd(tx, `stale:${shop}`, (last) => writeMarks(last, shop, notes))
}

/** Whoever writes a shop's marks does so last in a transaction and alone: two who write the same ones in another order would wait for each other. */
const alone = (tx: Tx, shop: string) => tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`stale:${shop}`}, 0))::text`

async function writeMarks(tx: Tx, shop: string, notes: Notes): Promise<void> {
  const marks = [...notes.values()]
  notes.clear()
  await alone(tx, shop)
  // Marked anew in the same millisecond it must still differ: the reader only removes the mark that it saw.
  await tx.$executeRaw`
    INSERT INTO stale AS s (shop, kind, id, since)
    SELECT ${shop}, kind, id, date_trunc('milliseconds', clock_timestamp())
    FROM unnest(${marks.map(([kind]) => kind)}::text[], ${marks.map(([, id]) => id)}::text[]) AS m(kind, id) ORDER BY kind, id
    ON CONFLICT (shop, kind, id) DO UPDATE SET since = greatest(excluded.since, s.since + interval '1 millisecond')`
  await enqueue(tx, 'refresh-catalog', { shop }, { queue: `refresh:${shop}`, keepTurn: true })
}

export interface Mark {
  id: ShopifyId
  since: Date
}

export const staleOnes = (tx: Tx, shop: string, kind: StaleKind, limit: number): Promise<Mark[]> =>
  tx.stale.findMany({ where: { shop, kind }, orderBy: { since: 'asc' }, take: limit, select: { id: true, since: true } })

export async function unmark(tx: Tx, shop: string, kind: StaleKind, marks: readonly Mark[]): Promise<void> {
  await alone(tx, shop)
  await tx.$executeRaw`
    DELETE FROM stale s USING unnest(${marks.map((mark) => mark.id)}::text[], ${marks.map((mark) => mark.since.toISOString())}::text[]) m(id, since)
    WHERE s.shop = ${shop} AND s.kind = ${kind} AND s.id = m.id AND s.since <= m.since::timestamptz`
}

import type { ShopifyId } from '../../values/ids.ts'
import { atEnd } from '../../platform/db.server.ts'
import type { Tx } from '../../platform/db.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'
import type { StaleKind } from './stale.ts'

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
  // Counted, not timed: no clock that is put back makes a mark older. Noted anew it keeps its place: else what changes most often comes last.
  await tx.$executeRaw`
    INSERT INTO stale AS s (shop, kind, id)
    SELECT ${shop}, kind, id FROM unnest(${marks.map(([kind]) => kind)}::text[], ${marks.map(([, id]) => id)}::text[]) AS m(kind, id) ORDER BY kind, id
    ON CONFLICT (shop, kind, id) DO UPDATE SET mark = excluded.mark`
  await enqueue(tx, 'refresh-catalog', { shop }, { queue: `refresh:${shop}`, keepTurn: true })
}

export interface Mark {
  id: ShopifyId
  mark: bigint
}

export const staleOnes = (tx: Tx, shop: string, kind: StaleKind, limit: number): Promise<Mark[]> =>
  tx.stale.findMany({ where: { shop, kind }, orderBy: { place: 'asc' }, take: limit, select: { id: true, mark: true } })

/** What was noted anew while it was read stays, at the end of the line. */
export async function unmark(tx: Tx, shop: string, kind: StaleKind, marks: readonly Mark[]): Promise<void> {
  await alone(tx, shop)
  const [ids, seen] = [marks.map(({ id }) => id), marks.map(({ mark }) => mark)]
  await tx.$executeRaw`
    DELETE FROM stale s USING unnest(${ids}::text[], ${seen}::bigint[]) m(id, mark)
    WHERE s.shop = ${shop} AND s.kind = ${kind} AND s.id = m.id AND s.mark = m.mark`
  await tx.$executeRaw`UPDATE stale SET place = DEFAULT WHERE shop = ${shop} AND kind = ${kind} AND id = ANY(${ids}::text[])`
}

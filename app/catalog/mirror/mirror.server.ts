import type { Tx } from '../../platform/db.server.ts'
import { emit } from '../../platform/events.server.ts'
import { notify } from '../../platform/notify.server.ts'
import type { Table } from './tables.ts'
import { upsertSql } from './upsert.ts'

const statements = new Map<Table, string>()

const statementOf = (table: Table): string => {
  const known = statements.get(table) ?? upsertSql(table)
  statements.set(table, known)
  return known
}

export type Written<Row> = { row: Row; isNew: boolean; wasKnown: boolean }

/** Writes the rows that are not older than ours; answers with those that were taken, and whether they told anything new. */
export async function write<Row extends object>(tx: Tx, table: Table, shop: string, rows: readonly Row[]): Promise<Written<Row>[]> {
  if (rows.length === 0) return []
  const keyOf = (row: object) => table.key.map((name) => (row as Record<string, unknown>)[name]).join('/')
  const unique = new Map(rows.map((row) => [keyOf(row), row]))
  const json = JSON.stringify([...unique.values()])
  const taken = await tx.$queryRawUnsafe<({ isNew: boolean; wasKnown: boolean } & Record<string, string>)[]>(statementOf(table), shop, json)
  return taken.flatMap((written) => {
    const row = unique.get(keyOf(written))
    return row ? [{ row, isNew: written.isNew, wasKnown: written.wasKnown }] : []
  })
}

/** What decisions can see has changed: every process compiles its snapshot anew. Last in its transaction, for it locks the shop's row. */
export async function catalogChanged(tx: Tx, shop: string): Promise<void> {
  await emit(tx, 'catalog.changed', { shop })
  await notify(tx, 'snapshot', shop)
  await tx.$executeRaw`UPDATE shop SET snapshot_version = snapshot_version + 1 WHERE shop = ${shop}`
}

/** The currency of prices that name none. */
export async function currencyOf(tx: Tx, shop: string): Promise<string> {
  const known = await tx.shop.findUnique({ where: { shop }, select: { currency: true } })
  if (!known) throw new Error(`${shop} is not installed`)
  return known.currency
}

/** Of these parents, those that live and whose stored state is the one that was read at that moment; held until the transaction ends, so that their parts can be written. */
export async function heldBy(tx: Tx, table: Table, shop: string, ids: readonly string[], readAt: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM "${table.name}" WHERE shop = $1 AND id = ANY($2::text[]) AND read_at = $3::timestamptz ${table.buries ? 'AND deleted_at IS NULL' : ''}
     ORDER BY id FOR UPDATE`,
    shop,
    [...new Set(ids)],
    readAt,
  )
  return new Set(rows.map((row) => row.id))
}

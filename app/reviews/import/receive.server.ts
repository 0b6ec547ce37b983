import { createHash, randomUUID } from 'node:crypto'
import { db, pool } from '#app/platform/db.server.ts'
import { refuse, ok, type Outcome } from '#app/values/outcome.ts'
import type { Mapping } from './format.ts'
import { mappingOf, recognise } from './formats.ts'
import { readRecords } from './read-file.server.ts'
import { orderIn, type DateOrder } from './values.ts'

const AT_ONCE = 500
const MOST_ROWS = 500_000
// A spreadsheet or an archive that is called .csv: no header has signs such as these.
const NO_TEXT = /(?![\t\n\r])\p{Cc}/u

export type Unreceived = 'empty' | 'unreadable' | 'no-text' | 'too-long'

/**
 * Takes a file in as it comes: each line becomes a row of ours, so that nothing has to be held, and nothing is lost in a crash. `key` is the
 * file's own: chosen once more before it was begun, it is the same import, read anew where it broke off.
 */
export async function receiveFile(
  shop: string,
  fileName: string,
  file: AsyncIterable<Uint8Array>,
  key: string | null = null,
): Promise<Outcome<string, Unreceived>> {
  const { id, isRead } = await idFor(shop, key)
  if (isRead) return ok(id)
  let encoding = 'utf-8'
  const records = readRecords(file, (heard) => (encoding = heard))
  try {
    const header = (await records.next()).value as string[] | undefined
    if (header?.some((cell) => NO_TEXT.test(cell))) return refuse('no-text')
    if (!header || header.length < 2) return refuse('empty')
    const format = recognise(header)
    const mapping = format ? mappingOf(format, header) : {}
    await db.reviewImport.create({ data: { shop, id, format: format?.name ?? null, fileName, state: 'reading', header, mapping } })
    const { rows, order } = await keep(shop, id, records, mapping)
    if (rows > MOST_ROWS) return await forget(shop, id, 'too-long')
    if (rows === 0) return await forget(shop, id, 'empty')
    // Before the statistics know of so many new lines, each look-up among them would read them all.
    await pool.query('analyze review_import_row')
    const read = { state: 'mapped', rows, dateOrder: order, encoding }
    const { count } = await db.reviewImport.updateMany({ where: { shop, id }, data: read })
    // Discarded while it was read.
    return count > 0 ? ok(id) : await forget(shop, id, 'empty')
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error
    const { because } = await forget(shop, id, 'unreadable')
    // What could be read, the header among it, ends where the trouble begins.
    return refuse(because, 'records' in error ? { line: Number(error.records) + 1 } : undefined)
  }
}

async function idFor(shop: string, key: string | null): Promise<{ id: string; isRead: boolean }> {
  if (key === null) return { id: randomUUID(), isRead: false }
  const id = createHash('sha256').update(key).digest('hex').slice(0, 32)
  const before = await db.reviewImport.findUnique({ where: { shop_id: { shop, id } } })
  if (before && before.state !== 'mapped' && before.state !== 'reading') return { id: randomUUID(), isRead: false }
  if (before?.state === 'reading') await forget(shop, id, 'empty')
  return { id, isRead: before?.state === 'mapped' }
}

async function forget<Reason extends string>(shop: string, id: string, because: Reason) {
  await db.reviewImportRow.deleteMany({ where: { shop, importId: id } })
  await db.reviewImport.deleteMany({ where: { shop, id } })
  return refuse(because)
}

async function keep(shop: string, id: string, records: AsyncIterable<string[]>, mapping: Mapping) {
  let batch: string[][] = []
  let rows = 0
  const orders = new Set<DateOrder>()
  const flush = async () => {
    await write(shop, id, rows, batch)
    rows += batch.length
    batch = []
  }
  for await (const cells of records) {
    const order = orderIn(cells[mapping.date ?? -1] ?? '')
    if (order) orders.add(order)
    batch.push(cells.map((cell) => cell.replaceAll('\u0000', '')))
    if (batch.length === AT_ONCE) await flush()
    if (rows > MOST_ROWS) break
  }
  await flush()
  const [order, another] = [...orders]
  // A file that has both is of two minds: each clear date counts, and the others are reported.
  return { rows, order: another ? null : (order ?? null) }
}

const write = (shop: string, id: string, before: number, batch: readonly string[][]) =>
  pool.query(
    `insert into review_import_row (shop, import_id, n, cells)
     select $1, $2, $3::int + r.ordinality, array(select jsonb_array_elements_text(r.value))
     from jsonb_array_elements($4::jsonb) with ordinality r`,
    [shop, id, before, JSON.stringify(batch)],
  )

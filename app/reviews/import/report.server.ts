import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { now } from '#app/platform/clock.server.ts'
import { db, pool, transact } from '#app/platform/db.server.ts'
import { readKnown } from './bring.server.ts'
import type { Mapping } from './format.ts'
import { matchProduct, readRow, type ReadRow, type Refusal } from './row.ts'
import type { DateOrder } from './values.ts'

const AT_ONCE = 1_000
const PREVIEWED = 200
const SHOWN = 8

interface Kept {
  n: number
  cells: string[]
  state: string
  because: string | null
}

const page = async (shop: string, id: string, after: number, count: number): Promise<Kept[]> =>
  (
    await pool.query<Kept>(
      'select n, cells, state, because from review_import_row where shop = $1 and import_id = $2 and n > $3 order by n limit $4',
      [shop, id, after, count],
    )
  ).rows

/** Every line of the file with what became of it, as CSV; read as fast as it is sent. */
export function reportOf(shop: string, id: string, header: readonly string[]): ReadableStream {
  const lines = async function* () {
    yield ['line', 'result', 'reason', ...header]
    for (let after = 0; ;) {
      const rows = await page(shop, id, after, AT_ONCE)
      for (const { n, state, because, cells } of rows) yield [n + 1, state, because ?? '', ...cells]
      if (rows.length < AT_ONCE) return
      after = rows.at(-1)?.n ?? after
    }
  }
  const csv = stringify({ bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true })
  return Readable.toWeb(Readable.from(lines()).pipe(csv)) as ReadableStream
}

export interface Preview {
  looked: number
  fitting: number
  reasons: { because: Refusal; count: number }[]
  rows: { n: number; rating: number; author: string; body: string; product: string | null }[]
}

/** What the first lines would become, before anything is brought along. */
export async function previewImport(shop: string, id: string, mapping: Mapping, order: DateOrder | null): Promise<Preview> {
  const [lines, known] = await Promise.all([
    page(shop, id, 0, PREVIEWED),
    db.shop.findUnique({ where: { shop }, select: { timeZone: true } }),
  ])
  const reading = { order, timeZone: known?.timeZone ?? 'UTC', now: now() }
  const read = lines.map(({ n, cells }) => ({ n, row: readRow(cells, mapping, reading) }))
  const good = read.flatMap(({ n, row }) => (row.ok ? [{ n, row: row.value }] : []))
  const products = await transact((tx) =>
    readKnown(
      tx,
      shop,
      good.map(({ row }) => row.product),
    ),
  )
  const matched = good.map(({ n, row }) => ({ n, row, product: matchProduct(row.product, products) }))
  const because = [
    ...read.flatMap(({ row }) => (row.ok ? [] : [row.because])),
    ...matched.flatMap(({ product }) => (product.ok ? [] : [product.because])),
  ]
  const titles = await titlesOf(
    shop,
    matched.flatMap(({ product }) => (product.ok ? [product.value] : [])),
  )
  const shown = (row: ReadRow) => ({ rating: row.rating, author: row.author, body: row.body.slice(0, 140) })
  return {
    looked: lines.length,
    fitting: matched.filter(({ product }) => product.ok).length,
    reasons: [...Map.groupBy(because, (one) => one)].map(([one, all]) => ({ because: one, count: all.length })),
    rows: matched
      .slice(0, SHOWN)
      .map(({ n, row, product }) => ({ n, ...shown(row), product: product.ok ? (titles.get(product.value) ?? null) : null })),
  }
}

async function titlesOf(shop: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.product.findMany({ where: { shop, id: { in: [...ids] } }, select: { id: true, title: true } })
  return new Map(rows.map(({ id, title }) => [id, title]))
}

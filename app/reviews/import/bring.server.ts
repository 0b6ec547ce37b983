import { createHash } from 'node:crypto'
import { Prisma } from '@prisma/client'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/db.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { emitMany } from '#app/platform/events.server.ts'
import { logReview } from '../log.server.ts'
import type { Mapping } from './format.ts'
import { matchProduct, naturalKey, readRow, type KnownProducts, type ReadRow, type Refusal } from './row.ts'
import type { DateOrder } from './values.ts'

export const AT_ONCE = 500

interface Told {
  shop: string
  importId: string
  mapping: Mapping
  order: DateOrder | null
  /** Of reviews whose language nobody has told. */
  locale: string
}
interface Line {
  n: number
  cells: string[]
}
interface Fit {
  n: number
  id: string
  key: string
  productId: string
  row: ReadRow
}
type Judged = { fit: Fit } | { n: number; because: Refusal }

/** Brings the next lines along in one transaction; answers how many there were. After a crash the same lines are simply the next ones again. */
export const bringNext = (told: Told): Promise<number> =>
  transact(async (tx) => {
    const { shop, importId } = told
    const lines = await tx.$queryRaw<Line[]>`
      select n, cells from review_import_row where shop = ${shop} and import_id = ${importId} and state = 'waiting'
      order by n limit ${AT_ONCE} for update`
    if (lines.length === 0) return 0
    const judged = await judge(tx, told, lines)
    const fits = judged.flatMap((one) => ('fit' in one ? [one.fit] : []))
    const added = await add(tx, told, fits)
    await mark(tx, told, judged, added)
    const products = new Map(fits.filter(({ key }) => added.has(key)).map(({ productId, id }) => [productId, id]))
    await emitMany(
      tx,
      'review.changed',
      [...products].map(([productId, reviewId]) => ({ shop, reviewId, productId })),
    )
    return lines.length
  })

async function judge(tx: Tx, told: Told, lines: readonly Line[]): Promise<Judged[]> {
  const read = lines.map(({ n, cells }) => ({ n, row: readRow(cells, told.mapping, told.order) }))
  const known = await readKnown(
    tx,
    told.shop,
    read.flatMap(({ row }) => (row.ok ? [row.value.product] : [])),
  )
  return read.map(({ n, row }): Judged => {
    if (!row.ok) return { n, because: row.because }
    const product = matchProduct(row.value.product, known)
    if (!product.ok) return { n, because: product.because }
    const key = createHash('sha256').update(naturalKey(row.value, product.value)).digest('base64url')
    return { fit: { n, key, id: `import-${key.slice(0, 22)}`, productId: product.value, row: row.value } }
  })
}

export async function readKnown(tx: Tx, shop: string, named: readonly ReadRow['product'][]): Promise<KnownProducts> {
  const all = (pick: (one: ReadRow['product']) => string | null) => [...new Set(named.flatMap((one) => pick(one) ?? []))]
  const [ids, handles, skus] = [all(({ id }) => id), all(({ handle }) => handle), all(({ sku }) => sku)]
  const products = await tx.product.findMany({
    where: { shop, deletedAt: null, OR: [{ id: { in: ids } }, { handle: { in: handles } }] },
    select: { id: true, handle: true },
  })
  const variants =
    skus.length > 0 ? await tx.variant.findMany({ where: { shop, sku: { in: skus } }, select: { sku: true, productId: true } }) : []
  return {
    ids: new Set(products.map(({ id }) => id)),
    handles: new Map(products.map(({ handle, id }) => [handle, id])),
    skus: new Map(variants.flatMap(({ sku, productId }) => (sku ? [[sku, productId]] : []))),
  }
}

/** What is new among them; the key of a review that is there already, from this file or another, adds nothing. */
async function add(tx: Tx, told: Told, fits: readonly Fit[]): Promise<Set<string>> {
  const { shop, importId } = told
  const first = [...new Map(fits.toReversed().map((fit) => [fit.key, fit])).values()]
  const held = await tx.review.findMany({
    where: { shop, source: 'import', sourceId: { in: first.map(({ key }) => key) } },
    select: { sourceId: true },
  })
  const there = new Set(held.map(({ sourceId }) => sourceId))
  const fresh = first.filter(({ key }) => !there.has(key))
  await tx.review.createMany({ data: fresh.map((fit) => reviewOf(fit, told)) })
  await tx.reviewMedia.createMany({ data: fresh.flatMap(({ id, row }) => mediaOf(shop, id, row)) })
  await logReview(
    tx,
    fresh.map(({ id }) => ({ shop, reviewId: id, at: now(), who: 'Encore', what: 'imported', detail: { importId } })),
  )
  return new Set(fresh.map(({ key }) => key))
}

/** Never verified by a file's word, and no reward can follow: `import` is excluded from both. */
function reviewOf({ id, key, productId, row }: Fit, { shop, importId, locale }: Told): Prisma.ReviewCreateManyInput {
  const { rating, title, body, author, email, country, recommends, reply, repliedAt, published } = row
  const submittedAt = row.submittedAt ?? now()
  return {
    ...{ shop, id, productId, source: 'import', sourceId: key, importId, rating, title, body, author, email, country, recommends },
    ...{ language: row.language ?? locale, verified: false, incentive: row.incentivised ? REWARDED : null, submittedAt },
    ...(published ? { state: 'published', publishedAt: submittedAt } : { state: 'held', heldFor: 'not-published-before' }),
    ...{ reply, repliedAt: reply ? (repliedAt ?? submittedAt) : null },
  }
}

const REWARDED = 'a reward, as the file says'

const mediaOf = (shop: string, reviewId: string, { photos, videos }: ReadRow) =>
  [...photos.map((url) => ({ kind: 'photo', url })), ...videos.map((url) => ({ kind: 'video', url }))].map((one, position) => ({
    ...{ shop, reviewId, id: `import-${position}`, position, state: 'stored' },
    ...one,
  }))

async function mark(tx: Tx, { shop, importId }: Told, judged: readonly Judged[], added: ReadonlySet<string>): Promise<void> {
  const seen = new Set<string>()
  const groups = Map.groupBy(judged, (one) => {
    if (!('fit' in one)) return `refused ${one.because}`
    const isNew = added.has(one.fit.key) && !seen.has(one.fit.key)
    seen.add(one.fit.key)
    return isNew ? 'added' : 'known'
  })
  const counts = { added: 0, known: 0, refused: 0 }
  for (const [name, lines] of groups) {
    const [state = '', because] = name.split(' ')
    const numbers = lines.map((one) => ('fit' in one ? one.fit.n : one.n))
    counts[state as keyof typeof counts] += numbers.length
    await tx.$executeRaw`
      update review_import_row set state = ${state}, because = ${because ?? null}
      where shop = ${shop} and import_id = ${importId} and n = any(${numbers}::int[])`
  }
  await tx.reviewImport.update({
    where: { shop_id: { shop, id: importId } },
    data: { added: { increment: counts.added }, known: { increment: counts.known }, refused: { increment: counts.refused } },
  })
}

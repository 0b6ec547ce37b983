import { createHash } from 'node:crypto'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/db.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { emitMany } from '#app/platform/events.server.ts'
import type { Mapping } from './format.ts'
import { matchProduct, naturalKey, readRow, type KnownProducts, type ReadRow, type Refusal } from './row.ts'
import type { DateOrder } from './values.ts'

export const AT_ONCE = 500

interface Told {
  shop: string
  importId: string
  mapping: Mapping
  order: DateOrder | null
  timeZone: string
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
  const reading = { order: told.order, timeZone: told.timeZone, now: now() }
  const read = lines.map(({ n, cells }) => ({ n, row: readRow(cells, told.mapping, reading) }))
  const known = await readKnown(
    tx,
    told.shop,
    read.flatMap(({ row }) => (row.ok ? [row.value.product] : [])),
  )
  return read.map(({ n, row }): Judged => {
    if (!row.ok) return { n, because: row.because }
    const product = matchProduct(row.value.product, known)
    if (!product.ok) return { n, because: product.because }
    const key = createHash('sha256')
      .update(naturalKey(row.value, product.value, told.timeZone))
      .digest('base64url')
    return { fit: { n, key, id: `import-${key.slice(0, 22)}`, productId: product.value, row: row.value } }
  })
}

export async function readKnown(tx: Tx, shop: string, named: readonly ReadRow['product'][]): Promise<KnownProducts> {
  const all = (pick: (one: ReadRow['product']) => string | null) => [...new Set(named.flatMap((one) => pick(one) ?? []))]
  const [ids, handles, skus] = [all(({ id }) => id), all(({ handle }) => handle), all(({ sku }) => sku)]
  const products = await tx.$queryRaw<{ id: string; handle: string }[]>`
    select id, handle from product where shop = ${shop} and deleted_at is null and (id = any(${ids}) or handle = any(${handles}))`
  const variants =
    skus.length === 0
      ? []
      : await tx.$queryRaw<{ sku: string | null; productId: string }[]>`
          select sku, product_id as "productId" from variant where shop = ${shop} and sku = any(${skus})`
  return {
    ids: new Set(products.map(({ id }) => id)),
    handles: new Map(products.map(({ handle, id }) => [handle, id])),
    skus: new Map(variants.flatMap(({ sku, productId }) => (sku ? [[sku, productId]] : []))),
  }
}

/**
 * What is new among them; the key of a review that is there already, from this file or another, adds nothing. One statement for all: by row,
 * a hundred thousand of them would take minutes.
 */
async function add(tx: Tx, told: Told, fits: readonly Fit[]): Promise<Set<string>> {
  const { shop, importId } = told
  const there = await readThere(tx, told.shop, fits)
  const absent = fits.filter(({ row }) => row.reviewId === null || !there.has(row.reviewId))
  const first = [...new Map(absent.toReversed().map((fit) => [fit.key, fit])).values()]
  const added = await tx.$queryRaw<{ id: string; key: string }[]>`
    insert into review (shop, id, product_id, source, source_id, import_id, rating, title, body, author, email, country, recommends, language,
      incentive, state, held_for, reply, replied_at, submitted_at, published_at, updated_at)
    select ${shop}, r.id, r.product, 'import', r.key, ${importId}, r.rating, r.title, r.body, r.author, r.email, r.country, r.recommends, r.language,
      r.incentive, r.state, r.held, r.reply, r.replied, r.submitted, case when r.state = 'published' then r.submitted end, ${now()}
    from jsonb_to_recordset(${JSON.stringify(first.map((fit) => reviewOf(fit, told)))}::jsonb) as r(id text, product text, key text, rating int,
      title text, body text, author text, email text, country text, recommends boolean, language text, incentive text, state text, held text,
      reply text, replied timestamptz, submitted timestamptz)
    on conflict do nothing returning id, source_id as key`
  const keys = new Set(added.map(({ key }) => key))
  const media = first.filter(({ key }) => keys.has(key)).flatMap(({ id, row }) => mediaOf(shop, id, row))
  if (media.length > 0) await tx.reviewMedia.createMany({ data: media })
  await tx.$executeRaw`
    insert into review_log (shop, review_id, id, at, who, what, detail)
    select ${shop}, id, gen_random_uuid()::text, ${now()}, 'Encore', 'imported', jsonb_build_object('importId', ${importId}::text)
    from unnest(${added.map(({ id }) => id)}::text[]) as r(id)`
  return keys
}

/** Of our own export, what has never left. */
async function readThere(tx: Tx, shop: string, fits: readonly Fit[]): Promise<Set<string>> {
  const ids = fits.flatMap(({ row }) => row.reviewId ?? [])
  const found = ids.length === 0 ? [] : await tx.review.findMany({ where: { shop, id: { in: ids } }, select: { id: true } })
  return new Set(found.map(({ id }) => id))
}

/** Never verified by a file's word (the column's default), and no reward can follow: `import` is excluded from both. */
function reviewOf({ id, key, productId, row }: Fit, { locale }: Told) {
  const { rating, title, body, author, email, country, recommends, reply, repliedAt, published } = row
  const submitted = row.submittedAt ?? now()
  return {
    id,
    key,
    product: productId,
    rating,
    title,
    body,
    author,
    email,
    country,
    recommends,
    reply,
    submitted,
    language: row.language ?? locale,
    incentive: row.incentivised ? REWARDED : null,
    ...(published ? { state: 'published' } : { state: 'held', held: 'not-published-before' }),
    replied: reply ? (repliedAt ?? submitted) : null,
  }
}

const REWARDED = 'a reward, as the file says'

const mediaOf = (shop: string, reviewId: string, { photos, videos }: ReadRow) =>
  [...photos.map((url) => ({ kind: 'photo', url })), ...videos.map((url) => ({ kind: 'video', url }))].map((one, position) => ({
    shop,
    reviewId,
    id: `import-${position}`,
    position,
    state: 'stored',
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

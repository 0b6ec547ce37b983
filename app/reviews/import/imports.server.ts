import type { ReviewImport } from '@prisma/client'
import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { emitMany } from '#app/platform/events.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { onePage } from '#app/platform/one-page.server.ts'
import { languageOf } from '#app/values/languages.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { DAYS, later } from '#app/values/time.ts'
import { removeMedia } from '../media/remove.server.ts'
import { bringNext } from './bring.server.ts'
import type { Mapping } from './format.ts'
import type { DateOrder } from './values.ts'

export const UNDO_WITHIN = 7 * DAYS
const GONE_AT_ONCE = 1_000

/** The latest first. */
export const listImports = (shop: string, page: number) =>
  onePage(page, (part) => db.reviewImport.findMany({ where: { shop }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], ...part }))

export const readImport = (shop: string, id: string) => db.reviewImport.findUnique({ where: { shop_id: { shop, id } } })

/** What its page tells of it. */
export function asTold(found: ReviewImport) {
  const { id, fileName, state, format, encoding, header, rows, added, known, refused } = found
  return { id, fileName, state, format, encoding, header, rows, added, known, refused }
}

/** The columns and the order of day and month, as the merchant has them; then the job goes on by itself. */
export const startImport = (
  shop: string,
  id: string,
  mapping: Mapping,
  dateOrder: DateOrder | null,
): Promise<Outcome<null, 'not-mapped'>> =>
  transact(async (tx) => {
    if (mapping.rating === undefined) return refuse('not-mapped')
    const { count } = await tx.reviewImport.updateMany({
      where: { shop, id, state: 'mapped' },
      data: { state: 'running', mapping, dateOrder },
    })
    if (count === 0) return refuse('not-mapped')
    await enqueue(tx, 'bring-reviews', { shop, importId: id })
    return ok(null)
  })

/** A file that was read, or whose reading broke off, and of which nothing was brought along. */
export const discardImport = (shop: string, id: string): Promise<Outcome<null, 'begun'>> =>
  transact(async (tx) => {
    const { count } = await tx.reviewImport.deleteMany({ where: { shop, id, state: { in: ['mapped', 'reading'] } } })
    if (count === 0) return refuse('begun')
    await tx.reviewImportRow.deleteMany({ where: { shop, importId: id } })
    return ok(null)
  })

/** Goes on until no line is waiting; a second run of a finished import does nothing. */
export async function bringReviews({ shop, importId }: { shop: string; importId: string }): Promise<void> {
  const [told, known] = await Promise.all([
    readImport(shop, importId),
    db.shop.findUnique({ where: { shop }, select: { locale: true, timeZone: true } }),
  ])
  if (told?.state !== 'running') return
  const mapping = told.mapping as Mapping
  const order = told.dateOrder as DateOrder | null
  const timeZone = known?.timeZone ?? 'UTC'
  const locale = languageOf(known?.locale ?? 'en')
  while ((await bringNext({ shop, importId, mapping, order, locale, timeZone })) > 0);
  await transact(async (tx) => {
    const { count } = await tx.reviewImport.updateMany({
      where: { shop, id: importId, state: 'running' },
      data: { state: 'done', doneAt: now() },
    })
    if (count > 0) await enqueue(tx, 'move-media', { shop, importId })
  })
}

export const mayUndo = ({ state, doneAt }: { state: string; doneAt: Date | null }, at: Date): boolean =>
  state === 'done' && doneAt !== null && later(doneAt, UNDO_WITHIN) > at

export const undoImport = (shop: string, id: string): Promise<Outcome<null, 'too-late'>> =>
  transact(async (tx) => {
    const told = await tx.reviewImport.findUnique({ where: { shop_id: { shop, id } } })
    if (!told || !mayUndo(told, now())) return refuse('too-late')
    await tx.reviewImport.update({ where: { shop_id: { shop, id } }, data: { state: 'undoing' } })
    await enqueue(tx, 'undo-import', { shop, importId: id })
    return ok(null)
  })

/** Takes out what the file brought, and only that. */
export async function takeBack({ shop, importId }: { shop: string; importId: string }): Promise<void> {
  for (;;) {
    const gone = await transact(async (tx) => {
      const reviews = await tx.review.findMany({ where: { shop, importId }, select: { id: true, productId: true }, take: GONE_AT_ONCE })
      const ids = reviews.map(({ id }) => id)
      const own = { where: { shop, reviewId: { in: ids } } }
      const filed = await tx.reviewMedia.findMany({ ...own, select: { reviewId: true }, distinct: ['reviewId'] })
      for (const { reviewId } of filed) await removeMedia(tx, shop, reviewId)
      await tx.reviewVersion.deleteMany(own)
      await tx.reviewLog.deleteMany(own)
      await tx.review.deleteMany({ where: { shop, id: { in: ids } } })
      const products = new Map(reviews.map(({ id, productId }) => [productId, id]))
      await emitMany(
        tx,
        'review.changed',
        [...products].map(([productId, reviewId]) => ({ shop, reviewId, productId })),
      )
      return reviews.length
    })
    if (gone < GONE_AT_ONCE) break
  }
  await db.reviewImport.updateMany({ where: { shop, id: importId, state: 'undoing' }, data: { state: 'undone' } })
}

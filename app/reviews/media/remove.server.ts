import { now } from '#app/platform/clock.server.ts'
import { db, type Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { AdminRefused, adminFor } from '#app/platform/shopify/admin.server.ts'
import { DeleteFiles } from './documents.ts'

const KIND = 'file-delete'

/** Takes media out of a review, and notes that their files must go from the shop too: the rows that named them are gone by then. */
export async function removeMedia(tx: Tx, shop: string, reviewId: string, ids?: readonly string[]): Promise<number> {
  const where = { shop, reviewId, ...(ids && { id: { in: [...ids] } }) }
  const files = await tx.reviewMedia.findMany({ where: { ...where, fileId: { not: null } }, select: { fileId: true } })
  const { count } = await tx.reviewMedia.deleteMany({ where })
  for (const { fileId } of files) {
    const key = `${KIND}:${fileId}`
    await tx.effect.upsert({ where: { shop_key: { shop, key } }, create: { shop, key, kind: KIND, request: { fileId } }, update: {} })
  }
  if (files.length > 0) await enqueue(tx, 'delete-files', { shop })
  return count
}

/** A file that is gone already is as good as deleted. */
export async function deleteFiles({ shop }: { shop: string }): Promise<void> {
  const planned = await db.effect.findMany({ where: { shop, kind: KIND, state: 'planned' }, take: 100 })
  for (const { key, request } of planned) {
    const { fileId } = request as { fileId: string }
    try {
      await adminFor(shop).query(DeleteFiles, { fileIds: [fileId] })
    } catch (error) {
      if (!(error instanceof AdminRefused) || !error.reasons.some(({ code }) => code === 'FILE_DOES_NOT_EXIST')) throw error
    }
    await db.effect.update({ where: { shop_key: { shop, key } }, data: { state: 'done', doneAt: now() } })
  }
}

import type { ReviewMedia } from '@prisma/client'
import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { adminFor } from '#app/platform/shopify/admin.server.ts'
import { later, SECONDS } from '#app/values/time.ts'
import { logReview } from '../log.server.ts'
import { CreateFile, FindFile, ReadFile, StageUpload, type FileRead } from './documents.ts'
import { videoTypeOf } from './video.ts'

const BETWEEN_LOOKS = 3 * SECONDS
// Shopify takes seconds for a picture and some minutes for a video.
const MOST_LOOKS = 200

type Told = 'stored' | 'failed' | 'waiting'

/** Brings what shoppers sent to Shopify Files. Each row was written with its review; the file's name follows from it, so nothing is stored twice. */
export async function storeMedia({ shop, reviewId, looks }: { shop: string; reviewId: string; looks: number }): Promise<void> {
  const planned = await db.reviewMedia.findMany({
    where: { shop, reviewId, OR: [{ state: 'planned' }, { state: 'stored', body: { not: null } }] },
    orderBy: { position: 'asc' },
  })
  const told = new Set<Told>()
  for (const one of planned) told.add(await storeOne(one, looks >= MOST_LOOKS))
  await transact(async (tx) => {
    if (told.has('waiting')) {
      const runAt = later(now(), BETWEEN_LOOKS)
      await enqueue(tx, 'store-media', { shop, reviewId, looks: looks + 1 }, { key: `store-media:${shop}:${reviewId}:again`, runAt })
    }
    const review = told.has('stored') ? await tx.review.findUnique({ where: { shop_id: { shop, id: reviewId } } }) : null
    if (review) await emit(tx, 'review.changed', { shop, reviewId, productId: review.productId })
  })
}

async function storeOne(media: ReviewMedia, last: boolean): Promise<Told> {
  const { shop, reviewId, id } = media
  const where = { shop_reviewId_id: { shop, reviewId, id } }
  const fileId = media.fileId ?? (await fileOf(media))
  if (!fileId) return settle(media, failureOf(media), 'failed')
  if (!media.fileId) await db.reviewMedia.update({ where, data: { fileId } })
  const { node } = await adminFor(shop).query(ReadFile, { id: fileId })
  const url = node?.fileStatus === 'READY' ? addressOf(node) : null
  if (node && url) {
    const { width = media.width, height = media.height } = node.image ?? {}
    return settle(media, { state: 'stored', url, width, height, body: null }, 'stored')
  }
  if (!node || node.fileStatus === 'FAILED' || last) return settle(media, failureOf(media), 'failed')
  return 'waiting'
}

/** What is shown from elsewhere meanwhile goes on being shown from there. */
const failureOf = ({ url }: ReviewMedia): Settled =>
  url ? { state: 'stored', moveProblem: 'not-taken', fileId: null, body: null } : { state: 'failed', body: null }

type Settled = {
  state: string
  moveProblem?: string
  fileId?: null
  url?: string
  width?: number | null
  height?: number | null
  body: null
}

const settle = (media: ReviewMedia, data: Settled, told: 'stored' | 'failed'): Promise<Told> =>
  transact(async (tx) => {
    const { shop, reviewId, id, kind } = media
    // She may have taken it out meanwhile.
    const { count } = await tx.reviewMedia.updateMany({ where: { shop, reviewId, id }, data })
    if (count > 0) await logReview(tx, [{ shop, reviewId, at: now(), who: 'Encore', what: `media-${told}`, detail: { kind } }])
    return told
  })

/** Videos come in several sizes; MP4 plays everywhere. */
const addressOf = ({ image, sources = [] }: FileRead): string | null =>
  image?.url ?? sources.find(({ mimeType }) => mimeType === 'video/mp4')?.url ?? sources[0]?.url ?? null

const nameOf = ({ reviewId, id }: ReviewMedia, type: string): string =>
  `encore-review-${reviewId}-${id}.${type.replace('quicktime', 'mov').slice(type.indexOf('/') + 1)}`

/** Asks first: an attempt that was cut off may have made it. Null: there is nothing to send. */
async function fileOf(media: ReviewMedia): Promise<string | null> {
  const { shop, body, kind } = media
  if (!body) return null
  const type = kind === 'photo' ? 'image/webp' : (videoTypeOf(body) ?? 'video/mp4')
  const filename = nameOf(media, type)
  const admin = adminFor(shop)
  const { files } = await admin.query(FindFile, { query: `filename:'${filename}'` })
  if (files.nodes[0]) return files.nodes[0].id
  const contentType = kind === 'photo' ? 'IMAGE' : 'VIDEO'
  const asked = { resource: contentType, filename, mimeType: type, fileSize: String(body.length), httpMethod: 'POST' } as const
  const { stagedUploadsCreate } = await admin.query(StageUpload, { input: [asked] })
  const [target] = stagedUploadsCreate.stagedTargets
  if (!target) throw new Error(`Shopify gave no place to upload ${filename} to`)
  await upload(target, new Blob([body], { type }), filename)
  const { fileCreate } = await admin.query(CreateFile, { files: [{ originalSource: target.resourceUrl, filename, contentType, alt: '' }] })
  return fileCreate.files[0]?.id ?? null
}

async function upload(target: { url: string; parameters: { name: string; value: string }[] }, file: Blob, filename: string): Promise<void> {
  const form = new FormData()
  for (const { name, value } of target.parameters) form.append(name, value)
  form.append('file', file, filename)
  const answer = await fetch(target.url, { method: 'POST', body: form, signal: AbortSignal.timeout(120 * SECONDS) })
  if (!answer.ok) throw new Error(`The upload of ${filename} was answered with ${answer.status}`)
}

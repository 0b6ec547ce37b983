import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Upload } from '#app/platform/multipart.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { field, fileName, problemsOfMedia, type Draft, type Problem } from '../collecting/draft.ts'
import { MOST_PHOTOS } from '../review.ts'
import { redrawPhoto } from './photo.server.ts'
import { withoutPlace } from './video.ts'

/** A photo or video that may be kept. The id follows from the content: the same one sent twice is one. */
export interface TakenMedia {
  productId: string
  id: string
  kind: 'photo' | 'video'
  bytes: Uint8Array
  width: number | null
  height: number | null
}

type MediaFault = 'photo-kind' | 'photo-size' | 'video-kind' | 'video-size' | 'video-place'

interface Kept {
  id: string
  kind: string
}

/** What came with the form for these products, made harmless; and what could not be taken. */
export async function takeMedia(
  uploads: readonly Upload[],
  drafts: readonly Draft[],
  keptOf: (productId: string) => readonly Kept[],
): Promise<{ media: TakenMedia[]; problems: Problem[] }> {
  const media: TakenMedia[] = []
  const problems: Problem[] = []
  for (const { productId, remove } of drafts) {
    const photos = uploads.filter((upload) => upload.field === field('photos', productId))
    const videos = uploads.filter((upload) => upload.field === field('video', productId))
    const kept = keptOf(productId).filter(({ id }) => !remove.includes(id))
    // Counted before they are read: fifty pictures are refused without drawing one.
    if (photos.length > MOST_PHOTOS || videos.length > 1) problems.push(...problemsOfMedia(productId, photos.length, videos.length))
    else {
      for (const upload of [...photos, ...videos]) {
        const taken = await takeOne(upload, productId)
        if (taken.ok) media.push(taken.value)
        else problems.push({ field: upload.field, because: taken.because, file: fileName(upload.name) })
      }
      problems.push(...problemsOfMedia(productId, ...counted(productId, media, kept)))
    }
  }
  return { media: unique(media), problems }
}

function counted(productId: string, media: readonly TakenMedia[], kept: readonly Kept[]): [photos: number, videos: number] {
  const all = new Map([...kept, ...media.filter((one) => one.productId === productId)].map(({ id, kind }) => [id, kind]))
  const count = (wanted: string) => [...all.values()].filter((kind) => kind === wanted).length
  return [count('photo'), count('video')]
}

const unique = (media: readonly TakenMedia[]): TakenMedia[] => [
  ...new Map(media.map((one) => [`${one.productId} ${one.id}`, one])).values(),
]

async function takeOne(upload: Upload, productId: string): Promise<Outcome<TakenMedia, MediaFault>> {
  return upload.field.startsWith('video') ? takeVideo(upload, productId) : takePhoto(upload, productId)
}

async function takePhoto({ path, cut }: Upload, productId: string): Promise<Outcome<TakenMedia, MediaFault>> {
  if (cut) return refuse('photo-size')
  const drawn = await redrawPhoto(path)
  if (!drawn.ok) return drawn
  const { bytes, width, height } = drawn.value
  return ok({ productId, id: idOf(bytes), kind: 'photo', bytes, width, height })
}

async function takeVideo({ path, cut }: Upload, productId: string): Promise<Outcome<TakenMedia, MediaFault>> {
  if (cut) return refuse('video-size')
  const clean = withoutPlace(await readFile(path))
  return clean.ok ? ok({ productId, id: idOf(clean.value), kind: 'video', bytes: clean.value, width: null, height: null }) : clean
}

const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 22)

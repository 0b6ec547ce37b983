import { ok, refuse, type Outcome } from '#app/values/outcome.ts'

/** ISO 14496-12 boxes of MP4 and MOV: a length, four letters, content. */
interface Box {
  type: string
  start: number
  content: number
  end: number
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf'])
/** Where cameras and phones note the place (©xyz, loci, Apple's keys, XMP), and what may hold the rest of it. No player needs any of them. */
const TELLING = new Set(['udta', 'meta', 'uuid', 'free', 'skip'])
/** Tracks that run along with the picture and note the place many times a second. */
const TELLING_SAMPLES = /gpmd|camm|rtmd|location|priv/
const MOST_DEPTH = 12

/**
 * Takes out where a video was taken. Nothing moves: telling boxes become `free` ones full of zeros, so that the places of all samples stay
 * right. A video with a track of places is refused, since those lie among its pictures.
 */
export function withoutPlaceMp4(bytes: Uint8Array): Outcome<Uint8Array, 'video-kind' | 'video-place'> {
  const video = Uint8Array.from(bytes)
  const top = boxesIn(video, 0, video.length)
  if (!top || top[0]?.type !== 'ftyp' || !top.some(({ type }) => type === 'moov')) return refuse('video-kind')
  const found = clean(video, top, 0)
  return found.ok ? ok(video) : found
}

function clean(video: Uint8Array, boxes: readonly Box[], depth: number): Outcome<null, 'video-kind' | 'video-place'> {
  for (const box of boxes) {
    if (TELLING.has(box.type)) blank(video, box)
    else if (box.type === 'stsd' && tellsPlaces(video, box)) return refuse('video-place')
    else if (CONTAINERS.has(box.type)) {
      const inner = depth < MOST_DEPTH ? boxesIn(video, box.content, box.end) : null
      if (!inner) return refuse('video-kind')
      const found = clean(video, inner, depth + 1)
      if (!found.ok) return found
    }
  }
  return ok(null)
}

/** Null: this is not what it claims to be. */
function boxesIn(video: Uint8Array, from: number, to: number): Box[] | null {
  const view = new DataView(video.buffer, video.byteOffset, video.byteLength)
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= to) {
    const short = view.getUint32(at)
    const size = short === 1 && at + 16 <= to ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
    const head = short === 1 ? 16 : 8
    if (size < head || at + size > to) return null
    boxes.push({ type: letters(video, at + 4, at + 8), start: at, content: at + head, end: at + size })
    at += size
  }
  return boxes
}

const letters = (video: Uint8Array, from: number, to: number): string => String.fromCharCode(...video.subarray(from, to))

function blank(video: Uint8Array, { start, content, end }: Box): void {
  video.set([0x66, 0x72, 0x65, 0x65], start + 4)
  video.fill(0, content, end)
}

const tellsPlaces = (video: Uint8Array, { content, end }: Box): boolean =>
  TELLING_SAMPLES.test(letters(video, content, Math.min(end, content + 4_096)))

import { ok, refuse, type Outcome } from '#app/values/outcome.ts'

const HEADER = 0x1a45dfa3
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
/** Tags may name a place (Matroska's LOCATION), attachments may hold anything. */
const TELLING = new Set([0x1254c367, 0x1941a469])
const VOID = 0xec

interface Element {
  id: number
  start: number
  content: number
  end: number
  unknown: boolean
}

/** Takes out a WebM video's tags and attachments: their places become void elements, and nothing moves. */
export function withoutPlaceWebm(bytes: Uint8Array): Outcome<Uint8Array, 'video-kind'> {
  const video = Uint8Array.from(bytes)
  const header = elementAt(video, 0)
  if (header?.id !== HEADER) return refuse('video-kind')
  let segments = 0
  let at = header.end
  while (at < video.length) {
    const element = elementAt(video, at)
    if (!element) return refuse('video-kind')
    if (element.id === SEGMENT) segments += 1
    if (TELLING.has(element.id) && !blank(video, element)) return refuse('video-kind')
    // Recorders do not know how long a segment or cluster will become: their children follow one after the other.
    at = element.id === SEGMENT || (element.id === CLUSTER && element.unknown) ? element.content : element.end
  }
  return segments === 1 ? ok(video) : refuse('video-kind')
}

/** An EBML element: its id and its size tell their own length by the zeros that they begin with. */
function elementAt(video: Uint8Array, start: number): Element | null {
  const idLength = lengthOf(video[start])
  if (idLength > 4) return null
  const sizeAt = start + idLength
  const sizeLength = lengthOf(video[sizeAt])
  if (sizeLength > 8 || sizeAt + sizeLength > video.length) return null
  let id = 0
  for (let n = 0; n < idLength; n += 1) id = id * 256 + (video[start + n] ?? 0)
  let size = (video[sizeAt] ?? 0) & (0xff >> sizeLength)
  let ones = size === 0xff >> sizeLength
  for (let n = 1; n < sizeLength; n += 1) {
    size = size * 256 + (video[sizeAt + n] ?? 0)
    ones &&= video[sizeAt + n] === 0xff
  }
  const content = sizeAt + sizeLength
  const end = ones ? video.length : content + size
  return end <= video.length ? { id, start, content, end, unknown: ones } : null
}

const lengthOf = (first: number | undefined): number => (first === undefined ? 9 : Math.clz32(first) - 23)

function blank(video: Uint8Array, { start, end, unknown }: Element): boolean {
  if (unknown || end - start < 9) return false
  video[start] = VOID
  video[start + 1] = 0x01
  let left = end - start - 9
  for (let n = 7; n >= 1; n -= 1) {
    video[start + 1 + n] = left % 256
    left = Math.floor(left / 256)
  }
  video.fill(0, start + 9, end)
  return true
}

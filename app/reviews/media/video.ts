import { refuse, type Outcome } from '#app/values/outcome.ts'
import { withoutPlaceMp4 } from './mp4.ts'
import { withoutPlaceWebm } from './webm.ts'

/** As Shopify Files take them; by what the bytes are, not by what they are called. */
export type VideoType = 'video/mp4' | 'video/quicktime' | 'video/webm'

export function videoTypeOf(bytes: Uint8Array): VideoType | null {
  const text = String.fromCharCode(...bytes.subarray(0, 12))
  if (text.slice(4, 8) === 'ftyp') return text.slice(8, 12) === 'qt  ' ? 'video/quicktime' : 'video/mp4'
  return text.startsWith('\x1a\x45\xdf\xa3') ? 'video/webm' : null
}

/** The same video without the place where it was taken, or why it cannot be had. */
export function withoutPlace(bytes: Uint8Array): Outcome<Uint8Array, 'video-kind' | 'video-place'> {
  const type = videoTypeOf(bytes)
  if (!type) return refuse('video-kind')
  return type === 'video/webm' ? withoutPlaceWebm(bytes) : withoutPlaceMp4(bytes)
}

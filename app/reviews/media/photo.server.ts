import sharp from 'sharp'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'

export interface Picture {
  bytes: Buffer
  width: number
  height: number
}

const LARGEST_SIDE = 2_048
// Phones make pictures of up to 108 million points; what claims more is a bomb.
const MOST_PIXELS = 120_000_000
const READ = new Set(['jpeg', 'png', 'webp', 'heif'])

/**
 * Drawn anew: upright, smaller, and without anything but the picture. What a photo carries along (place, device, time) is not copied.
 * The type is what the bytes are, whatever the sender calls it. `source`: its path, or its bytes.
 */
export async function redrawPhoto(source: string | Buffer): Promise<Outcome<Picture, 'photo-kind'>> {
  try {
    const photo = sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { format } = await photo.metadata()
    if (!READ.has(format)) return refuse('photo-kind')
    const { data, info } = await photo
      .autoOrient()
      .resize({ width: LARGEST_SIDE, height: LARGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return ok({ bytes: data, width: info.width, height: info.height })
  } catch {
    return refuse('photo-kind')
  }
}

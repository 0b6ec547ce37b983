const MEGABYTE = 1024 * 1024

export const MOST_VIDEO_MEGABYTES = 50
/** A photo as it comes from a phone; it is made smaller before it is kept. */
export const MOST_PHOTO_BYTES = 25 * MEGABYTE
export const MOST_VIDEO_BYTES = MOST_VIDEO_MEGABYTES * MEGABYTE
/** Everything that one answer brings along. */
export const MOST_BYTES = 120 * MEGABYTE
export const MOST_FIELD_BYTES = 32 * 1024

/** No HEIC: browsers turn it into JPEG for a form that does not ask for it. No SVG: it is a program. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
export const VIDEO_TYPES = ['video/mp4', 'video/quicktime', 'video/webm'] as const

/** For the form as it comes in: files of an order with many products, and all its fields, of which a product has a dozen. */
export const FORM_LIMITS = {
  bytes: MOST_BYTES,
  files: 60,
  fields: 2_000,
  fieldBytes: MOST_FIELD_BYTES,
  fileBytes: (field: string) => (field.startsWith('video') ? MOST_VIDEO_BYTES : MOST_PHOTO_BYTES),
}

import { type Caller, type Fields, gid, plain } from '../admin-api/fields.ts'
import { asImage } from '../admin-api/types/catalog.ts'
import type { Terms } from '../admin-api/search.ts'
import type { SimFile, SimImage } from '../model.ts'

/** A picture of a product has always been ready; one in Files is worked on for a while. */
type ImageSource = { __typename: 'MediaImage'; image: SimImage } | { __typename: 'MediaImage'; file: SimFile }
interface VideoSource {
  __typename: 'Video'
  file: SimFile
}

export const asFile = (file: SimFile): ImageSource | VideoSource =>
  file.kind === 'IMAGE' ? { __typename: 'MediaImage', file } : { __typename: 'Video', file }

export const FILE_TERMS: Terms<SimFile> = {
  id: (file) => file.id,
  updated_at: (file) => file.updatedAt,
  created_at: (file) => file.createdAt,
  filename: (file) => file.filename,
  media_type: (file) => file.kind,
}

function statusOf(file: SimFile, { simulator: { clock, settings } }: Caller): 'READY' | 'FAILED' | 'PROCESSING' {
  if (clock.now().getTime() - Date.parse(file.createdAt) < settings.fileReadyAfterMs) return 'PROCESSING'
  return file.failed ? 'FAILED' : 'READY'
}

const pictureOf = (source: ImageSource, caller: Caller) => {
  if ('image' in source) return asImage(source.image, '')
  const { id, url, alt, width, height } = source.file
  if (statusOf(source.file, caller) !== 'READY') return null
  return { id: gid('ImageSource', id), url, altText: alt || null, width, height }
}

const MediaImage: Fields<ImageSource> = {
  id: (source) => gid('MediaImage', 'image' in source ? source.image.id : source.file.id),
  alt: (source) => ('image' in source ? source.image.alt : source.file.alt) || null,
  image: (source, _, caller) => pictureOf(source, caller),
  mediaContentType: () => 'IMAGE',
  mimeType: (source) => ('image' in source ? 'image/svg+xml' : source.file.mimeType),
  fileStatus: (source, _, caller) => ('image' in source ? 'READY' : statusOf(source.file, caller)),
  preview: (source, _, caller) => ({ image: pictureOf(source, caller), status: 'READY' }),
  status: (source, _, caller) => ('image' in source ? 'READY' : statusOf(source.file, caller)),
}

const Video: Fields<VideoSource> = {
  id: ({ file }) => gid('Video', file.id),
  alt: ({ file }) => file.alt || null,
  filename: ({ file }) => file.filename,
  mediaContentType: () => 'VIDEO',
  fileStatus: ({ file }, _, caller) => statusOf(file, caller),
  status: ({ file }, _, caller) => statusOf(file, caller),
  // Shopify makes several sizes of a video; here there is the one that was sent.
  sources: ({ file }, _, caller) => (statusOf(file, caller) === 'READY' ? [{ url: file.url, mimeType: file.mimeType, format: 'mp4' }] : []),
}

export const FILE_TYPES: Record<string, Fields<never>> = {
  MediaImage,
  Video,
  VideoSource: plain<{ url: string; mimeType: string; format: string }>('url', 'mimeType', 'format'),
  StagedMediaUploadTarget: plain<{ url: string; resourceUrl: string; parameters: object[] }>('url', 'resourceUrl', 'parameters'),
  StagedUploadParameter: plain<{ name: string; value: string }>('name', 'value'),
}

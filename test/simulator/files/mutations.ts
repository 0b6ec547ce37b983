import { randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { type Caller, type Fields, gid, plain, readGid } from '../admin-api/fields.ts'
import { NotModelled } from '../admin-api/refusals.ts'
import type { SimFile } from '../model.ts'
import { UPLOAD_HOST } from '../settings.ts'
import { asFile } from './types.ts'

interface StagedInput {
  resource: string
  filename: string
  mimeType: string
  httpMethod?: string
  fileSize?: string
}

const MIME = { IMAGE: /^image\/(jpeg|png|webp|gif|heic|avif)$/, VIDEO: /^video\/(mp4|quicktime|webm)$/ }
const MOST = 250

/** Where to send a file, and what must be sent along with it. The signature is the whole authorization, as at Google's. */
async function stagedUploadsCreate(_: unknown, { input }: { input: StagedInput[] }, { simulator, shop }: Caller): Promise<object> {
  const wrong = input.flatMap((one, index) => faultsOf(one, index))
  if (wrong.length > 0) return { stagedTargets: null, userErrors: wrong }
  const stagedTargets = []
  for (const { resource, filename, mimeType, fileSize } of input) {
    const key = `tmp/${shop.id}/files/${randomUUID()}/${filename}`
    const signature = randomBytes(24).toString('hex')
    await simulator.store.sql.query(
      'insert into staged_upload (key, shop, resource, filename, mime, bytes, signature) values ($1, $2, $3, $4, $5, $6, $7)',
      [key, shop.domain, resource, filename, mimeType, fileSize ?? null, signature],
    )
    const parameters = { 'Content-Type': mimeType, success_action_status: '201', acl: 'private', key, 'x-goog-signature': signature }
    stagedTargets.push({
      url: `https://${UPLOAD_HOST}/`,
      resourceUrl: `https://${UPLOAD_HOST}/${key}`,
      parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    })
  }
  return { stagedTargets, userErrors: [] }
}

function faultsOf({ resource, mimeType, httpMethod, fileSize }: StagedInput, index: number) {
  if (resource !== 'IMAGE' && resource !== 'VIDEO') throw new NotModelled(`The simulator does not stage uploads of ${resource}`)
  if (httpMethod !== 'POST') throw new NotModelled('The simulator takes staged uploads by POST only')
  const fault = (name: string, message: string) => ({ field: ['input', String(index), name], message, code: null })
  if (!MIME[resource].test(mimeType)) return [fault('mimeType', `(${mimeType}) is not a recognized format`)]
  return resource === 'VIDEO' && !fileSize ? [fault('fileSize', 'file size is required for video resources')] : []
}

interface FileInput {
  originalSource: string
  contentType?: 'IMAGE' | 'VIDEO'
  filename?: string
  alt?: string
  duplicateResolutionMode?: string
}

async function fileCreate(_: unknown, { files }: { files: FileInput[] }, caller: Caller): Promise<object> {
  if (files.length > MOST) return { files: null, userErrors: [{ field: ['files'], code: 'TOO_MANY_FILES', message: 'Too many files' }] }
  const made: SimFile[] = []
  for (const file of files) made.push(await create(file, caller))
  return { files: made.map(asFile), userErrors: [] }
}

async function create({ originalSource, contentType, filename, alt = '' }: FileInput, { simulator, shop }: Caller): Promise<SimFile> {
  const { store, clock, settings } = simulator
  if (!originalSource.startsWith(`https://${UPLOAD_HOST}/`)) throw new NotModelled('The simulator makes files of staged uploads only')
  const { rows } = await store.sql.query<{ resource: 'IMAGE' | 'VIDEO'; filename: string; mime: string; body: Buffer | null }>(
    'select resource, filename, mime, body from staged_upload where key = $1 and shop = $2',
    [originalSource.slice(`https://${UPLOAD_HOST}/`.length), shop.domain],
  )
  const [staged] = rows
  const body = staged?.body ?? null
  const kind = contentType ?? staged?.resource ?? 'IMAGE'
  const picture =
    kind === 'IMAGE' && body
      ? await sharp(body)
          .metadata()
          .catch(() => null)
      : null
  const tooLarge =
    picture !== null && (picture.width * picture.height > settings.mostImagePixels || (body?.length ?? 0) > settings.mostImageBytes)
  const wanted = filename ?? staged?.filename ?? 'file'
  // A name that is taken gets an addition, unless the app says otherwise.
  const taken = await store.find(shop.domain, 'file', wanted)
  const name = taken ? wanted.replace(/(\.\w+)?$/, (ending) => `_${randomUUID()}${ending}`) : wanted
  const at = clock.now().toISOString()
  const file: SimFile = {
    id: await store.nextId(),
    kind,
    filename: name,
    alt,
    mimeType: staged?.mime ?? '',
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    failed: !body || (kind === 'IMAGE' && (!picture || tooLarge)),
    url: `http://${shop.handle}.localhost:${simulator.port}/cdn/shop/files/${encodeURIComponent(name)}?v=${Math.floor(Date.parse(at) / 1_000)}`,
    createdAt: at,
    updatedAt: at,
  }
  if (body && !file.failed)
    await store.sql.query('insert into file_body (shop, filename, mime, body) values ($1, $2, $3, $4)', [
      shop.domain,
      name,
      file.mimeType,
      body,
    ])
  await store.put(shop.domain, 'file', file)
  return file
}

async function fileDelete(_: unknown, { fileIds }: { fileIds: string[] }, { simulator, shop }: Caller): Promise<object> {
  const { store } = simulator
  const found = await Promise.all(fileIds.map((value) => store.get(shop.domain, 'file', readGid(value)?.id ?? 0)))
  const missing = fileIds.filter((_, index) => !found[index])
  if (missing.length > 0) {
    const message = `File id ${missing.join(', ')} does not exist.`
    return { deletedFileIds: null, userErrors: [{ field: ['fileIds'], code: 'FILE_DOES_NOT_EXIST', message }] }
  }
  for (const file of found.flatMap((one) => one ?? [])) {
    await store.remove(shop.domain, 'file', file.id)
    await store.sql.query('delete from file_body where shop = $1 and filename = $2', [shop.domain, file.filename])
  }
  return {
    deletedFileIds: found.flatMap((file) => (file ? gid(file.kind === 'IMAGE' ? 'MediaImage' : 'Video', file.id) : [])),
    userErrors: [],
  }
}

export const FILE_MUTATIONS = { stagedUploadsCreate, fileCreate, fileDelete }

export const FILE_PAYLOADS: Record<string, Fields<never>> = {
  StagedUploadsCreatePayload: plain<{ stagedTargets: unknown; userErrors: unknown }>('stagedTargets', 'userErrors'),
  FileCreatePayload: plain<{ files: unknown; userErrors: unknown }>('files', 'userErrors'),
  FileDeletePayload: plain<{ deletedFileIds: unknown; userErrors: unknown }>('deletedFileIds', 'userErrors'),
}

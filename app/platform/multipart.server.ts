import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, type Transform } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'

export interface Upload {
  field: string
  /** As the sender claims, both. */
  name: string
  type: string
  /** Where it lies, until the form is done with. */
  path: string
  size: number
  /** It was longer than allowed; only its beginning is here. */
  cut: boolean
}

export interface MultipartLimits {
  /** Of everything together. */
  bytes: number
  files: number
  fields: number
  fieldBytes: number
  fileBytes: (field: string) => number
}

export interface Multipart extends AsyncDisposable {
  fields: URLSearchParams
  uploads: Upload[]
  /** More came than was allowed in all; what is here is what came before. */
  cut: boolean
}

/** Reads a form as it comes: files go to disk, so that a large one costs no memory. Null: this is no multipart form. */
export async function readMultipart(request: Request, limits: MultipartLimits): Promise<Multipart | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data;.*boundary=/i.test(type) || !request.body) return null
  const folder = await mkdtemp(join(tmpdir(), 'encore-form-'))
  const held: Multipart = { fields: new URLSearchParams(), uploads: [], cut: false, [Symbol.asyncDispose]: () => remove(folder) }
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: { files: limits.files, fields: limits.fields, fieldSize: limits.fieldBytes, fileSize: limits.bytes },
  })
  const files: Promise<void>[] = []
  const streams: BusboyFileStream[] = []
  // A NUL is no text, and no database keeps one.
  parser.on('field', (name, value) => void held.fields.append(name, value.replaceAll('\0', '')))
  parser.on('file', (field, stream, name, _, mime) => {
    streams.push(stream)
    files.push(take({ field, name, mime }, stream, folder, held, limits))
  })
  for (const limit of ['filesLimit', 'fieldsLimit'] as const) parser.on(limit, () => void (held.cut = true))
  try {
    await feed(Readable.fromWeb(request.body as WebStream), parser, limits.bytes, held)
    await Promise.all(files)
    return held
  } catch {
    // Of a form that broke off, nobody ends the file that was under way.
    for (const stream of streams) stream.destroy()
    await Promise.allSettled(files)
    await remove(folder)
    return null
  }
}

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** Stops at the limit instead of failing: what was typed before it is still good. */
async function feed(body: Readable, parser: InstanceType<typeof Busboy>, limit: number, held: Multipart): Promise<void> {
  let size = 0
  const done = finished(parser)
  done.catch(() => undefined)
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      held.cut = true
      // Whoever sends much more than the limit is not read to the end.
      if (size > 2 * limit) break
      continue
    }
    if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve))
  }
  parser.end()
  await done.catch((error: unknown) => {
    if (!held.cut) throw error
  })
}

type Part = { field: string; name: string | undefined; mime: string }

async function take(part: Part, stream: BusboyFileStream, folder: string, held: Multipart, limits: MultipartLimits): Promise<void> {
  // An input of files in which none was chosen sends one without a name.
  if (!part.name) return void stream.resume()
  const upload: Upload = { field: part.field, name: part.name, type: part.mime, path: join(folder, randomUUID()), size: 0, cut: false }
  held.uploads.push(upload)
  const limit = limits.fileBytes(part.field)
  const limited = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      upload.size += chunk.length
      if (upload.size > limit) upload.cut = true
      else yield chunk
    }
  }
  await pipeline(stream, limited as unknown as Transform, createWriteStream(upload.path)).catch(() => void (upload.cut = true))
}

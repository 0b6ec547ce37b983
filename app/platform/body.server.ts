import type { IncomingMessage } from 'node:http'

/** The raw body up to `limit` bytes. A sender that names its length is refused at once; any other is counted while it comes. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too-large'> {
  return new Promise((done) => {
    if (Number(request.headers['content-length']) > limit) return done('too-large')
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return void chunks.push(chunk)
      chunks.length = 0
      done('too-large')
    })
    request.on('end', () => done(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
  })
}

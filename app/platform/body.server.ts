/** The raw body up to `limit` bytes. A sender that names its length is refused or read in one go; any other is counted while it comes. */
export async function readBody(request: Request, limit: number): Promise<Buffer | 'too-large'> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (length > limit) return 'too-large'
  if (Number.isFinite(length)) return Buffer.from(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

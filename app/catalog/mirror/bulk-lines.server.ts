/** A JSONL answer line by line, in constant memory; no URL means that there is nothing. Throws when it breaks off. */
export async function* readLines(url: string | null): AsyncGenerator<string> {
  if (url === null) return
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`Shopify's bulk result answered ${response.status}`)
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
    const pieces = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = pieces.pop() ?? ''
    yield* pieces.filter(Boolean)
  }
  rest += decoder.decode()
  if (rest) yield rest
}

/** Chunks of a stream, so that each can be one commit; the first `skip` elements are left out. */
export async function* chunksOf<T>(items: AsyncIterable<T>, size: number, skip: number): AsyncGenerator<T[]> {
  let [chunk, seen]: [T[], number] = [[], 0]
  for await (const item of items) {
    if (seen++ < skip) continue
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

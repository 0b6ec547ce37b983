import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  path: string
  body: Record<string, unknown>
  headers: IncomingHttpHeaders
}
/** `silent` never answers, `broken` answers 500 with a page; several are given one after the other, the last one for good. */
export type Answer = object | 'silent' | 'broken' | 'forbidden'
type Answers = Answer | readonly Answer[]

/** Stands where Encore's server stands, and remembers what it was asked. */
export async function startServer(answers: { offer?: Answers; accept?: Answers; event?: Answers; outcome?: Answers } = {}) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const path = (request.url ?? '').replace('/surface/', '')
    asked.push({ path, body: JSON.parse(Buffer.concat(parts).toString()), headers: request.headers })
    const given: Answers = answers[path as keyof typeof answers] ?? { ok: true }
    const turn = asked.filter((before) => before.path === path).length - 1
    const answer: Answer = Array.isArray(given) ? (given[Math.min(turn, given.length - 1)] as Answer) : given
    if (answer === 'silent') return
    const status = answer === 'broken' ? 500 : answer === 'forbidden' ? 401 : 200
    response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
    response.end(answer === 'broken' ? '<html>' : JSON.stringify(answer === 'forbidden' ? { error: 'token' } : answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers,
    paths: () => asked.map(({ path }) => path),
    bodies: (path: string) => asked.filter((request) => request.path === path).map(({ body }) => body),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
export type Server = Awaited<ReturnType<typeof startServer>>

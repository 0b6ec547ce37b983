import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from './log.server.ts'

/** Answers what is its own straight from the socket, with no Request and Response between. Says whether it was its own. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => boolean

export interface Reply {
  status: number
  body: string
  rest?: Buffer | undefined // follows the body's text: bytes that many answers share
}

interface Answering {
  isOurs: (request: IncomingMessage) => boolean
  headers: Record<string, string>
  take: (request: IncomingMessage) => Promise<Reply>
}

const BROKEN: Reply = { status: 500, body: 'Something went wrong on our side' }

/** For the few requests that come in thousands. */
export function answering({ isOurs, headers, take }: Answering): Listener {
  const always = Object.entries(headers).flat()
  const failed = (error: unknown): Reply => {
    log.error({ err: error }, 'a request failed')
    return BROKEN
  }
  return (request, response) => {
    if (!isOurs(request)) return false
    void take(request)
      .catch(failed)
      .then(({ status, body, rest }) => {
        const length = Buffer.byteLength(body) + (rest?.length ?? 0)
        response.writeHead(status, [...always, 'content-length', String(length)])
        // Both leave in one write: Node holds the first back until the end.
        if (rest) response.write(body)
        response.end(rest ?? body)
      })
    return true
  }
}

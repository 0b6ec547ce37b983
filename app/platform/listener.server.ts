import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from './log.server.ts'

/** Answers what is its own straight from the socket, with no Request and Response between. Says whether it was its own. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => boolean

export interface Reply {
  status: number
  body: string
  rest?: string | undefined // follows the body's text, which is ASCII then: bytes that many answers share, one to a character
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
    const answer = ({ status, body, rest }: Reply) => {
      const length = rest === undefined ? Buffer.byteLength(body) : body.length + rest.length
      response.writeHead(status, [...always, 'content-length', String(length)])
      // As one text Node joins it to the head, and both leave in one piece.
      if (rest === undefined) response.end(body)
      else response.end(body + rest, 'latin1')
    }
    void take(request).then(answer, (error) => answer(failed(error)))
    return true
  }
}

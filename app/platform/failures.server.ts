import { log } from './log.server.ts'
import { isOutage } from './outage.ts'

const unreached = new WeakSet<Request>()

/** A page's request failed by surprise: logged, and kept in mind for its status if it may be tried again. */
export function noteFailure(request: Request, error: unknown): void {
  if (request.signal.aborted || isRefusal(error)) return
  log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'a page failed')
  if (isOutage(error)) unreached.add(request)
}

const isRefusal = (error: unknown) => typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500

const AGAIN = { 'retry-after': '5' } // seconds

/** Remix knows 500 only: what failed because something could not be reached is 503, which says that trying again helps. */
export function withTrueStatus(request: Request, response: Response): Response {
  if (!unreached.has(request) || response.status !== 500) return response
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(AGAIN)) headers.set(name, value)
  return new Response(response.body, { status: 503, headers })
}

/** The answer to any other request that failed by surprise. */
export function answerFailure(error: Error): Response {
  log.error({ err: error }, 'a request failed')
  if (isOutage(error)) return new Response('Something could not be reached just now: try again', { status: 503, headers: AGAIN })
  return new Response('Something went wrong on our side', { status: 500 })
}

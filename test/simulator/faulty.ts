import type { Fault } from './faults.ts'
import type { Visit } from './routes.ts'

/**
 * The answer that a fault gives instead of the right one; null lets the call go on (after a pause, for a slow one).
 * Throttling has another face at each door and is left to the caller.
 */
export async function faultyAnswer(visit: Pick<Visit, 'incoming' | 'request'>, fault: Fault | null): Promise<Response | null> {
  switch (fault?.kind) {
    case 'slow':
      await pause(fault.ms ?? 3_000, visit.request.signal)
      return null
    case 'timeout':
      await pause(fault.ms ?? 120_000, visit.request.signal)
      visit.incoming?.socket.destroy()
      return new Response(null, { status: 504 })
    case 'reset':
      // resetAndDestroy sends RST, which the app sees as ECONNRESET.
      visit.incoming?.socket.resetAndDestroy()
      return new Response(null, { status: 502 })
    case 'server-error':
      return Response.json({ errors: 'Internal Server Error' }, { status: 500 })
    case 'bad-gateway':
      return new Response('<html><body><h1>502 Bad Gateway</h1></body></html>', { status: 502, headers: { 'content-type': 'text/html' } })
    case 'throttle':
      return Response.json({ errors: 'Exceeded 2 calls per second for api client.' }, { status: 429, headers: { 'retry-after': '2.0' } })
    default:
      return null
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

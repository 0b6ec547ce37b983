// What passes without anybody changing the request; of PostgreSQL in classes 08, 53 and 57.
const OF_NODE = 'ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN ETIMEDOUT EPIPE'
const OF_POSTGRES = '08000 08001 08003 08006 53300 57P01 57P02 57P03'
const OF_PRISMA = 'P1001 P1002 P1008 P1017 P2024 P2028 P2037'
const CODES: ReadonlySet<unknown> = new Set(`${OF_NODE} ${OF_POSTGRES} ${OF_PRISMA}`.split(' '))
const KINDS: ReadonlySet<unknown> = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
// node-postgres gives these no code.
const SAYINGS = /timeout exceeded when trying to connect|connection terminated|connection error and is not queryable|query read timeout/i

interface Failure {
  code?: unknown
  kind?: unknown
  message?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
}

/** Whether a request failed because the database, or whatever else it needs, could not be reached just then. */
export function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, kind, message, cause, meta } = error as Failure
  if (CODES.has(code) || KINDS.has(kind) || (typeof message === 'string' && SAYINGS.test(message))) return true
  return isOutage(cause) || isOutage(meta?.driverAdapterError)
}

import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@prisma/client'
import type { Prisma } from '@prisma/client'
import pg from 'pg'
import { environment } from './env.server.ts'
import { log } from './log.server.ts'

const INT8 = 20

/** Our int8 columns hold minor units and counts, all below 2^53; Shopify's ids are text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

// The address is read at the first connection, so that importing this module needs no environment.
class Connection extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionString: environment().DATABASE_URL, types })
  }
}

/** Hot paths and set-based SQL: int8 is a number, timestamptz a Date. */
export const pool = new pg.Pool({ Client: Connection, max: 20, connectionTimeoutMillis: 3_000, keepAlive: true })

// PostgreSQL keeps the plan of a named statement: one that was made while a table was empty would go on reading it whole as it grows.
// By itself it also plans a short list of keys anew each time, because that seems cheaper, and takes four times as long as with one plan.
class KeyedConnection extends Connection {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, options: '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan' })
  }
}

/**
 * For look-ups by key on the hot path, which must never become a scan. Its connections stay: a new one has to log in, read the
 * catalogue and plan first, which on a busy machine takes longer than a shopper waits.
 */
export const keyed = new pg.Pool({
  Client: KeyedConnection,
  max: 4,
  idleTimeoutMillis: 0,
  connectionTimeoutMillis: 3_000,
  keepAlive: true,
})

const broke = (error: Error) => log.warn({ err: error }, 'a database connection broke')
for (const each of [pool, keyed]) {
  each.on('error', broke)
  each.on('connect', (client) => client.on('error', broke))
}

/** Ordinary reads and writes. */
export const db = new PrismaClient({ adapter: new PrismaPg(pool) })

export type Tx = Prisma.TransactionClient

const endings = new WeakMap<Tx, Map<string, (tx: Tx) => Promise<unknown>>>()

/** Everything in `work` happens, or nothing of it. */
export const transact = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(
    async (tx) => {
      const ending = new Map<string, (tx: Tx) => Promise<unknown>>()
      endings.set(tx, ending)
      const result = await work(tx)
      // In one order, so that of two transactions neither waits for the other.
      for (const key of [...ending.keys()].sort()) await ending.get(key)?.(tx)
      return result
    },
    { maxWait: 5_000, timeout: 30_000 },
  )

/**
 * Does it last in its transaction, and once for all that name this key: a row that every webhook of a shop writes would else be locked
 * while each of them does the rest of its work.
 */
export async function atEnd(tx: Tx, key: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const ending = endings.get(tx)
  if (ending) ending.set(key, work)
  else await work(tx)
}

/** A connection of its own outside the pool, for LISTEN and for session locks. */
export const connect = async (name: string): Promise<pg.Client> => {
  const client = new Connection({ application_name: name, keepAlive: true, connectionTimeoutMillis: 3_000 })
  await client.connect()
  return client
}

export async function closeDatabase(): Promise<void> {
  await db.$disconnect()
  for (const each of [pool, keyed]) if (!each.ended) await each.end()
}

import type pg from 'pg'
import { connect } from './db.server.ts'
import type { Tx } from './db.server.ts'
import { log } from './log.server.ts'

type Heard = (payload: string) => void

/** Said to every process when the transaction commits. */
export async function notify(tx: Tx, channel: string, payload: string): Promise<void> {
  await tx.$queryRaw`select 1 from (select pg_notify(${channel}, ${payload})) said`
}

const listeners = new Map<string, Set<Heard>>()
let connection: Promise<pg.Client> | undefined
let stopped = false

/**
 * Calls `heard` for everything said on the channel; answers with a function that ends it.
 * After a lost connection it is called once with an empty payload: anything may have been missed.
 */
export async function listen(channel: string, heard: Heard): Promise<() => void> {
  stopped = false
  const group = listeners.get(channel) ?? new Set()
  listeners.set(channel, group.add(heard))
  connection ??= open()
  const client = await connection.catch((error: unknown) => {
    connection = undefined
    throw error
  })
  await client.query(`LISTEN "${channel}"`)
  return () => void group.delete(heard)
}

async function open(): Promise<pg.Client> {
  const client = await connect('encore-listen')
  client.on('notification', ({ channel, payload }) => listeners.get(channel)?.forEach((heard) => heard(payload ?? '')))
  client.on('error', (error) => log.warn({ err: error }, 'the listening connection broke'))
  client.on('end', () => void reopen())
  return client
}

async function reopen(wait = 100): Promise<void> {
  if (stopped) return
  connection = open()
  try {
    const client = await connection
    for (const channel of listeners.keys()) await client.query(`LISTEN "${channel}"`)
    for (const group of listeners.values()) group.forEach((heard) => heard(''))
  } catch {
    setTimeout(() => void reopen(Math.min(wait * 2, 5_000)), wait)
  }
}

export async function stopListening(): Promise<void> {
  stopped = true
  listeners.clear()
  const open = connection
  connection = undefined
  await open?.then((client) => client.end()).catch(() => {})
}

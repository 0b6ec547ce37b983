import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Payload } from './payload.ts'
import type { Sent } from './sender.ts'

export interface Audit {
  /** Answered with 2xx, but not there as sent, or without its job. */
  lost: number
  /** There more than once, or with more than one job. */
  doubled: number
  /** Deliveries in one commit, on average. */
  batch: number
}

interface Row {
  key: string
  digest: string
}

/** Compares what senders were told with what the tables hold; knows only the tables. */
export async function audit(url: string, sent: Sent['answered'], payloads: readonly Payload[]): Promise<Audit> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Row>(`select shop || ' ' || id as key, md5(body) as digest from delivery`)
  const jobs = await client.query<{ key: string }>(
    `select (payload->>'shop') || ' ' || (payload->>'id') as key from graphile_worker._private_jobs`,
  )
  const commits = await client.query<{ n: string }>('select count(distinct xmin::text) as n from delivery')
  await client.end()
  const stored = counted(rows.map(({ key, digest }) => `${key} ${digest}`))
  const queued = counted(jobs.rows.map(({ key }) => key))
  const digests = payloads.map(({ body }) => createHash('md5').update(body).digest('hex'))
  const isThere = (one: Sent['answered'][number]) =>
    stored.has(`${one.shop} ${one.id} ${digests[one.payload]}`) && queued.has(`${one.shop} ${one.id}`)
  return {
    lost: sent.filter((one) => !isThere(one)).length,
    doubled: [...stored.values(), ...queued.values()].filter((times) => times > 1).length,
    batch: Math.max(1, Math.round(rows.length / Number(commits.rows[0]?.n || 1))),
  }
}

function counted(keys: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  return times
}

/** Faults of the three kinds that the audit is for: a delivery gone, a job gone, a body changed. Answers how many. */
export async function plantFaults(url: string, sent: Sent['answered']): Promise<number> {
  const [gone, forgotten, changed] = sent
  if (!gone || !forgotten || !changed) throw new Error('Nothing was answered that could be spoilt')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('delete from delivery where shop = $1 and id = $2', [gone.shop, gone.id])
  await client.query(`delete from graphile_worker._private_jobs where payload->>'id' = $1`, [forgotten.id])
  await client.query(`update delivery set body = body || ' ' where shop = $1 and id = $2`, [changed.shop, changed.id])
  await client.end()
  return 3
}

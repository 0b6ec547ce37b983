import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { payloads, SHOPS } from './payload.ts'
import type { Payload } from './payload.ts'

// A program of its own: what PostgreSQL takes in of delivery and job rows when nobody asks for anything else.
const [batch, seconds, connections] = ['BATCH', 'SECONDS', 'CONNECTIONS'].map((name) => Number(process.env[name])) as [
  number,
  number,
  number,
]
const bodies = payloads(500, '')

const COLUMNS = 9
const places = Array.from(
  { length: batch },
  (_, row) => `(${Array.from({ length: COLUMNS }, (__, n) => `$${row * COLUMNS + n + 1}`).join(',')})`,
)
const INSERT = `
  with d as (
    insert into delivery (source, shop, id, topic, event_id, api_version, triggered_at, received_at, body) values ${places.join(',')}
    returning shop, id
  )
  select count(*) from graphile_worker.add_jobs((
    select array_agg(row('process-delivery', json_build_object('shop', shop, 'source', 'shopify', 'id', id), null, null, 12::smallint,
      'delivery:shopify:' || shop || ':' || id, null, array['shop:' || shop])::graphile_worker.job_spec) from d))`

const row = (n: number, { body }: Payload): unknown[] => {
  const now = new Date()
  return ['shopify', SHOPS[n % SHOPS.length], randomUUID(), 'orders/updated', randomUUID(), '2026-07', now, now, body]
}

async function insertOver(client: pg.Client, until: number): Promise<number> {
  let inserted = 0
  for (let n = 0; performance.now() < until; n += batch) {
    const values = Array.from({ length: batch }, (_, k) => row(n + k, bodies[(n + k) % bodies.length]!)).flat()
    await client.query({ name: 'insert', text: INSERT, values })
    inserted += batch
  }
  return inserted
}

const clients = await Promise.all(
  Array.from({ length: connections }, async () => {
    const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
    await client.connect()
    return client
  }),
)
const begun = performance.now()
const counts = await Promise.all(clients.map((client) => insertOver(client, begun + seconds * 1_000)))
const took = (performance.now() - begun) / 1_000
await Promise.all(clients.map((client) => client.end()))
console.log(JSON.stringify({ rows: counts.reduce((a, b) => a + b), seconds: took }))

import { isUtf8 } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { QueryConfig } from 'pg'
import { now } from './clock.server.ts'
import { pool } from './db.server.ts'
import { gather } from './gather.server.ts'
import type { Envelope } from './inbox.ts'
import { MAX_ATTEMPTS } from './jobs.ts'
import { textArray } from './text-array.server.ts'

export const BODY_LIMIT = 5 * 1024 * 1024

/** Constant in time; the secret is Shopify's for this app. */
export function isSigned(body: Uint8Array, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest()
  const given = Buffer.from(signature, 'base64')
  // Decoding forgives what is no base64; writing it out again does not.
  return given.length === expected.length && timingSafeEqual(given, expected) && given.toString('base64') === signature
}

/** PostgreSQL stores no other text; one such body would fail everyone's whose commit it shares. */
export const isText = (body: Uint8Array): boolean => isUtf8(body) && !body.includes(0)

export interface Arrived {
  envelope: Omit<Envelope, 'source' | 'signature'> & { source: string }
  body: Buffer
}

// One statement, so one commit: the job exists exactly when its delivery does. A delivery that is known already makes neither.
const STORE = `
  with arrived as (
    insert into delivery (source, shop, id, topic, event_id, api_version, triggered_at, received_at, body)
    select source, shop, id, topic, event_id, api_version, triggered_at::timestamptz, $8::timestamptz, body
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $9::text[])
      as d (source, shop, id, topic, event_id, api_version, triggered_at, body)
    on conflict do nothing
    returning source, shop, id
  ), wanted as (
    select array_agg(row(
      'process-delivery', json_build_object('shop', shop, 'source', source, 'id', id), null, $8::timestamptz, ${MAX_ATTEMPTS}::smallint,
      'delivery:' || source || ':' || shop || ':' || id, null, array['shop:' || shop]
    )::graphile_worker.job_spec) as specs
    from arrived
  )
  select count(*) from wanted, lateral graphile_worker.add_jobs(wanted.specs) where specs is not null`

async function store(arrived: Arrived[]): Promise<void> {
  const column = (pick: (envelope: Arrived['envelope']) => string | null) => textArray(arrived.map(({ envelope }) => pick(envelope)))
  const statement: QueryConfig & { query_timeout: number } = {
    name: 'store-deliveries',
    text: STORE,
    // Shopify hangs up after five seconds; what is stored all the same is recognised when it comes again.
    query_timeout: 4_000,
    values: [
      column((e) => e.source),
      column((e) => e.shop),
      column((e) => e.id),
      column((e) => e.topic),
      column((e) => e.eventId),
      column((e) => e.apiVersion || null),
      column((e) => e.triggeredAt?.toISOString() ?? null),
      now().toISOString(),
      textArray(arrived.map(({ body }) => body)),
    ],
  }
  await pool.query(statement)
}

/** Resolves once the delivery and its job are committed; deliveries of the same few milliseconds share one commit. */
export const receive = gather(store, { most: 200, within: 4, atOnce: 2 })

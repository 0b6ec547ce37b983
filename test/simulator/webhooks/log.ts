import { randomUUID } from 'node:crypto'
import type { Simulator } from '../simulator.ts'

export interface Delivery {
  id: number
  shop: string
  topic: string
  webhookId: string
  eventId: string
  triggeredAt: string
  state: 'waiting' | 'underway' | 'delivered' | 'failed' | 'dropped'
  attempts: number
  dueAt: string
  log: { at: string; ms: number; status: number | null; error: string | null }[]
  payload: unknown
}

/** Newest first. */
export async function deliveries({ store }: Simulator, asked: { shop?: string; topic?: string; limit?: string }): Promise<Delivery[]> {
  const { rows } = await store.sql.query(
    `select id, shop, topic, webhook_id as "webhookId", event_id as "eventId", triggered_at as "triggeredAt", state, attempts,
       due_at as "dueAt", log, payload::json as payload
     from webhook where ($1::text is null or shop = $1) and ($2::text is null or topic = $2) order by id desc limit $3`,
    [asked.shop ?? null, asked.topic ?? null, Number(asked.limit ?? 100)],
  )
  return rows
}

export async function pending({ store, clock }: Simulator): Promise<number> {
  const { rows } = await store.sql.query<{ n: number }>(
    `select count(*) as n from webhook where state = 'underway' or (state = 'waiting' and due_at <= $1)`,
    [clock.now()],
  )
  return rows[0]?.n ?? 0
}

/** Sends a webhook once more, with its original payload. A redelivery keeps the webhook id; a fresh one (another subscription) does not. */
export async function replay(
  simulator: Simulator,
  id: number,
  { copies = 1, wrongHmac = false, freshId = false }: { copies?: number; wrongHmac?: boolean; freshId?: boolean } = {},
): Promise<number[]> {
  const { store, clock } = simulator
  const ids = await store.nextIds(copies)
  for (const copy of ids) {
    await store.sql.query(
      `insert into webhook (id, shop, topic, uri, webhook_id, event_id, triggered_at, api_version, payload, fault, state, due_at)
       select $2, shop, topic, uri, coalesce($3, webhook_id), event_id, triggered_at, api_version, payload, $4, 'waiting', $5 from webhook where id = $1`,
      [id, copy, freshId ? randomUUID() : null, wrongHmac ? 'wrong-hmac' : null, clock.now()],
    )
  }
  await clock.push(0) // wakes the courier
  return ids
}

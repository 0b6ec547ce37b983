import { randomUUID } from 'node:crypto'
import type { Simulator } from '../simulator.ts'
import { retrySchedule } from './retries.ts'
import { webhookSignature } from './signature.ts'

interface Waiting {
  id: number
  shop: string
  topic: string
  uri: string
  webhook_id: string
  event_id: string
  triggered_at: Date
  api_version: string
  payload: string
  fault: string | null
  attempts: number
  due_at: Date
}

const LEASE_MS = 60_000 // a delivery whose simulator died is taken up again after this
const MOST_SLEEP = 30_000

/** Carries waiting webhooks to the app, a few at once, in no promised order, and tries again as Shopify does. */
export class Courier {
  readonly #simulator: Simulator
  readonly #underway = new Map<number, Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  #looking: Promise<void> | null = null
  #again = false

  constructor(simulator: Simulator) {
    this.#simulator = simulator
  }

  start(): void {
    this.#simulator.clock.onPush(() => this.wake())
    this.wake()
  }

  /** There may be something to deliver now. */
  wake(): void {
    if (this.#stopped) return
    this.#again = true
    this.#looking ??= this.#lookWhileNeeded()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#looking
    await Promise.all(this.#underway.values())
  }

  async #lookWhileNeeded(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      await this.#look().catch((error: unknown) => this.#simulator.log(`looking for webhooks failed: ${error}`))
    }
    this.#looking = null
  }

  async #look(): Promise<void> {
    const { store, clock, settings } = this.#simulator
    const room = settings.webhooksAtOnce - this.#underway.size
    if (room <= 0) return
    const { rows } = await store.sql.query<Waiting>(TAKE_UP, [clock.now(), room, LEASE_MS, [...this.#underway.keys()]])
    for (const webhook of rows.sort((a, b) => a.id - b.id)) this.#carry(webhook)
    const due = await store.sql.query<{ due_at: Date | null }>(
      `select min(due_at) as due_at from webhook where state in ('waiting', 'underway')`,
    )
    this.#sleepUntil(due.rows[0]?.due_at ?? null)
  }

  #carry(webhook: Waiting): void {
    const delivery = deliver(this.#simulator, webhook)
      .catch((error: unknown) => this.#simulator.log(`webhook ${webhook.id} failed: ${error}`))
      .finally(() => {
        this.#underway.delete(webhook.id)
        this.wake()
      })
    this.#underway.set(webhook.id, delivery)
  }

  #sleepUntil(due: Date | null): void {
    clearTimeout(this.#timer)
    if (this.#stopped || this.#underway.size >= this.#simulator.settings.webhooksAtOnce) return
    const sleep = due ? due.getTime() - this.#simulator.clock.now().getTime() : MOST_SLEEP
    this.#timer = setTimeout(() => this.wake(), Math.max(1, Math.min(MOST_SLEEP, sleep)))
  }
}

// A pushed clock ends a lease at once: what this very courier is carrying is not taken up again.
const TAKE_UP = `
  update webhook set state = 'underway', due_at = $1::timestamptz + ($3 || ' ms')::interval
  where id in (
    select id from webhook where state in ('waiting', 'underway') and due_at <= $1 and id <> all($4::bigint[]) order by due_at, id limit $2 for update skip locked
  ) returning *`

async function deliver(simulator: Simulator, webhook: Waiting): Promise<void> {
  const { store, clock, settings } = simulator
  const started = performance.now()
  const outcome = await send(simulator, webhook)
  const entry = { at: clock.now().toISOString(), ms: Math.round(performance.now() - started), ...outcome }
  const ok = outcome.status !== null && outcome.status >= 200 && outcome.status < 300
  const next = retrySchedule(settings)[webhook.attempts]
  const state = ok ? 'delivered' : next === undefined ? 'failed' : 'waiting'
  await store.sql.query(
    `update webhook set state = $2, attempts = attempts + 1, due_at = $3, fault = null, log = (log::jsonb || $4::jsonb)::json where id = $1`,
    [webhook.id, state, new Date(webhook.triggered_at.getTime() + (next ?? 0)), JSON.stringify([entry])],
  )
}

async function send(simulator: Simulator, webhook: Waiting): Promise<{ status: number | null; error: string | null }> {
  try {
    const response = await fetch(new URL(webhook.uri, simulator.app.url), {
      method: 'POST',
      body: webhook.payload,
      headers: headersOf(simulator, webhook),
      redirect: 'manual',
      signal: AbortSignal.timeout(simulator.settings.webhookTimeoutMs),
    })
    await response.body?.cancel()
    return { status: response.status, error: null }
  } catch (error) {
    return {
      status: null,
      error: error instanceof Error ? `${error.message}${error.cause instanceof Error ? `: ${error.cause.message}` : ''}` : String(error),
    }
  }
}

function headersOf(simulator: Simulator, webhook: Waiting): Record<string, string> {
  const secret = webhook.fault === 'wrong-hmac' ? `${simulator.app.secret}-not` : simulator.app.secret
  return {
    'content-type': 'application/json',
    'user-agent': 'Shopify-Captain-Hook',
    'x-shopify-topic': webhook.topic,
    'x-shopify-hmac-sha256': webhookSignature(secret, webhook.payload),
    'x-shopify-shop-domain': webhook.shop,
    'x-shopify-api-version': webhook.api_version,
    'x-shopify-webhook-id': webhook.webhook_id,
    'x-shopify-event-id': webhook.event_id,
    'x-shopify-triggered-at': webhook.triggered_at.toISOString().replace('Z', '000Z'),
    'x-request-id': randomUUID(),
  }
}

import { randomUUID } from 'node:crypto'
import type { Simulator } from '../simulator.ts'
import { APPS } from './apps.ts'
import type { Envelope, ReviewApp } from './apps.ts'
import type { PlayedReview } from './played.ts'

export type Mischief = 'wrong-signature' | 'late-signature'

/** One webhook of a review app on its way to Encore. */
export interface PlayedDelivery {
  id: number
  shop: string
  shopId: number
  provider: string
  path: string // of the address that the merchant pasted
  secret: string
  event: PlayedReview['event']
  deliveryId: string
  body: string
  mischief: Mischief | null
  state: 'waiting' | 'delivered' | 'failed'
  log: { at: string; status: number | null; answer: string }[]
  updatedAt: string
}

const LATE_MS = 600_000

/** Puts a webhook on its way and tries it at once; later tries happen on the simulator's clock. */
export async function dispatch(
  simulator: Simulator,
  given: Omit<PlayedDelivery, 'id' | 'state' | 'log' | 'updatedAt' | 'deliveryId'> & { deliveryId?: string },
): Promise<PlayedDelivery> {
  const delivery: PlayedDelivery = {
    deliveryId: randomUUID(),
    ...given,
    id: await simulator.store.nextId(),
    state: 'waiting',
    log: [],
    updatedAt: simulator.clock.now().toISOString(),
  }
  await simulator.store.put(delivery.shop, 'playedDelivery', delivery)
  return attempt(simulator, delivery)
}

/** Kept on the simulated clock. */
export async function tryAgain(payload: never, simulator: Simulator): Promise<void> {
  const { shop, id } = payload as { shop: string; id: number }
  const delivery = await simulator.store.get(shop, 'playedDelivery', id)
  if (delivery?.state === 'waiting') await attempt(simulator, delivery)
}

async function attempt(simulator: Simulator, delivery: PlayedDelivery): Promise<PlayedDelivery> {
  const app = APPS[delivery.provider]
  if (!app) throw new Error(`Nobody plays ${delivery.provider}`)
  const entry = await post(simulator, app, delivery)
  const at = simulator.clock.now()
  const well = entry.status !== null && entry.status >= 200 && entry.status < 300 && (app.accepts?.(entry.answer) ?? true)
  const pause = app.retries[delivery.log.length]
  const tried: PlayedDelivery = {
    ...delivery,
    log: [...delivery.log, { at: at.toISOString(), ...entry }],
    state: well ? 'delivered' : pause === undefined ? 'failed' : 'waiting',
    updatedAt: at.toISOString(),
  }
  await simulator.store.put(delivery.shop, 'playedDelivery', tried)
  if (tried.state === 'waiting' && pause !== undefined) {
    await simulator.at('retry-provider-webhook', new Date(at.getTime() + pause), { shop: delivery.shop, id: delivery.id })
  }
  return tried
}

async function post(simulator: Simulator, app: ReviewApp, delivery: PlayedDelivery): Promise<{ status: number | null; answer: string }> {
  const { body, path } = delivery
  const { headers, query = {} } = sealed(simulator, app, delivery)
  const url = new URL(path, simulator.app.url)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(app.timeoutMs),
    })
    return { status: response.status, answer: (await response.text()).slice(0, 500) }
  } catch (error) {
    return { status: null, answer: error instanceof Error ? error.message : String(error) }
  }
}

/** Signed anew at each attempt, as Svix does; a late one was signed ten minutes ago. */
function sealed(simulator: Simulator, app: ReviewApp, delivery: PlayedDelivery): Envelope {
  const { shop: domain, shopId, event, deliveryId, body, mischief } = delivery
  const now = new Date(simulator.clock.now().getTime() - (mischief === 'late-signature' ? LATE_MS : 0))
  const secret = mischief === 'wrong-signature' ? spoilt(delivery.secret) : delivery.secret
  return app.seal({ body, secret, shop: { domain, id: shopId }, event, deliveryId, now })
}

const spoilt = (secret: string): string =>
  secret.startsWith('whsec_') ? `whsec_${Buffer.from('another key').toString('base64')}` : `${secret}-not`

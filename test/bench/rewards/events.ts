import { APPS } from '../../simulator/providers/apps.ts'
import type { PlayedReview } from '../../simulator/providers/played.ts'
import { run, SHOP } from './world.ts'

/** Five review apps, each signing in its own way. */
const PROVIDERS = ['judgeme', 'okendo', 'generic', 'trustoo', 'stamped'] as const
const PRODUCTS = 50
const DELIVERIES = 3

export interface Event {
  review: PlayedReview
  token: string
  secret: string
}
export interface Delivery {
  event: number
  number: number
}

const tokenOf = (provider: string) => `bench-${provider}-${'x'.repeat(24)}`
const productOf = (n: number) => 700_000_000 + (n % PRODUCTS)
export const emailOf = (n: number): string => `shopper-${n}@bench.example`

/** One review each by as many shoppers, who all have bought what they write about; a third has a photo. */
export function events(count: number, shopId: number): Event[] {
  const at = new Date().toISOString()
  return Array.from({ length: count }, (_, n) => {
    const provider = PROVIDERS[n % PROVIDERS.length] ?? 'generic'
    const review: PlayedReview = {
      id: 1_000_000 + n,
      provider,
      event: 'created',
      shop: SHOP,
      shopId,
      product: { id: productOf(n), handle: `bench-${productOf(n)}`, title: 'Bench', sku: `bench-${productOf(n)}` },
      email: emailOf(n),
      author: 'Bench',
      customerId: 800_000_000 + n,
      orderId: 900_000_000 + n,
      rating: 1 + (n % 5),
      title: '',
      text: 'As it is.',
      photos: n % 3 === 0 ? 1 : 0,
      videos: 0,
      oddity: null,
      writtenAt: at,
      updatedAt: at,
    }
    return { review, token: tokenOf(provider), secret: APPS[provider]?.keys(SHOP).secret ?? '' }
  })
}

/** Every event three times, in an order that nobody would choose. */
export function shuffled(count: number): Delivery[] {
  const all = Array.from({ length: count * DELIVERIES }, (_, n) => ({ event: n % count, number: Math.floor(n / count) }))
  let seed = 42
  for (let n = all.length - 1; n > 0; n--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    const other = seed % (n + 1)
    ;[all[n], all[other]] = [all[other] as Delivery, all[n] as Delivery]
  }
  return all
}

/** Sends one until it is accepted, as the apps do; the second and third tell of an update, so that they are not the same bytes. */
export async function deliver(port: number, { review, token, secret }: Event, { event, number }: Delivery): Promise<number> {
  const app = APPS[review.provider]
  const told: PlayedReview = number === 0 ? review : { ...review, event: 'updated', text: `As it is, ${number}.` }
  const body = JSON.stringify(app?.payload(told))
  for (let tries = 1; ; tries++) {
    const now = new Date()
    const sealed = app?.seal({
      body,
      secret,
      shop: { domain: SHOP, id: review.shopId },
      event: told.event,
      deliveryId: `${event}-${number}`,
      now,
    })
    const query = new URLSearchParams(sealed?.query).toString()
    const url = `http://127.0.0.1:${port}/webhooks/reviews/${review.provider}/${token}${query && `?${query}`}`
    const headers = { 'content-type': 'application/json', ...sealed?.headers }
    const answer = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(10_000) }).catch(() => null)
    const status = answer?.status ?? 0
    await answer?.arrayBuffer().catch(() => null)
    if (status >= 200 && status < 300) return tries
    if (status >= 400 && status < 500) throw new Error(`${review.provider} was refused with ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

const TERMS = {
  values: { text: { kind: 'percentage', percent: 10 }, photo: { kind: 'percentage', percent: 15 }, video: null },
  minimumOrder: null,
  buys: { kind: 'everything' },
  subscriptions: false,
  combinesWith: { orders: false, products: true, shipping: true },
  days: 30,
  caps: { shopper: null, product: null, order: null, day: null },
  budget: null,
  who: 'verified',
  prefix: 'BENCH',
  settleMinutes: 10,
}

/** The shop as Encore knows it: its token, its program, the connected apps, and an order, paid and delivered, for each shopper. */
export async function fill(
  url: string,
  count: number,
  { accessToken, currency }: { accessToken: string; currency: string },
): Promise<void> {
  await run(url, `insert into shop (shop, name, currency, time_zone) values ($1, 'Bench', $2, 'Europe/Berlin')`, [SHOP, currency])
  await run(
    url,
    `insert into session (id, shop, state, "isOnline", "accessToken", scope) values ('offline_' || $1::text, $1, '', false, $2, 'write_discounts')`,
    [SHOP, accessToken],
  )
  const began = `now() - interval '1 day'`
  await run(url, `insert into reward_program (shop, version, active, terms, created_at) values ($1, 1, true, $2, ${began})`, [SHOP, TERMS])
  for (const provider of PROVIDERS)
    await run(url, 'insert into provider_connection (shop, provider, token, secret) values ($1, $2, $3, $4)', [
      SHOP,
      provider,
      tokenOf(provider),
      APPS[provider]?.keys(SHOP).secret,
    ])
  await run(
    url,
    `insert into product (shop, id, title, handle, status, updated_at)
     select $1, n::text, 'Bench', 'bench-' || n, 'active', now() from generate_series($2::int, $3) n`,
    [SHOP, productOf(0), productOf(PRODUCTS - 1)],
  )
  await run(
    url,
    `insert into "order" (shop, id, name, customer_id, email, currency, presentment_currency, total, original_total, financial_status, processed_at, updated_at)
     select $1, (900000000 + n)::text, '#' || n, (800000000 + n)::text, 'shopper-' || n || '@bench.example', 'EUR', 'EUR', 5000, 5000, 'paid', ${began}, now()
     from generate_series(0, $2::int - 1) n`,
    [SHOP, count],
  )
  await run(
    url,
    `insert into order_line (shop, order_id, id, product_id, title, quantity, current_quantity, unit_price)
     select $1, (900000000 + n)::text, n::text, (700000000 + n % ${PRODUCTS})::text, 'Bench', 1, 1, 5000 from generate_series(0, $2::int - 1) n`,
    [SHOP, count],
  )
  await run(
    url,
    `insert into fulfillment (shop, order_id, id, status, created_at, updated_at)
     select $1, (900000000 + n)::text, n::text, 'success', ${began}, now() from generate_series(0, $2::int - 1) n`,
    [SHOP, count],
  )
  await run(url, 'analyze')
}

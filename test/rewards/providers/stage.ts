import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { providerListener } from '#app/endpoints/providers.ts'
import { openConnection, readConnection, saveKeys } from '#app/rewards/providers/connections.server.ts'
import type { ProviderName } from '#app/rewards/providers/provider.ts'
import { SECRET, SHOP } from '#test/platform/world.ts'
import { APPS } from '../../simulator/providers/apps.ts'
import type { PlayedReview } from '../../simulator/providers/played.ts'

export const played = (provider: string, more: Partial<PlayedReview> = {}): PlayedReview => ({
  id: 434,
  provider,
  event: 'created',
  shop: SHOP,
  shopId: 42,
  product: { id: 8123, handle: 'lamp', title: 'Lamp', sku: 'LAMP-1' },
  email: 'Ann@example.com',
  author: 'Ann B.',
  customerId: null,
  orderId: null,
  rating: 3,
  title: 'Good',
  text: `Soft “and” warm – ça va 🐢 ${more.id ?? ''}`,
  photos: 2,
  videos: 0,
  oddity: null,
  writtenAt: '2026-11-09T08:39:09.000Z',
  updatedAt: '2026-11-09T08:39:09.000Z',
  ...more,
})

export interface Posting {
  provider: string
  token: string
  body: string | Buffer
  headers?: Record<string, string>
  query?: Record<string, string>
  method?: string
}

let listening: Promise<number> | undefined
const port = () =>
  (listening ??= new Promise((opened) => {
    const server = createServer((incoming, response) => void providerListener(incoming, response)).unref()
    server.listen(0, '127.0.0.1', () => opened((server.address() as AddressInfo).port))
  }))

export async function post({
  provider,
  token,
  body,
  headers = {},
  query = {},
  method = 'POST',
}: Posting): Promise<{ status: number; body: string }> {
  const search = new URLSearchParams(query).toString()
  const path = `/webhooks/reviews/${provider}${token ? `/${token}` : ''}${search ? `?${search}` : ''}`
  const options = {
    port: await port(),
    host: '127.0.0.1',
    path,
    method,
    headers: { 'content-type': 'application/json', ...headers },
    agent: false,
  }
  return new Promise((answered, broke) => {
    const outgoing = request(options, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => answered({ status: response.statusCode ?? 0, body: text }))
    })
    outgoing.once('error', broke)
    outgoing.end(body)
  })
}

export interface Sealed {
  body: string
  secret?: string
  deliveryId?: string
  signedAt?: Date
}

/** What the review app would send: signed by the simulator's own code. */
export function letterOf(
  provider: string,
  token: string,
  { body, secret, deliveryId = 'delivery-1', signedAt = new Date() }: Sealed,
): Posting {
  const app = APPS[provider]!
  const key = secret ?? (provider === 'flow' ? SECRET : (app.keys(SHOP).secret ?? ''))
  const sealed = app.seal({ body, secret: key, shop: { domain: SHOP, id: 42 }, event: 'created', deliveryId, now: signedAt })
  return { provider, token, body, ...sealed }
}

export const bodyOf = (provider: string, more: Partial<PlayedReview> = {}): string =>
  JSON.stringify(APPS[provider]!.payload(played(provider, more)))

/** Connected as a merchant does it: the address copied, the key pasted. */
export async function connected(provider: ProviderName, shop = SHOP): Promise<string> {
  await openConnection(shop, provider)
  const keys = APPS[provider]!.keys(shop)
  const configured = provider === 'loox' ? { header: 'x-loox-hmac-sha256', encoding: 'base64' as const } : {}
  await saveKeys(shop, provider, { secret: keys.secret ?? null, apiKey: keys.apiKey ?? null, ...configured })
  return (await readConnection(shop, provider))!.token
}

import { randomUUID } from 'node:crypto'
import { now } from '../../platform/clock.server.ts'
import { environment } from '../../platform/env.server.ts'
import { log } from '../../platform/log.server.ts'
import { addressOf } from './address.ts'
import { readConnection } from './connections.server.ts'
import type { ProviderName } from './provider.ts'
import { providers } from './providers.ts'
import { rehearsal, type Rehearsed } from './rehearsal.ts'
import type { Encoding, SealKeys } from './seal.ts'
import { sign } from './sign.server.ts'

const PATIENCE = 10_000

/** Sends a test event to the shop's own address, from outside, as the review app would: through whatever stands in front of Encore. */
export async function rehearse(shop: string, provider: ProviderName): Promise<Rehearsed> {
  const { SHOPIFY_APP_URL, SHOPIFY_API_SECRET } = environment()
  const stored = await readConnection(shop, provider)
  const address = addressOf(SHOPIFY_APP_URL, provider, stored?.active ? stored.token : null)
  if (!address) return 'refused'
  const secret = provider === 'flow' ? SHOPIFY_API_SECRET : (stored?.secret ?? null)
  const keys: SealKeys = { shop, secret, header: stored?.header ?? null, encoding: (stored?.encoding ?? null) as Encoding | null }
  const body = JSON.stringify(rehearsal(randomUUID(), shop))
  const { headers, query = {} } = await sign(providers[provider].seal, body, keys, now())
  const search = new URLSearchParams(query).toString()
  try {
    const answer = await fetch(search ? `${address}?${search}` : address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    })
    return answer.ok ? 'arrived' : answer.status === 401 ? 'refused' : 'unreachable'
  } catch (error) {
    log.warn({ err: error, shop, provider }, 'a test event did not arrive')
    return 'unreachable'
  }
}

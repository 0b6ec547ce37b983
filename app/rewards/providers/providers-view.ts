import { sayTime } from '../../values/time.ts'
import { addressOf } from './address.ts'
import { PROVIDERS } from './provider.ts'
import type { Level, ProviderName } from './provider.ts'
import { providerWords } from './provider-words.ts'
import { hasAddress, levelOf, providers } from './providers.ts'
import { SEAL_FAULTS } from './seal.ts'
import type { Encoding, SealFault } from './seal.ts'

/** A connection as it is stored. */
export interface StoredConnection {
  provider: string
  token: string
  secret: string | null
  apiKey: string | null
  header: string | null
  encoding: string | null
  active: boolean
  lastEventAt: Date | null
  refusedAt: Date | null
  refusedFor: string | null
}
export type ConnectionState = 'connected' | 'waiting' | 'refused' | 'off'

export interface ProviderRow {
  provider: ProviderName
  label: string
  level: Level
  state: ConnectionState
  lastEvent: string | null
  hint: SealFault | null
}

/** Refused after the last event that was believed: something is wrong now. */
function stateOf(provider: ProviderName, stored: StoredConnection | undefined): ConnectionState {
  // A workflow is the merchant's own wish: the action works as soon as she uses it.
  if (!stored) return provider === 'flow' ? 'waiting' : 'off'
  if (!stored.active) return 'off'
  const { lastEventAt, refusedAt } = stored
  if (refusedAt && refusedAt > (lastEventAt ?? new Date(0))) return 'refused'
  return lastEventAt ? 'connected' : 'waiting'
}

function rowOf(provider: ProviderName, stored: StoredConnection | undefined, timeZone: string): ProviderRow {
  const state = stateOf(provider, stored)
  return {
    provider,
    label: providerWords[provider].label,
    level: levelOf(providers[provider], { header: stored?.header ?? null }),
    state,
    lastEvent: stored?.active && stored.lastEventAt ? sayTime(stored.lastEventAt, timeZone) : null,
    hint: state === 'refused' ? (SEAL_FAULTS.find((fault) => fault === stored?.refusedFor) ?? null) : null,
  }
}

/** Every review app: those in use first. */
export const providerRows = (stored: readonly StoredConnection[], timeZone: string): ProviderRow[] => {
  const rows = PROVIDERS.map((name) => rowOf(name, stored.find(({ provider }) => provider === name), timeZone)) // prettier-ignore
  return [...rows.filter(({ state }) => state !== 'off'), ...rows.filter(({ state }) => state === 'off')]
}

export interface Arrival {
  at: string
  state: string
  reason: string | null
}
export interface ProviderView extends ProviderRow {
  /** Null: it comes through Shopify, or is not connected. */
  address: string | null
  throughShopify: boolean
  /** A test event can be sent. */
  testable: boolean
  hasSecret: boolean
  hasApiKey: boolean
  header: string
  encoding: Encoding
  configurable: boolean
  refused: string | null
  arrivals: Arrival[]
}

interface Delivered {
  receivedAt: Date
  state: string
  reason: string | null
}

/** One review app's page. Keys stay on the server: it only says whether they are there. */
export function providerView(
  provider: ProviderName,
  stored: StoredConnection | null,
  deliveries: readonly Delivered[],
  { appUrl, timeZone }: { appUrl: string; timeZone: string },
): ProviderView {
  const active = stored?.active ? stored : undefined
  return {
    ...rowOf(provider, stored ?? undefined, timeZone),
    address: hasAddress(providers[provider]) ? addressOf(appUrl, provider, active?.token ?? null) : null,
    throughShopify: !hasAddress(providers[provider]),
    testable: addressOf(appUrl, provider, active?.token ?? null) !== null,
    hasSecret: Boolean(active?.secret),
    hasApiKey: Boolean(active?.apiKey),
    header: active?.header ?? '',
    encoding: active?.encoding === 'hex' ? 'hex' : 'base64',
    configurable: providers[provider].seal.kind === 'configured',
    refused: active?.refusedAt ? sayTime(active.refusedAt, timeZone) : null,
    arrivals: deliveries.map(({ receivedAt, state, reason }) => ({ at: sayTime(receivedAt, timeZone), state, reason })),
  }
}

import { randomBytes } from 'node:crypto'
import type { ProviderConnection } from '@prisma/client'
import { now } from '../../platform/clock.server.ts'
import { db, keyed, transact, type Tx } from '../../platform/db.server.ts'
import { log } from '../../platform/log.server.ts'
import { markOf, mayReplace } from '../../platform/saved.server.ts'
import type { Opened } from '../../values/opened.ts'
import { ok, type Outcome } from '../../values/outcome.ts'
import { listen, notify } from '../../platform/notify.server.ts'
import type { ConnectionKeys } from './connection.ts'
import type { ProviderName } from './provider.ts'
import type { SealFault, SealKeys } from './seal.ts'

/** What the door has to know of a connection. */
export interface Connection extends SealKeys {
  token: string
  provider: ProviderName
}

const CHANNEL = 'provider-connections'
const MOST_KEPT = 10_000
const TOKEN_BYTES = 24

// Only addresses that exist are kept, so that nobody can fill the memory; a change anywhere empties it everywhere.
const kept = new Map<string, Connection>()
let changes = 0
let listening: Promise<unknown> | undefined

function forget(): void {
  changes += 1
  kept.clear()
}

const FIND = `select shop, provider, token, secret, header, encoding from provider_connection where token = $1 and active`

/** The connection that an address names. */
export async function findConnection(token: string): Promise<Connection | null> {
  const known = kept.get(token)
  if (known) return known
  listening ??= listen(CHANNEL, forget).catch((error: unknown) => {
    listening = undefined
    throw error
  })
  await listening
  const before = changes
  const { rows } = await keyed.query<Connection>({ name: 'find-connection', text: FIND, values: [token] })
  const [found] = rows
  if (!found) return null
  if (kept.size >= MOST_KEPT) kept.clear()
  // What was read before a change was heard of may be what it changed.
  if (before === changes) kept.set(token, found)
  return found
}

const newToken = () => randomBytes(TOKEN_BYTES).toString('base64url')

/** The address is made when the merchant first looks for it; a provider that was disconnected gets another. */
export async function openConnection(shop: string, provider: ProviderName): Promise<void> {
  await transact(async (tx) => {
    await lockConnection(tx, shop, provider)
    const row = await tx.providerConnection.findUnique({ where: { shop_provider: { shop, provider } } })
    if (row?.active) return
    const fresh = { token: newToken(), active: true, secret: null, apiKey: null, header: null, encoding: null }
    const unheard = { connectedAt: now(), lastEventAt: null, refusedAt: null, refusedFor: null }
    await tx.providerConnection.upsert({
      where: { shop_provider: { shop, provider } },
      create: { shop, provider, ...fresh, connectedAt: now() },
      update: { ...fresh, ...unheard },
    })
    await notify(tx, CHANNEL, shop)
  })
  forget()
}

/** What the merchant pasted. What was refused before is past. */
export async function saveKeys(
  shop: string,
  provider: ProviderName,
  keys: ConnectionKeys,
  opened?: Opened,
): Promise<Outcome<string, 'changed-meanwhile'>> {
  const given = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined))
  const saved = await transact(async (tx) => {
    await lockConnection(tx, shop, provider)
    const stored = keysOf(await tx.providerConnection.findUnique({ where: { shop_provider: { shop, provider } } }))
    const asked = { ...stored, ...given }
    const checked = mayReplace(opened, stored, asked)
    if (!checked.ok) return checked
    await tx.providerConnection.updateMany({
      where: { shop, provider, active: true },
      data: { ...given, refusedAt: null, refusedFor: null },
    })
    await notify(tx, CHANNEL, shop)
    return ok(markOf(asked))
  })
  forget()
  return saved
}

const lockConnection = (tx: Tx, shop: string, provider: ProviderName) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`provider-connection:${shop}:${provider}`}, 0))::text`

/** Marks the connection that its page was opened with. */
export const markOfConnection = (stored: Keyed | null): string => markOf(keysOf(stored))

type Keyed = Pick<ProviderConnection, 'token' | 'active' | 'secret' | 'apiKey' | 'header' | 'encoding'>

const keysOf = (stored: Keyed | null) => ({
  token: stored?.token ?? null,
  active: stored?.active ?? false,
  secret: stored?.secret ?? null,
  apiKey: stored?.apiKey ?? null,
  header: stored?.header ?? null,
  encoding: stored?.encoding ?? null,
})

/** Disconnected, the address answers as if it had never been; undone, it is the same again. */
export async function setActive(shop: string, provider: ProviderName, active: boolean): Promise<void> {
  await transact(async (tx) => {
    await tx.providerConnection.updateMany({ where: { shop, provider }, data: { active } })
    await notify(tx, CHANNEL, shop)
  })
  forget()
}

export const listConnections = (shop: string) => db.providerConnection.findMany({ where: { shop } })

export const readConnection = (shop: string, provider: ProviderName) =>
  db.providerConnection.findUnique({ where: { shop_provider: { shop, provider } } })

/** Something from it arrived and was believed. */
export async function noteEvent(shop: string, provider: ProviderName, at: Date): Promise<void> {
  await db.$executeRaw`
    insert into provider_connection (shop, provider, token, last_event_at) values (${shop}, ${provider}, ${newToken()}, ${at})
    on conflict (shop, provider) do update set last_event_at = greatest(provider_connection.last_event_at, excluded.last_event_at)`
}

// Whoever sends nothing but forgeries shall not make us write for each.
const NOTED_EVERY = '5 seconds'

/** Why something was refused at this address, for the merchant to see. It is refused all the same when that cannot be written. */
export async function noteRefusal({ token, provider }: Connection, fault: SealFault): Promise<void> {
  const at = now()
  const noted = db.$executeRaw`
    update provider_connection set refused_at = ${at}, refused_for = ${fault}
    where token = ${token} and (refused_at is null or refused_for <> ${fault} or refused_at < ${at}::timestamptz - ${NOTED_EVERY}::interval)`
  await noted.catch((error: unknown) => log.warn({ err: error, provider, fault }, 'a refusal was not noted'))
}

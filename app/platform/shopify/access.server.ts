import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma'
import type { PrismaClient, Session as SessionRow } from '@prisma/client'
import { z } from 'zod'
import { now } from '../clock.server.ts'
import { db, transact } from '../db.server.ts'
import type { Tx } from '../db.server.ts'
import { environment } from '../env.server.ts'
import { log } from '../log.server.ts'
import { notify } from '../notify.server.ts'

// One minute before Shopify's library would refresh: it must never do so itself, because it takes no lock.
const STALE_WITHIN = 6 * 60_000
const PATIENCE = 10_000
const MOST_LOOKS = 4

/** The shop's tokens are dead: its jobs pause until the merchant opens the app, which exchanges new ones. */
export class AccessLost extends Error {
  override name = 'AccessLost'
  readonly shop: string
  constructor(shop: string) {
    super(`${shop} must be opened in the admin once more: its access has ended`)
    this.shop = shop
  }
}

export const offlineId = (shop: string): string => `offline_${shop}`

const Tokens = z.object({
  access_token: z.string(),
  scope: z.string().optional(),
  expires_in: z.number(),
  refresh_token: z.string(),
  refresh_token_expires_in: z.number(),
})

const isStale = (session: { expires?: Date | null | undefined }): boolean =>
  session.expires != null && session.expires.getTime() - now().getTime() < STALE_WITHIN

/** Shopify's own session storage, except that an offline token is renewed before anyone gets to see an old one. */
export class Sessions extends PrismaSessionStorage<PrismaClient> {
  override async loadSession(id: string) {
    const session = await super.loadSession(id)
    if (!session || session.isOnline || !session.refreshToken || !isStale(session)) return session
    await renewOnce(id, session.shop).catch((error: unknown) => log.warn({ err: error, shop: session.shop }, 'the token was not renewed'))
    return super.loadSession(id)
  }
}

let storage: Sessions | undefined

/** Made when first asked for: its constructor already queries the database. */
export const sessions = (): Sessions => (storage ??= new Sessions(db))

/** The token to call the shop with; throws AccessLost when there is none that could work. */
export async function accessToken(shop: string): Promise<string> {
  let ended: string | undefined
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const session = await sessions().loadSession(offlineId(shop))
    if (session?.accessToken && !session.isExpired()) return session.accessToken
    const { state } = (await db.shop.findUnique({ where: { shop }, select: { state: true } })) ?? { state: 'uninstalled' }
    if (!session?.refreshToken || state !== 'installed') throw new AccessLost(shop)
    // One that was renewed may have ended on its way here: the renewal was another caller's, and the clock was set or pushed since.
    if (session.accessToken === ended) break
    ended = session.accessToken
  }
  throw new Error(`The token of ${shop} could not be renewed just now`)
}

/** Shopify refused this token: the next caller renews it, unless somebody already has. */
export async function distrustToken(shop: string, token: string): Promise<void> {
  const { count } = await db.session.updateMany({
    where: { id: offlineId(shop), accessToken: token, refreshToken: { not: null } },
    data: { expires: now() },
  })
  const kept = await db.session.findUnique({ where: { id: offlineId(shop) } })
  if (count === 0 && kept?.accessToken === token) await transact((tx) => loseAccess(tx, shop))
}

const renewing = new Map<string, Promise<void>>()

/** Callers of this process share one attempt, or each would hold a connection while it waits for the lock. */
function renewOnce(id: string, shop: string): Promise<void> {
  const attempt = renewing.get(id) ?? renew(id, shop).finally(() => renewing.delete(id))
  renewing.set(id, attempt)
  return attempt
}

/** Only one process renews a shop's tokens at a time; whoever waited finds them renewed. Both tokens are stored together. */
async function renew(id: string, shop: string): Promise<void> {
  await transact(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`tokens:${shop}`}, 0))`
    const row = await tx.session.findUnique({ where: { id } })
    if (!row?.refreshToken || !isStale(row)) return
    const answer = await askForTokens(row)
    if (answer === 'refused') return loseAccess(tx, shop)
    await tx.session.update({ where: { id }, data: pair(answer) })
  })
}

async function askForTokens(row: SessionRow): Promise<z.output<typeof Tokens> | 'refused'> {
  const { SHOPIFY_API_KEY, SHOPIFY_API_SECRET } = environment()
  const response = await fetch(`https://${row.shop}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      client_id: SHOPIFY_API_KEY,
      client_secret: SHOPIFY_API_SECRET,
      grant_type: 'refresh_token',
      refresh_token: row.refreshToken,
    }),
    signal: AbortSignal.timeout(PATIENCE),
  })
  if ([400, 401, 403].includes(response.status)) return 'refused'
  if (!response.ok) throw new Error(`Shopify answered ${response.status} to a token refresh`)
  return Tokens.parse(await response.json())
}

const pair = (tokens: z.output<typeof Tokens>) => ({
  accessToken: tokens.access_token,
  expires: new Date(now().getTime() + tokens.expires_in * 1_000),
  refreshToken: tokens.refresh_token,
  refreshTokenExpires: new Date(now().getTime() + tokens.refresh_token_expires_in * 1_000),
  ...(tokens.scope === undefined ? {} : { scope: tokens.scope }),
})

export const SHOP_STATES = 'shops'

async function loseAccess(tx: Tx, shop: string): Promise<void> {
  await tx.session.updateMany({ where: { id: offlineId(shop) }, data: { refreshToken: null, refreshTokenExpires: null, expires: now() } })
  await tx.shop.updateMany({ where: { shop, state: 'installed' }, data: { state: 'needs-reauthorization' } })
  await notify(tx, SHOP_STATES, shop)
}

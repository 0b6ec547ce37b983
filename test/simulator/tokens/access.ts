import { randomBytes } from 'node:crypto'
import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

export interface Grant {
  accessToken: string
  refreshToken: string | null
  expiresIn: number | null
  refreshExpiresIn: number | null
  scopes: string[]
}

export interface GrantTerms {
  scopes: string[]
  /** null: an offline token. */
  onlineUser: number | null
  expiring: boolean
}

const secret = (prefix: string) => `${prefix}_${randomBytes(16).toString('hex')}`

export async function grant({ store, clock, settings }: Simulator, shop: string, terms: GrantTerms): Promise<Grant> {
  const online = terms.onlineUser !== null
  const issued: Grant = {
    accessToken: secret('shpat'),
    refreshToken: terms.expiring && !online ? secret('shprt') : null,
    expiresIn: online ? settings.onlineTokenSeconds : terms.expiring ? settings.offlineTokenSeconds : null,
    refreshExpiresIn: terms.expiring && !online ? settings.refreshTokenSeconds : null,
    scopes: terms.scopes,
  }
  const now = clock.now()
  const later = (span: number | null) => (span === null ? null : new Date(now.getTime() + span * 1000))
  await store.sql.query(
    `insert into token (access_token, refresh_token, shop, scopes, online_user, issued_at, expires_at, refresh_expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      issued.accessToken,
      issued.refreshToken,
      shop,
      terms.scopes,
      terms.onlineUser,
      now,
      later(issued.expiresIn),
      later(issued.refreshExpiresIn),
    ],
  )
  return issued
}

/** Trades a refresh token for a new pair. It works once; the access token that it replaces lives on for a moment. */
export async function refresh(simulator: Simulator, shop: SimShop, refreshToken: string): Promise<Grant | null> {
  const { store, clock, settings } = simulator
  const now = clock.now()
  const { rowCount } = await store.sql.query(
    `update token set used_refresh_at = coalesce(used_refresh_at, $3), expires_at = least(expires_at, $3 + ($4 || ' s')::interval)
     where refresh_token = $1 and shop = $2 and revoked_at is null and refresh_expires_at > $3
       and (used_refresh_at is null or used_refresh_at + ($5 || ' s')::interval > $3)`,
    [refreshToken, shop.domain, now, settings.replacedTokenSeconds, settings.usedRefreshTokenSeconds],
  )
  if (rowCount === 0 || !shop.installed) return null
  return grant(simulator, shop.domain, { scopes: shop.installed.scopes, onlineUser: null, expiring: true })
}

/** The scopes that an access token opens, or null when it opens nothing. */
export async function scopesOf({ store, clock }: Simulator, shop: string, accessToken: string): Promise<string[] | null> {
  const { rows } = await store.sql.query<{ scopes: string[] }>(
    'select scopes from token where access_token = $1 and shop = $2 and revoked_at is null and (expires_at is null or expires_at > $3)',
    [accessToken, shop, clock.now()],
  )
  return rows[0]?.scopes ?? null
}

export async function revokeAll({ store, clock }: Simulator, shop: string): Promise<void> {
  await store.sql.query('update token set revoked_at = $2 where shop = $1 and revoked_at is null', [shop, clock.now()])
}

import { expect, test } from 'vitest'
import { connect, db } from '#app/platform/db.server.ts'
import { AccessLost, accessToken, distrustToken, sessions } from '#app/platform/shopify/access.server.ts'
import { shopifyDouble } from './shopify-double.ts'
import { installed, rows, until, useDatabase } from './world.ts'

await useDatabase('access')
const shopify = shopifyDouble()

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const session = (shop: string, expires: Date, refreshToken: string | null = 'refresh-1') =>
  db.session.create({
    data: { id: `offline_${shop}`, shop, state: '', accessToken: 'access-1', scope: 'read_orders', expires, refreshToken },
  })
const pair = (n: number) => ({
  access_token: `access-${n}`,
  scope: 'read_orders',
  expires_in: 3_600,
  refresh_token: `refresh-${n}`,
  refresh_token_expires_in: 7_776_000,
})

test('a token with time left is used as it is', async () => {
  await installed('calm.myshopify.com')
  await session('calm.myshopify.com', inMinutes(30))
  expect(await accessToken('calm.myshopify.com')).toBe('access-1')
  expect(shopify.calls).toEqual([])
})

test('many who find a stale token make one refresh, and both new tokens are stored', async () => {
  await installed('busy.myshopify.com')
  await session('busy.myshopify.com', inMinutes(1))
  let serial = 1
  shopify.answers(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { json: pair(++serial) }
  })
  const tokens = await Promise.all(Array.from({ length: 12 }, () => accessToken('busy.myshopify.com')))
  expect(new Set(tokens)).toEqual(new Set(['access-2']))
  expect(shopify.calls).toHaveLength(1)
  expect(shopify.calls[0]?.body).toMatchObject({
    grant_type: 'refresh_token',
    refresh_token: 'refresh-1',
    client_id: 'key',
    client_secret: 'hush',
  })
  expect(await db.session.findUnique({ where: { id: 'offline_busy.myshopify.com' } })).toMatchObject({
    accessToken: 'access-2',
    refreshToken: 'refresh-2',
  })
})

test("Shopify's library gets to see the renewed token too, so it never refreshes by itself", async () => {
  await session('library.myshopify.com', inMinutes(4))
  shopify.answers(() => ({ json: pair(7) }))
  const loaded = await sessions().loadSession('offline_library.myshopify.com')
  expect(loaded?.accessToken).toBe('access-7')
  expect(loaded?.isExpired(5 * 60_000)).toBe(false)
})

test('of two processes one refreshes; the other waits for it and finds the new pair', async () => {
  const shop = 'twice.myshopify.com'
  await installed(shop)
  await session(shop, inMinutes(1))
  const other = await connect('another process')
  await other.query('begin')
  await other.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`tokens:${shop}`])
  const mine = accessToken(shop)
  await until(async () => (await rows("select 1 from pg_locks where locktype = 'advisory' and not granted")).length > 0)
  await other.query('update session set "accessToken" = $2, expires = $3 where shop = $1', [shop, 'access-9', inMinutes(60)])
  await other.query('commit')
  await other.end()
  expect(await mine).toBe('access-9')
  expect(shopify.calls).toEqual([])
})

test('a dead refresh token marks the shop, and nobody asks again', async () => {
  const shop = 'dead.myshopify.com'
  await installed(shop)
  await session(shop, inMinutes(-5))
  shopify.answers(() => ({ status: 400, json: { error: 'invalid_grant' } }))
  await expect(accessToken(shop)).rejects.toThrow(AccessLost)
  await expect(accessToken(shop)).rejects.toThrow(AccessLost)
  expect(shopify.calls).toHaveLength(1)
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({ state: 'needs-reauthorization' })
})

test.each([
  ['once', 1],
  ['twice', 2],
])('a token that has ended on its way here, because the clock was pushed, is renewed anew: %s', async (name, times) => {
  const shop = `outrun-${name}.myshopify.com`
  await installed(shop)
  await session(shop, inMinutes(-1))
  let serial = 1
  // As if an hour had passed between the answer and its use.
  shopify.answers(() => ({ json: { ...pair(++serial), ...(serial <= times + 1 ? { expires_in: -1 } : {}) } }))
  expect(await accessToken(shop)).toBe(`access-${times + 2}`)
})

test('an outage while refreshing is not the end of the access', async () => {
  const shop = 'outage.myshopify.com'
  await installed(shop)
  await session(shop, inMinutes(-5))
  shopify.answers(() => ({ status: 503, json: {} }))
  await expect(accessToken(shop)).rejects.toThrow(/could not be renewed just now/)
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({ state: 'installed' })
  shopify.answers(() => ({ json: pair(3) }))
  expect(await until(() => accessToken(shop))).toBe('access-3')
})

test('an outage just before the end leaves the old token in use', async () => {
  const shop = 'almost.myshopify.com'
  await session(shop, inMinutes(2))
  shopify.answers(() => ({ status: 503, json: {} }))
  expect(await accessToken(shop)).toBe('access-1')
})

test('a shop without tokens has no access', async () => {
  await expect(accessToken('stranger.myshopify.com')).rejects.toThrow(AccessLost)
})

test('a refused token is renewed once, whoever complains about the old one', async () => {
  const shop = 'refused.myshopify.com'
  await installed(shop)
  await session(shop, inMinutes(30))
  shopify.answers(() => ({ json: pair(5) }))
  await distrustToken(shop, 'access-1')
  expect(await accessToken(shop)).toBe('access-5')
  await distrustToken(shop, 'access-1')
  expect(await accessToken(shop)).toBe('access-5')
  expect(shopify.calls).toHaveLength(1)
})

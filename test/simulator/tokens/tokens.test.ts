import { expect, test } from 'vitest'
import { SHOP, json, stage } from '../stage.ts'
import { idToken, sessionToken } from './issue.ts'
import { readJwt, signJwt } from './jwt.ts'
import { uninstall } from './uninstall.ts'

test('an id token is what Shopify documents', async () => {
  await using world = await stage()
  const token = idToken(world.simulator, world.shop)
  const claims = readJwt(token, world.simulator.app.secret)
  expect(claims).toMatchObject({ iss: `https://${SHOP.domain}/admin`, dest: `https://${SHOP.domain}`, aud: world.simulator.app.clientId })
  expect(Number(claims?.['exp']) - Number(claims?.['iat'])).toBe(60)
  expect(readJwt(token, 'another secret')).toBeNull()
})

test('a session token of an extension names the shop without https, and the shopper only when she is known', async () => {
  await using world = await stage()
  const claims = readJwt(sessionToken(world.simulator, world.shop, 7), world.simulator.app.secret)
  expect(claims).toMatchObject({ dest: SHOP.domain, aud: world.simulator.app.clientId, sub: 'gid://shopify/Customer/7' })
  expect(Number(claims?.['exp']) - Number(claims?.['iat'])).toBe(300)
  expect(readJwt(sessionToken(world.simulator, world.shop, null), world.simulator.app.secret)).not.toHaveProperty('sub')
})

test('an id token buys an offline token of one hour with a refresh token of 90 days', async () => {
  await using world = await stage()
  const { status, json: granted } = await world.exchange()
  expect(status).toBe(200)
  expect(granted).toMatchObject({ expires_in: 3_600, refresh_token_expires_in: 7_776_000, scope: world.shop.installed?.scopes.join(',') })
  expect(await world.query('{ shop { name } }')).toMatchObject({ status: 200, json: { data: { shop: { name: 'Test' } } } })
})

test('without expiring=1 the offline token has no end and no refresh token', async () => {
  await using world = await stage()
  const { json: granted } = await world.exchange({ expiring: '0' })
  expect(Object.keys(granted).sort()).toEqual(['access_token', 'scope'])
})

test('an online token names the person', async () => {
  await using world = await stage()
  const { json: granted } = await world.exchange({ requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token' })
  expect(granted).toMatchObject({ expires_in: 86_399, associated_user: { account_owner: true } })
})

test.each([
  ['signed by somebody else', (now: number, aud: string) => signJwt({ aud, dest: `https://${SHOP.domain}`, exp: now + 60, nbf: now }, 'x')],
  ['garbage', () => 'garbage'],
])('an id token that is %s buys nothing', async (_, make) => {
  await using world = await stage()
  const token = make(Math.floor(Date.now() / 1000), world.simulator.app.clientId)
  expect(await world.exchange({ subject_token: token })).toMatchObject({ status: 400, json: { error: 'invalid_subject_token' } })
})

test('an id token of yesterday or of another shop buys nothing', async () => {
  await using world = await stage()
  const foreign = idToken(world.simulator, { domain: 'other.myshopify.com' })
  expect(await world.exchange({ subject_token: foreign })).toMatchObject({ status: 400, json: { error: 'invalid_subject_token' } })
  const old = idToken(world.simulator, world.shop)
  await world.simulator.clock.push(61_000)
  expect(await world.exchange({ subject_token: old })).toMatchObject({ status: 400, json: { error: 'invalid_subject_token' } })
})

test('a refresh token works once and brings a new pair', async () => {
  await using world = await stage()
  const { json: first } = await world.exchange()
  const { clientId, secret } = world.simulator.app
  const renew = (refresh_token: string) =>
    world.ask(
      SHOP.domain,
      '/admin/oauth/access_token',
      json({ client_id: clientId, client_secret: secret, grant_type: 'refresh_token', refresh_token }),
    )
  const second = await renew(first.refresh_token)
  expect(second).toMatchObject({ status: 200, json: { expires_in: 3_600, refresh_token_expires_in: 7_776_000 } })
  expect(second.json.refresh_token).not.toBe(first.refresh_token)
  expect((await renew(first.refresh_token)).status).toBe(401)
  expect((await renew(second.json.refresh_token)).status).toBe(200)
})

test('an access token ends after an hour, and with the uninstall', async () => {
  await using world = await stage()
  expect((await world.query('{ shop { name } }')).status).toBe(200)
  await world.simulator.clock.push(3_601_000)
  expect(await world.query('{ shop { name } }')).toMatchObject({
    status: 401,
    json: { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
  })
  const { json: granted } = await world.exchange()
  const mine = { 'x-shopify-access-token': granted.access_token }
  expect((await world.query('{ shop { name } }', {}, mine)).status).toBe(200)
  await uninstall(world.simulator, SHOP.domain)
  expect((await world.query('{ shop { name } }', {}, mine)).status).toBe(401)
  expect(await world.exchange()).toMatchObject({ status: 400 })
})

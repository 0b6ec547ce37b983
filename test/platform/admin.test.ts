import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { AccessLost, AdminRefused, adminFor } from '#app/platform/shopify/admin.server.ts'
import { document } from '#app/platform/shopify/document.ts'
import { cost, shopifyDouble, throttled } from './shopify-double.ts'
import { installed, useDatabase } from './world.ts'

await useDatabase('admin')
const shopify = shopifyDouble()

const Name = document<{ shop: { name: string } }, Record<string, never>>('query Name { shop { name } }')
const Rename = document<{ rename: { userErrors: unknown[] } }, { name: string }>(
  'mutation Rename($name: String!) { rename(name: $name) { userErrors { field message } } }',
)

async function shopNamed(name: string): Promise<string> {
  const shop = `${name}.myshopify.com`
  await installed(shop)
  const tokens = { accessToken: 'access-1', refreshToken: 'refresh-1', expires: new Date(Date.now() + 3_600_000) }
  await db.session.create({ data: { id: `offline_${shop}`, shop, state: '', scope: '', ...tokens } })
  return shop
}
const named = (name: string, available = 1_990, rate = 1_000) => ({ json: { data: { shop: { name } }, extensions: cost(available, rate) } })

test('the answer comes with the token of its shop, at the one API version', async () => {
  const shop = await shopNamed('plain')
  shopify.answers(() => named('Plain'))
  expect(await adminFor(shop).query(Name, {})).toEqual({ shop: { name: 'Plain' } })
  expect(shopify.calls).toMatchObject([{ shop, token: 'access-1', path: '/admin/api/2026-07/graphql.json' }])
})

test('a throttled call waits for the bucket and is made again, mutations too', async () => {
  const shop = await shopNamed('throttled')
  shopify.answers(() =>
    shopify.calls.length < 2 ? throttled(50) : { json: { data: { rename: { userErrors: [] } }, extensions: cost(1_000) } },
  )
  await adminFor(shop).query(Rename, { name: 'x' })
  const [first, second] = shopify.calls
  // Ten points at fifty a second.
  expect(second!.at - first!.at).toBeGreaterThan(190)
})

test('calls of a shop wait for its bucket; another shop does not notice', async () => {
  const [poor, rich] = [await shopNamed('poor'), await shopNamed('rich')]
  shopify.answers((call) => (call.shop === poor ? named('Poor', 0, 40) : named('Rich')))
  await adminFor(poor).query(Name, {})
  const started = performance.now()
  const waiting = Promise.all([adminFor(poor).query(Name, {}), adminFor(poor).query(Name, {})]).then(() => performance.now() - started)
  await adminFor(rich).query(Name, {})
  expect(performance.now() - started).toBeLessThan(200)
  expect(await waiting).toBeGreaterThan(480)
})

test('429 is made again when the header says', async () => {
  const shop = await shopNamed('limited')
  shopify.answers(() => (shopify.calls.length < 2 ? { status: 429, json: {}, headers: { 'retry-after': '0.2' } } : named('Limited')))
  await adminFor(shop).query(Name, {})
  expect(shopify.calls[1]!.at - shopify.calls[0]!.at).toBeGreaterThan(190)
})

test('a question is asked again after a server error; a mutation is not, for it may have happened', async () => {
  const shop = await shopNamed('broken')
  shopify.answers(() => (shopify.calls.length < 2 ? { status: 502, json: {} } : named('Broken')))
  await adminFor(shop).query(Name, {})
  expect(shopify.calls).toHaveLength(2)
  shopify.calls.splice(0)
  shopify.answers(() => ({ status: 502, json: {} }))
  await expect(adminFor(shop).query(Rename, { name: 'x' })).rejects.toThrow()
  expect(shopify.calls).toHaveLength(1)
})

test('user errors are a refusal that names them', async () => {
  const shop = await shopNamed('strict')
  shopify.answers(() => ({
    json: { data: { rename: { userErrors: [{ field: ['name'], message: 'is taken', code: 'TAKEN' }] } }, extensions: cost(1_000) },
  }))
  const refused = await adminFor(shop)
    .query(Rename, { name: 'x' })
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(AdminRefused)
  expect(refused).toMatchObject({ message: expect.stringContaining('name is taken'), reasons: [{ code: 'TAKEN' }] })
})

test('a document that Shopify does not understand is refused, not repeated', async () => {
  const shop = await shopNamed('schema')
  shopify.answers(() => ({ json: { errors: [{ message: "Field 'nope' doesn't exist", extensions: { code: 'undefinedField' } }] } }))
  await expect(adminFor(shop).query(Name, {})).rejects.toThrow(/nope/)
  expect(shopify.calls).toHaveLength(1)
})

test('a refused token is renewed and the call made again', async () => {
  const shop = await shopNamed('renewed')
  shopify.answers(({ path, token }) => {
    if (path.endsWith('access_token'))
      return { json: { access_token: 'access-2', expires_in: 3_600, refresh_token: 'refresh-2', refresh_token_expires_in: 9_999 } }
    return token === 'access-2' ? named('Renewed') : { status: 401, json: { errors: '[API] Invalid API key or access token' } }
  })
  expect(await adminFor(shop).query(Name, {})).toEqual({ shop: { name: 'Renewed' } })
})

test.each([403, 404, 401])('a call that is turned away with %i takes nothing from the bucket', async (status) => {
  const shop = await shopNamed(`turned-away-${status}`)
  let away = false
  shopify.answers(({ path, token }) => {
    if (path.endsWith('access_token'))
      return { json: { access_token: `${token}+`, expires_in: 3_600, refresh_token: 'refresh', refresh_token_expires_in: 9_999 } }
    return away ? { status, json: { errors: 'no' } } : named('Turned away', 100, 0.1)
  })
  await adminFor(shop).query(Name, {})
  away = true
  // Each would take ten of the hundred points, and a point needs ten seconds to come back.
  for (let call = 0; call < 12; call++)
    await adminFor(shop)
      .query(Name, {})
      .catch(() => null)
  await db.shop.update({ where: { shop }, data: { state: 'active' } })
  away = false
  const started = performance.now()
  await adminFor(shop)
    .query(Name, {})
    .catch(() => null)
  expect(performance.now() - started).toBeLessThan(1_000)
  expect(shopify.calls.length).toBeGreaterThan(12)
})

test('when both tokens are dead the shop waits for its merchant', async () => {
  const shop = await shopNamed('lost')
  shopify.answers(({ path }) => ({ status: path.endsWith('access_token') ? 400 : 401, json: { error: 'no' } }))
  await expect(adminFor(shop).query(Name, {})).rejects.toThrow(AccessLost)
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({ state: 'needs-reauthorization' })
})

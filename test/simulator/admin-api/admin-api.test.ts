import { expect, test } from 'vitest'
import type { Stage } from '../stage.ts'
import { product, SHOP, stage } from '../stage.ts'

async function withProducts(count: number, changes: Parameters<typeof stage>[0] = {}): Promise<Stage> {
  const world = await stage(changes)
  await world.simulator.store.putMany(
    SHOP.domain,
    'product',
    Array.from({ length: count }, (_, index) => product(index + 1)),
  )
  return world
}

test('answers with the cost and the state of the bucket', async () => {
  await using world = await withProducts(3)
  const { status, json, headers } = await world.query('{ products(first: 2) { nodes { title variants(first: 1) { nodes { price } } } } }')
  expect(status).toBe(200)
  expect(json.data.products.nodes).toHaveLength(2)
  expect(json.extensions.cost).toEqual({
    requestedQueryCost: 10,
    actualQueryCost: 10,
    throttleStatus: { maximumAvailable: 2_000, currentlyAvailable: 1_990, restoreRate: 100 },
  })
  expect(headers['x-shopify-api-version']).toBe('2026-07')
})

test.each([
  ['an unknown field', '{ nope }', { message: "Field 'nope' doesn't exist on type 'QueryRoot'", extensions: { code: 'undefinedField' } }],
  [
    'an unknown argument',
    '{ shop(x: 1) { name } }',
    { message: "Field 'shop' doesn't accept argument 'x'", extensions: { code: 'argumentNotAccepted' } },
  ],
  ['an object without a selection', '{ shop }', { extensions: { code: 'selectionMismatch' } }],
  [
    'a variable of the wrong kind',
    'query($n: Int!) { products(first: $n) { nodes { id } } }',
    { extensions: { code: 'INVALID_VARIABLE' } },
  ],
  ['a list without a size', '{ products { nodes { id } } }', { message: 'you must provide one of first or last' }],
  ['a page of more than 250', '{ products(first: 251) { nodes { id } } }', { message: 'first cannot exceed 250' }],
  [
    'a query of more than 1,000 points',
    '{ products(first: 250) { nodes { variants(first: 250) { nodes { id } } } } }',
    { extensions: { code: 'MAX_COST_EXCEEDED' } },
  ],
])('refuses %s as Shopify does, with HTTP 200', async (_, query, error) => {
  await using world = await stage()
  const { status, json } = await world.query(query, { n: 'many' })
  expect(status).toBe(200)
  expect(json.errors[0]).toMatchObject(error)
})

test.each([
  ['a root field', '{ draftOrders(first: 1) { nodes { id } } }', 'QueryRoot.draftOrders', 'read_draft_orders'],
  ['a field of something that is there', '{ products(first: 1) { nodes { seo { title } } } }', 'Product.seo', ''],
])('%s that is not modelled is a loud 501', async (_, query, name) => {
  await using world = await withProducts(1)
  const everything = { ...world.shop, installed: { scopes: ['read_draft_orders', 'read_products'], installedAt: '' } }
  await world.simulator.store.putShop(everything)
  const { status, json } = await world.query(query)
  expect(status).toBe(501)
  expect(json.errors[0].message).toBe(`The simulator does not model ${name}`)
})

test('a field beyond the granted scopes is denied by name', async () => {
  await using world = await withProducts(1)
  await world.simulator.store.putShop({ ...world.shop, installed: { scopes: ['read_orders'], installedAt: '' } })
  const { json } = await world.query('{ products(first: 1) { nodes { id } } }')
  expect(json.data).toBeNull()
  expect(json.errors[0]).toMatchObject({
    path: ['products'],
    extensions: { code: 'ACCESS_DENIED', requiredAccess: '`read_products` access scope.' },
  })
})

test('personal data without approval is null, with an error', async () => {
  await using world = await stage({ settings: { protectedFields: [] } })
  await world.simulator.store.put(SHOP.domain, 'customer', {
    id: 1,
    email: 'a@example.com',
    firstName: 'A',
    lastName: 'B',
    phone: null,
    locale: 'en',
    tags: ['vip'],
    acceptsMarketing: false,
    address: null,
    ordersCount: 2,
    totalSpent: '12.50',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  })
  const { json } = await world.query('{ customers(first: 1) { nodes { tags email numberOfOrders amountSpent { amount } } } }')
  expect(json.data.customers.nodes).toEqual([{ tags: ['vip'], email: null, numberOfOrders: '2', amountSpent: { amount: '12.5' } }])
  expect(json.errors[0].message).toContain('not approved')
})

test('an empty bucket says THROTTLED with HTTP 200 and fills with time', async () => {
  await using world = await withProducts(1, {
    settings: {
      buckets: {
        basic: { maximumAvailable: 50, restoreRate: 10 },
        advanced: { maximumAvailable: 0, restoreRate: 0 },
        plus: { maximumAvailable: 0, restoreRate: 0 },
      },
    },
  })
  const dear = 'query($id: ID!) { a: product(id: $id) { id } products(first: 40) { nodes { id } } }'
  const first = await world.query(dear, { id: 'gid://shopify/Product/1' })
  expect(first.json.extensions.cost).toMatchObject({ requestedQueryCost: 43, actualQueryCost: 4 })
  await world.simulator.faults.add({ where: 'admin-api', kind: 'throttle' })
  const second = await world.query(dear, { id: 'gid://shopify/Product/1' })
  expect(second.status).toBe(200)
  expect(second.json.errors).toEqual([
    { message: 'Throttled', extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' } },
  ])
  expect(second.json.extensions.cost).toMatchObject({ requestedQueryCost: 43, actualQueryCost: null })
  await world.simulator.clock.push(5_000)
  expect((await world.query(dear, { id: 'gid://shopify/Product/1' })).json.errors).toBeUndefined()
})

test('pages meet end to end, forwards and backwards', async () => {
  await using world = await withProducts(7)
  const ids: string[] = []
  let after: string | null = null
  do {
    const { json } = await world.query(
      'query($after: String) { products(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { after },
    )
    ids.push(...json.data.products.nodes.map((node: { id: string }) => node.id))
    after = json.data.products.pageInfo.hasNextPage ? json.data.products.pageInfo.endCursor : null
  } while (after)
  expect(ids).toEqual(Array.from({ length: 7 }, (_, index) => `gid://shopify/Product/${index + 1}`))
  const { json } = await world.query('{ products(last: 2) { nodes { id } pageInfo { hasPreviousPage hasNextPage } } }')
  expect(json.data.products).toEqual({ nodes: [{ id: ids[5] }, { id: ids[6] }], pageInfo: { hasPreviousPage: true, hasNextPage: false } })
})

test.each([
  ['2025-10', 501],
  ['nonsense', 404],
])('version %s is answered with %i', async (version, status) => {
  await using world = await stage()
  const { json: granted } = await world.exchange()
  const headers = { 'x-shopify-access-token': granted.access_token, 'content-type': 'application/json' }
  const path = `/admin/api/${version}/graphql.json`
  expect((await world.ask(SHOP.domain, path, { method: 'POST', headers, body: '{"query":"{shop{name}}"}' })).status).toBe(status)
})

test('an unknown token is refused', async () => {
  await using world = await stage()
  const reply = await world.query('{ shop { name } }', {}, { 'x-shopify-access-token': 'shpat_x' })
  expect(reply).toMatchObject({
    status: 401,
    json: { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
  })
})

test.each([
  ['server-error', 500],
  ['bad-gateway', 502],
] as const)('on demand: %s, once', async (kind, status) => {
  await using world = await stage()
  await world.simulator.faults.add({ where: 'admin-api', kind, match: 'shop' })
  expect((await world.query('{ shop { name } }')).status).toBe(status)
  expect((await world.query('{ shop { name } }')).status).toBe(200)
})

test('on demand: the connection breaks, before the call or after it was carried out', async () => {
  await using world = await stage()
  const set = `mutation($v: String!) { metafieldsSet(metafields: [{ ownerId: "gid://shopify/Shop/${SHOP.id}", namespace: "$app", key: "k", type: "single_line_text_field", value: $v }]) { userErrors { message } } }`
  await world.simulator.faults.add({ where: 'admin-api', kind: 'reset' })
  await expect(world.query(set, { v: 'one' })).rejects.toThrow()
  const read = '{ shop { metafield(namespace: "$app", key: "k") { value namespace } } }'
  expect((await world.query(read)).json.data.shop.metafield).toBeNull()
  await world.simulator.faults.add({ where: 'admin-api', kind: 'reset', match: 'metafieldsSet', after: true })
  await expect(world.query(set, { v: 'two' })).rejects.toThrow()
  expect((await world.query(read)).json.data.shop.metafield).toEqual({ value: 'two', namespace: `app--${world.simulator.app.clientId}` })
})

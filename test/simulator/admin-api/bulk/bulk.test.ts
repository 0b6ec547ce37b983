import { expect, test } from 'vitest'
import { product, SHOP, stage, until, type Stage } from '../../stage.ts'
import { STORAGE_HOST } from '../../settings.ts'

const RUN = `mutation($query: String!, $grouped: Boolean!) {
  bulkOperationRunQuery(query: $query, groupObjects: $grouped) { bulkOperation { id status } userErrors { field message code } } }`
const READ = 'query($id: ID!) { bulkOperation(id: $id) { status objectCount rootObjectCount fileSize url errorCode } }'
const PRODUCTS = '{ products { edges { node { id title variants { edges { node { id inventoryItem { unitCost { amount } } } } } } } } }'

async function run(world: Stage, query: string, grouped = false) {
  const { json } = await world.query(RUN, { query, grouped })
  const { bulkOperation, userErrors } = json.data.bulkOperationRunQuery
  if (!bulkOperation) return { refused: userErrors[0] }
  const done = await until(async () => {
    const read = (await world.query(READ, { id: bulkOperation.id })).json.data.bulkOperation
    return ['COMPLETED', 'FAILED', 'CANCELED'].includes(read.status) && read
  })
  const url = done.url && new URL(done.url)
  const text = url ? (await world.ask(url.host, url.pathname)).text : ''
  return {
    id: bulkOperation.id,
    ...done,
    text,
    lines: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

test('children follow as lines of their own that name their parent', async () => {
  await using world = await stage()
  await world.simulator.store.putMany(SHOP.domain, 'product', [product(1), product(2)])
  const plain = await run(world, PRODUCTS)
  expect(plain).toMatchObject({ status: 'COMPLETED', objectCount: '4', rootObjectCount: '2', errorCode: null })
  expect(plain.url).toContain(`https://${STORAGE_HOST}/`)
  expect(plain.fileSize).toBe(String(Buffer.byteLength(plain.text)))
  const variant = (id: number) => ({
    id: `gid://shopify/ProductVariant/${id}0`,
    inventoryItem: { unitCost: { amount: '4.5' } },
    __parentId: `gid://shopify/Product/${id}`,
  })
  const parent = (id: number) => ({ id: `gid://shopify/Product/${id}`, title: `Product ${id}` })
  expect(plain.lines).toEqual([parent(1), parent(2), variant(1), variant(2)])
  expect((await run(world, PRODUCTS, true)).lines).toEqual([parent(1), variant(1), parent(2), variant(2)])
})

test('the app is told when it is done, and an empty result has no file', async () => {
  await using world = await stage()
  const result = await run(world, PRODUCTS)
  expect(result).toMatchObject({ status: 'COMPLETED', objectCount: '0', url: null })
  const told = await until(() => world.received.find((one) => one.headers['x-shopify-topic'] === 'bulk_operations/finish'))
  expect(JSON.parse(told.body)).toMatchObject({ admin_graphql_api_id: result.id, status: 'completed', error_code: null, type: 'query' })
})

test.each([
  ['no connection', '{ shop { name } }', /at least one connection/],
  ['node at the top', '{ node(id: "x") { id } }', /node and nodes/],
  [
    'a connection inside a list',
    '{ orders { edges { node { id refunds { refundLineItems { edges { node { quantity } } } } } } } }',
    /within a list field/,
  ],
  [
    'three levels',
    '{ collections { edges { node { products { edges { node { variants { edges { node { id inventoryItem { variants { edges { node { id } } } } } } } } } } } } } }',
    /nesting depth/,
  ],
  ['a field that is not there', '{ products { edges { node { nope } } } }', /nope/],
])('a bulk query is refused for %s', async (_, query, message) => {
  await using world = await stage()
  expect((await run(world, query)).refused).toMatchObject({ field: ['query'], code: 'INVALID', message: expect.stringMatching(message) })
})

test('a closed field fails the operation', async () => {
  await using world = await stage()
  await world.simulator.store.putShop({ ...world.shop, installed: { scopes: ['read_products'], installedAt: '' } })
  expect(await run(world, '{ customers { edges { node { id } } } }')).toMatchObject({
    status: 'FAILED',
    errorCode: 'ACCESS_DENIED',
    url: null,
  })
})

test('the file is for whoever knows its address, for a week', async () => {
  await using world = await stage()
  await world.simulator.store.put(SHOP.domain, 'product', product(1))
  const { id, url } = await run(world, PRODUCTS)
  expect((await world.ask(STORAGE_HOST, new URL(url).pathname.replace(/\w{6}\.jsonl/, '000000.jsonl'))).status).toBe(404)
  await world.simulator.clock.push(8 * 86_400_000)
  const { json: granted } = await world.exchange()
  const later = await world.query(READ, { id }, { 'x-shopify-access-token': granted.access_token })
  expect(later.json.data.bulkOperation).toMatchObject({ status: 'COMPLETED', url: null })
})

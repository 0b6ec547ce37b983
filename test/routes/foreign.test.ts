import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { db, pool } from '#app/platform/db.server.ts'
import { useDatabase } from '../platform/world.ts'
import { belongings, offer } from './belongings.ts'
import { answerOf, asks, opened } from './merchant.ts'

await useDatabase('routes_foreign')
const [AURORA, NOOR] = ['aurora.myshopify.com', 'noor.myshopify.com']
const ID = '7001'
await opened(AURORA)
await opened(NOOR)
await belongings(AURORA, ID)
const OTHER = '7002'
for (const id of [ID, OTHER]) {
  await db.offer.create({ data: { shop: AURORA, id, title: 'Case', priority: 0, status: 'active' } })
  for (const version of [1, 2]) await db.offerVersion.create({ data: { shop: AURORA, offerId: id, version, definition: offer() } })
}
await db.experiment.create({ data: { shop: AURORA, id: ID, originalId: ID, challengerId: OTHER } })
await db.offer.update({ where: { shop_id: { shop: AURORA, id: ID } }, data: { version: 2 } })
await import('#app/wiring.server.ts')

type Asked = { request: Request; params: Record<string, string>; context: object }
type Route = { loader?(asked: Asked): Promise<unknown>; action?(asked: Asked): Promise<unknown> }

const mapping = { rating: 0, body: 1 }
const wish = (what: string) => ({ do: what, mapping, dateOrder: null })
const deeds = [
  { deed: 'publish', ids: [ID] },
  { deed: 'hide', ids: [ID], reason: 'spam' },
  { deed: 'feature', ids: [ID], on: true },
  { deed: 'reply', id: ID, text: 'Thank you', public: false, opened: null },
  { deed: 'redact', id: ID, title: '', body: 'Good.' },
]

const tests = [
  { action: 'prepare', key: '11111111-1111-4111-8111-111111111111' },
  { action: 'start', experiment: ID, share: 50 },
  { action: 'align', experiment: ID },
  { action: 'end', experiment: ID, keep: ID },
  { action: 'discard', experiment: ID },
]

/** What each route with an id takes; nothing where it has no action. */
const POSTED: Record<string, { params?: Record<string, string>; bodies: object[] }> = {
  '_admin.offers.$id': { bodies: [{ definition: offer({ title: 'Mine' }), status: 'paused', version: 2 }] },
  '_admin.offers.$id_.experiment': { bodies: tests },
  '_admin.offers.$id_.versions.$version': { params: { version: '1' }, bodies: [{}] },
  '_admin.offers.$id_.versions._index': { bodies: [{ version: 1 }] },
  '_admin.orders.$id': { bodies: [{}] },
  '_admin.orders.$id_.replay': { bodies: [] },
  '_admin.reviews.$id': { bodies: deeds },
  '_admin.reviews.$id_.audit': { bodies: [] },
  '_admin.reviews.import.$id': { bodies: ['preview', 'start', 'move', 'undo'].map(wish) },
  '_admin.reviews.import.$id_.report': { bodies: [] },
  'privacy.$id': { bodies: [] },
}
/** Their parameter names what every shop has, and nothing that a shop owns. */
const NAMED: Record<string, { param: string; body: object }> = {
  '_admin.automations.$kind': { param: 'kind', body: { intent: 'switch-off' } },
  '_admin.rewards.providers.$provider': { param: 'provider', body: { action: 'connect' } },
}
/** Shopify names a customer of the shop, of whom Encore may know nothing: her block is then empty. */
const CUSTOMER = '_admin.customers.$id.reviews'

const load = async (name: string): Promise<Route> =>
  (await import(`../../app/routes/${name}.${/\.(reviews|audit|report)$/.test(name) ? 'ts' : 'tsx'}`)) as Route
const stored = async () => {
  const tables = [
    'offer',
    'offer_version',
    'experiment',
    'review',
    'review_log',
    'review_import',
    'message',
    'effect',
    'provider_connection',
    '"order"',
  ]
  const said = tables.map(async (table) => (await pool.query(`select * from ${table} order by 1, 2`)).rows)
  const { rows: jobs } = await pool.query('select count(*)::int as n from graphile_worker.jobs').catch(() => ({ rows: [] }))
  return JSON.stringify([await Promise.all(said), jobs], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

const doors = Object.entries(POSTED).flatMap(([name, { params = {}, bodies }]) =>
  ['nope', ID].flatMap((id) => [
    { name, id, params, how: 'read', body: undefined },
    ...bodies.map((body) => ({ name, id, params, how: `sent ${JSON.stringify(body).slice(0, 40)}`, body })),
  ]),
)

test.each(doors)('$name of $id, $how: not found, and nothing changes', async ({ name, id, params, body }) => {
  const route = await load(name)
  const before = await stored()
  const ask = body === undefined ? route.loader : route.action
  const asked = { request: asks(NOOR, '/', body), params: { ...params, id }, context: {} }
  expect(await answerOf(ask!(asked))).toMatchObject({ status: 404 })
  expect(await stored()).toBe(before)
})

test.each(Object.keys(POSTED).map((name) => [name]))('%s of the shop’s own is found', async (name) => {
  const { loader } = await load(name)
  const asked = { request: asks(AURORA, '/'), params: { ...POSTED[name]?.params, id: ID }, context: {} }
  expect(await answerOf(loader!(asked))).toMatchObject({ status: 200 })
})

test.each(Object.entries(NAMED))('%s that there is not is not found', async (name, { param, body }) => {
  const { loader, action } = await load(name)
  const asked = (sent?: object) => ({ request: asks(NOOR, '/', sent), params: { [param]: 'nope' }, context: {} })
  expect(await answerOf(loader!(asked()))).toMatchObject({ status: 404 })
  expect(await answerOf(action!(asked(body)))).toMatchObject({ status: 404 })
})

test('a customer of another shop is as unknown as nobody', async () => {
  await db.review.update({ where: { shop_id: { shop: AURORA, id: ID } }, data: { customerId: ID } })
  const { loader } = await load(CUSTOMER)
  const read = async (shop: string, id: string) =>
    ((await loader!({ request: asks(shop, '/'), params: { id }, context: {} })) as Response).text()
  expect(await read(NOOR, ID)).toBe(await read(NOOR, 'nope'))
  expect(await read(AURORA, ID)).not.toBe(await read(NOOR, ID))
})

test('no route with a parameter is left out', () => {
  const known = [...Object.keys(POSTED), ...Object.keys(NAMED), CUSTOMER]
  const named = readdirSync(new URL('../../app/routes/', import.meta.url)).map((file) => file.replace(/\.tsx?$/, ''))
  expect(named.filter((name) => /\$\w/.test(name)).sort()).toEqual(known.sort())
})

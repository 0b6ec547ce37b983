import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { product, SHOP, stage, until, type Stage } from '../stage.ts'
import { createProduct, setStock } from '../shop/products.ts'
import { uninstall } from '../tokens/uninstall.ts'
import { install } from '../tokens/install.ts'
import { onlyFields, passesFilter } from './filter.ts'
import { deliveries, pending, replay } from './log.ts'
import { retrySchedule } from './retries.ts'
import { webhookSignature } from './signature.ts'

const HOUR = 3_600_000
const quiet = (world: Stage) => until(async () => (await pending(world.simulator)) === 0)

test('a delivery is retried 8 times over 4 hours, each pause twice the one before', () => {
  const schedule = retrySchedule({ webhookRetries: 8, webhookRetrySpanMs: 4 * HOUR })
  expect(schedule).toHaveLength(8)
  expect(schedule.at(-1)).toBe(4 * HOUR)
  const pauses = schedule.map((at, index) => at - (schedule[index - 1] ?? 0))
  for (const [index, pause] of pauses.entries()) if (index > 0) expect(pause / (pauses[index - 1] ?? 1)).toBeCloseTo(2, 3)
})

test('the signature is the base64 HMAC-SHA256 of the raw body', () => {
  // RFC 4231, test case 2.
  expect(webhookSignature('Jefe', 'what do ya want for nothing?')).toBe(
    Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString('base64'),
  )
})

test('a change of stock reaches the app signed, and its webhooks share one event', async () => {
  await using world = await stage()
  await createProduct(world.simulator, world.shop, product(1))
  await setStock(world.simulator, world.shop, 10, 0)
  await quiet(world)
  const byTopic = new Map(world.received.map((one) => [`${one.headers['x-shopify-topic']}`, one]))
  expect([...byTopic.keys()].sort()).toEqual(['inventory_levels/update', 'products/create', 'products/update'])
  const level = byTopic.get('inventory_levels/update')
  expect(JSON.parse(level?.body ?? '')).toMatchObject({ inventory_item_id: 11, available: 0 })
  expect(level?.headers).toMatchObject({
    'x-shopify-shop-domain': SHOP.domain,
    'x-shopify-api-version': '2026-07',
    'content-type': 'application/json',
  })
  for (const { headers, body } of world.received) {
    expect(headers['x-shopify-hmac-sha256']).toBe(createHmac('sha256', world.simulator.app.secret).update(body).digest('base64'))
  }
  expect(byTopic.get('products/update')?.headers['x-shopify-event-id']).toBe(level?.headers['x-shopify-event-id'])
  expect(byTopic.get('products/update')?.headers['x-shopify-webhook-id']).not.toBe(level?.headers['x-shopify-webhook-id'])
})

test('an app that refuses hears the original payload again until the fourth hour, and then no more', async () => {
  await using world = await stage()
  world.answerWith(() => ({ status: 503 }))
  await createProduct(world.simulator, world.shop, product(1, { title: 'As it was' }))
  await quiet(world)
  expect(world.received).toHaveLength(1)
  await world.simulator.clock.push(HOUR)
  await quiet(world)
  const early = world.received.length
  expect(early).toBeGreaterThan(3)
  expect(early).toBeLessThan(9)
  await world.simulator.clock.push(4 * HOUR)
  await until(async () => (await deliveries(world.simulator, {}))[0]?.state === 'failed')
  expect(world.received).toHaveLength(9)
  expect(new Set(world.received.map((one) => one.headers['x-shopify-webhook-id'])).size).toBe(1)
  expect(new Set(world.received.map((one) => one.body)).size).toBe(1)
})

test('an app that is silent for 5 seconds has failed', async () => {
  await using world = await stage({ settings: { webhookTimeoutMs: 50 } })
  world.answerWith(() => null)
  await createProduct(world.simulator, world.shop, product(1))
  const [delivery] = await until(async () => {
    const found = await deliveries(world.simulator, {})
    return found[0]?.attempts === 1 && found
  })
  expect(delivery).toMatchObject({ state: 'waiting', log: [{ status: null, error: expect.stringContaining('timeout') }] })
})

test('what was not delivered survives a restart', async () => {
  await using world = await stage()
  world.answerWith(() => ({ status: 500 }))
  await createProduct(world.simulator, world.shop, product(1))
  await quiet(world)
  world.answerWith(() => ({ status: 200 }))
  await world.restart()
  await world.simulator.clock.push(HOUR)
  await until(async () => (await deliveries(world.simulator, {}))[0]?.state === 'delivered')
  expect(world.received).toHaveLength(2)
})

test.each([
  ['duplicate', 2, true],
  ['drop', 0, true],
  ['wrong-hmac', 1, false],
] as const)('on demand: %s', async (kind, times, signedWell) => {
  await using world = await stage()
  await world.simulator.faults.add({ where: 'webhook', kind, match: 'products/create' })
  await createProduct(world.simulator, world.shop, product(1))
  await quiet(world)
  expect(world.received).toHaveLength(times)
  for (const { headers, body } of world.received) {
    expect(headers['x-shopify-hmac-sha256'] === webhookSignature(world.simulator.app.secret, body)).toBe(signedWell)
  }
})

test('on demand: late, and so after what came later; and once more', async () => {
  await using world = await stage()
  await world.simulator.faults.add({ where: 'webhook', kind: 'delay', match: 'products/create', ms: HOUR })
  await createProduct(world.simulator, world.shop, product(1))
  await setStock(world.simulator, world.shop, 10, 3)
  await quiet(world)
  await world.simulator.clock.push(HOUR)
  await until(() => world.received.length === 3)
  expect(world.received.at(-1)?.headers['x-shopify-topic']).toBe('products/create')
  const [last] = await deliveries(world.simulator, { topic: 'products/create' })
  await replay(world.simulator, last?.id ?? 0)
  await until(() => world.received.length === 4)
  expect(world.received[3]?.headers['x-shopify-webhook-id']).toBe(world.received[2]?.headers['x-shopify-webhook-id'])
})

test('uninstalling says so once, then nothing, and 48 hours later asks to forget the shop', async () => {
  await using world = await stage()
  await uninstall(world.simulator, SHOP.domain)
  await createProduct(world.simulator, world.shop, product(1))
  await quiet(world)
  expect(world.received.map((one) => one.headers['x-shopify-topic'])).toEqual(['app/uninstalled'])
  await world.simulator.clock.push(48 * HOUR)
  await until(() => world.received.length === 2)
  expect(world.received[1]?.headers['x-shopify-topic']).toBe('shop/redact')
  expect(JSON.parse(world.received[1]?.body ?? '')).toEqual({ shop_id: SHOP.id, shop_domain: SHOP.domain })
})

test('a shop that came back is not to be forgotten', async () => {
  await using world = await stage()
  await uninstall(world.simulator, SHOP.domain)
  await install(world.simulator, SHOP.domain)
  await world.simulator.clock.push(48 * HOUR)
  await until(async () => (await world.simulator.store.sql.query('select 1 from appointment')).rowCount === 0)
  await quiet(world)
  expect(world.received.map((one) => one.headers['x-shopify-topic'])).toEqual(['app/uninstalled'])
})

test.each([
  ['test:false', { test: false }, true],
  ['test:false', { test: true }, false],
  ['total:>=10 AND status:open', { total: '10.00', status: 'open' }, true],
  ['variants.price:>=10', { variants: [{ price: '9' }, { price: '11' }] }, true],
])('filter %s', (filter, payload, passes) => expect(passesFilter(filter, payload)).toBe(passes))

test('include_fields keeps what it names, inside objects and lists too', () => {
  expect(onlyFields(['id', 'lines.sku'], { id: 1, name: 'x', lines: [{ sku: 'a', price: 1 }] })).toEqual({ id: 1, lines: [{ sku: 'a' }] })
})

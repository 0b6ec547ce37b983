import { expect, test } from 'vitest'
import { SHOP, rows, send, sign, useDatabase, webhook } from './world.ts'

await useDatabase('webhooks')

const stored = (id: string) =>
  rows<{ body: string; jobs: number }>(
    `select body, (select count(*) from graphile_worker.jobs where key = 'delivery:shopify:' || shop || ':' || d.id) as jobs from delivery d where id = $1`,
    [id],
  )

test('a delivery is stored with its job, exactly as it came, and then answered', async () => {
  const body = '{"title":"Żółw 🐢 \\"quoted\\" \\\\ \\n","id":9007199254740993}'
  expect(await send(webhook(body, { 'x-shopify-webhook-id': 'exact' }))).toBe(200)
  expect(await stored('exact')).toEqual([{ body, jobs: 1 }])
})

test('the same delivery twice is answered twice and stored once', async () => {
  const request = () => webhook('{"id":1}', { 'x-shopify-webhook-id': 'twice' })
  expect(await Promise.all([send(request()), send(request())])).toEqual([200, 200])
  expect(await send(request())).toBe(200)
  expect(await stored('twice')).toEqual([{ body: '{"id":1}', jobs: 1 }])
})

test('the same delivery id of two shops is two deliveries', async () => {
  const from = (shop: string) => webhook('{}', { 'x-shopify-webhook-id': 'shared', 'x-shopify-shop-domain': shop })
  await Promise.all([send(from(SHOP)), send(from('noor.myshopify.com'))])
  expect(await stored('shared')).toHaveLength(2)
})

test.each([
  ['of another secret', sign('{}', 'guess')],
  ['of another body', sign('{ }')],
  ['that is too short', sign('{}').slice(0, -1)],
  ['in hex', Buffer.from(sign('{}'), 'base64').toString('hex')],
])('a signature %s gets 401 and is not stored', async (_, signature) => {
  expect(await send(webhook('{}', { 'x-shopify-hmac-sha256': signature, 'x-shopify-webhook-id': 'forged' }))).toBe(401)
  expect(await stored('forged')).toEqual([])
})

test.each([
  ['without a topic', webhook('{}', { 'x-shopify-topic': '' }), 400],
  ['from no shop', webhook('{}', { 'x-shopify-shop-domain': 'evil.test' }), 400],
  ['without a body', webhook(''), 400],
  ['with a zero byte', webhook('{"a":"\0"}'), 400],
  ['as a GET', { method: 'GET' }, 405],
  ['that names more than 5 MB', webhook('{}', { 'content-length': String(5 * 1024 * 1024 + 1) }), 413],
])('a delivery %s is refused', async (_, request, status) => {
  expect(await send(request)).toBe(status)
})

test('a body that does not say how long it is counts while it comes', async () => {
  const endless = (megabytes: number) => {
    const { 'content-length': _, ...headers } = webhook('{}').headers
    return { headers, body: Array.from({ length: megabytes }, () => Buffer.alloc(1024 * 1024, ' ')) }
  }
  expect(await send(endless(6))).toBe(413)
  expect(await send(endless(1))).toBe(401)
})

test('deliveries that come together share a commit', async () => {
  const ids = Array.from({ length: 300 }, (_, n) => `together-${n}`)
  expect(new Set(await Promise.all(ids.map((id) => send(webhook('{"id":1}', { 'x-shopify-webhook-id': id })))))).toEqual(new Set([200]))
  const [counted] = await rows<{ deliveries: number; commits: number }>(
    `select count(*) as deliveries, count(distinct xmin::text)::int as commits from delivery where id like 'together-%'`,
  )
  expect(counted?.deliveries).toBe(300)
  // How many of them, a busy machine decides: the bench says what it is worth.
  expect(counted?.commits).toBeLessThan(300)
})

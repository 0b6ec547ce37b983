import { expect, test } from 'vitest'
import { proxySignature, signedQuery } from './app-proxy.ts'
import { SHOP, stage } from './stage.ts'

// The vectors of Shopify's documentation, with its shop written out.
const published = {
  extra: ['1', '2'],
  shop: ['shop-name.myshopify.com'],
  path_prefix: ['/apps/awesome_reviews'],
  timestamp: ['1317327555'],
}
const queryOf = (fields: Record<string, string[]>) => {
  const query = new URLSearchParams()
  for (const [name, values] of Object.entries(fields)) for (const value of values) query.append(name, value)
  return query
}

test.each([
  ['a shopper who is logged in', '1', '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb'],
  ['a shopper who is not', '', 'e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb'],
])('signs as Shopify does for %s', (_, customer, signature) => {
  expect(proxySignature(queryOf({ ...published, logged_in_customer_id: [customer] }), 'hush')).toBe(signature)
})

test('a shopper cannot bring parameters of Shopify along', () => {
  const facts = { secret: 'hush', shop: SHOP.domain, pathPrefix: '/apps/reviews', customerId: null, timestamp: 1 }
  const signed = signedQuery(new URLSearchParams('logged_in_customer_id=9&shop=other.myshopify.com&signature=x&page=2'), facts)
  expect(signed.getAll('shop')).toEqual([SHOP.domain])
  expect(signed.getAll('logged_in_customer_id')).toEqual([''])
  expect(signed.get('page')).toBe('2')
})

test('the storefront path reaches the app signed, without cookies', async () => {
  await using world = await stage()
  world.answerWith(() => ({ status: 200, headers: { 'set-cookie': 'a=1', 'content-type': 'text/plain' }, body: 'hello' }))
  const reply = await world.ask(`test.localhost:${world.port}`, '/apps/reviews/list?page=2', {
    headers: { cookie: 'simulated_customer=77; b=2' },
  })
  expect(reply).toMatchObject({ status: 200, text: 'hello' })
  expect(reply.headers['set-cookie']).toBeUndefined()
  const [request] = world.received
  const url = new URL(request?.path ?? '', 'http://app')
  expect(url.pathname).toBe('/proxy/list')
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    page: '2',
    shop: SHOP.domain,
    logged_in_customer_id: '77',
    path_prefix: '/apps/reviews',
  })
  expect(url.searchParams.get('signature')).toBe(proxySignature(url.searchParams, world.simulator.app.secret))
  expect(request?.headers.cookie).toBeUndefined()
})

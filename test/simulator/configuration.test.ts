import { expect, test } from 'vitest'
import { configurationOf } from './configuration.ts'

test('subscriptions, scopes and proxy are what the file says', () => {
  const read = configurationOf(`
    [access_scopes]
    scopes = "read_products, write_discounts"
    [app_proxy]
    url = "/proxy"
    subpath = "reviews"
    prefix = "apps"
    [webhooks]
    api_version = "2026-07"
    [[webhooks.subscriptions]]
    uri = "/webhooks/a"
    topics = ["orders/create", "orders/paid"]
    include_fields = ["id"]
    filter = "test:false"
    [[webhooks.subscriptions]]
    uri = "/webhooks/b"
    compliance_topics = ["shop/redact"]`)
  expect(read.scopes).toEqual(['read_products', 'write_discounts'])
  expect(read.proxy).toEqual({ url: '/proxy', subpath: 'reviews', prefix: 'apps' })
  expect(read.subscriptions.map(({ topic, uri, filter }) => [topic, uri, filter])).toEqual([
    ['orders/create', '/webhooks/a', 'test:false'],
    ['orders/paid', '/webhooks/a', 'test:false'],
    ['shop/redact', '/webhooks/b', null],
  ])
})

test.each([
  ['the same topic twice', 'topics = ["orders/create", "orders/create"]', /twice/],
  ['a compliance topic that does not exist', 'compliance_topics = ["customers/forget"]', /Not a compliance topic/],
])('a file with %s is refused', (_, line, message) => {
  const file = `[webhooks]\napi_version = "2026-07"\n[[webhooks.subscriptions]]\nuri = "/w"\n${line}`
  expect(() => configurationOf(file)).toThrow(message)
})

import { expect, test } from 'vitest'
import { isSignedProxyRequest, proxySignature } from '#app/platform/shopify/proxy.server.ts'

// Shopify's published example (contracts: app proxy), secret `hush`.
const published =
  'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555'
const SIGNATURE = '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb'
const then = new Date(1_317_327_555_000)
const signed = (query: string, at = then) => isSignedProxyRequest(new URLSearchParams(query), 'hush', at)

test.each([
  ['a customer', published, SIGNATURE],
  [
    'nobody logged in',
    published.replace('customer_id=1', 'customer_id='),
    'e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb',
  ],
])("Shopify's own example with %s", (_, query, signature) => {
  expect(proxySignature(new URLSearchParams(query), 'hush')).toBe(signature)
  expect(signed(`${query}&signature=${signature}`)).toBe(true)
})

const whole = `${published}&signature=${SIGNATURE}`
test.each([
  ['89 seconds went by', 89_000],
  ['our clock was put back by minutes', -540_000],
])('it counts when %s', (_, went) => {
  expect(signed(whole, new Date(then.getTime() + went))).toBe(true)
})

/** As Shopify would sign it, had she put a field of Shopify's own into the address. */
const smuggled = (field: string) => {
  const query = `${field}&${published}`
  return `${query}&signature=${proxySignature(new URLSearchParams(query), 'hush')}`
}
test.each([
  ['a second customer', smuggled('logged_in_customer_id=2'), then],
  ['a second path', smuggled('path_prefix=https%3A%2F%2Fevil.example'), then],
  ['a changed value', whole.replace('extra=2', 'extra=3'), then],
  ['a changed shop', whole.replace('shop-name', 'shop-nape'), then],
  ['an added field', `${whole}&more=1`, then],
  ['another signature', whole.replace(SIGNATURE, SIGNATURE.replace('4', '5')), then],
  ['no signature', published, then],
  ['two signatures', `${whole}&signature=x`, then],
  ['two shops', `${whole}&shop=other.myshopify.com`, then],
  ['91 seconds of age', whole, new Date(then.getTime() + 91_000)],
  ['a time to come', whole, new Date(then.getTime() - 660_000)],
  ['no time', whole.replace('timestamp=1317327555', 'timestamp=x'), then],
])('%s is refused', (_, query, at) => {
  expect(signed(query, at)).toBe(false)
})

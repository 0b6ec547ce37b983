import { expect, test } from 'vitest'
import { parseEnvironment } from '#app/platform/env.server.ts'

const whole = {
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'secret',
  SHOPIFY_APP_URL: 'https://encore.test/',
  DATABASE_URL: 'postgresql://localhost/encore',
}

test('everything missing is named at once', () => {
  expect(() => parseEnvironment({ SHOPIFY_API_KEY: '' })).toThrow(
    /SHOPIFY_API_KEY: missing[^]*SHOPIFY_API_SECRET: missing[^]*SHOPIFY_APP_URL: missing[^]*DATABASE_URL: missing/,
  )
})

test('the URL loses its slash and the scopes come from shopify.app.toml unless given', () => {
  const read = parseEnvironment(whole)
  expect(read).toMatchObject({ SHOPIFY_APP_URL: 'https://encore.test', PORT: 3000 })
  expect(read.SCOPES).toContain('write_checkout_extensions_apis')
  expect(parseEnvironment({ ...whole, SCOPES: 'read_products, read_orders' }).SCOPES).toEqual(['read_products', 'read_orders'])
})

test.each([
  ['SHOPIFY_APP_URL', 'encore'],
  ['DATABASE_URL', 'mysql://localhost'],
  ['PORT', 'http'],
  ['LOG_LEVEL', 'loud'],
  ['SHOPIFY_APP_URL', 'ftp://encore.test'],
  ['SMS_URL', 'https://api.twilio.com?from=+15550001111'],
  ['SMS_URL', 'https://SID:TOKEN@api.twilio.com'],
])('%s=%s is refused by name, with what it is for', (name, value) => {
  expect(() => parseEnvironment({ ...whole, [name]: value })).toThrow(new RegExp(`${name}: .+ \\(.+\\)`))
})

import { expect, test } from 'vitest'
import { scopeFaults } from '#app/platform/declared-scopes.server.ts'
import { parseDatabase, parseEnvironment } from '#app/platform/env.server.ts'
import { declared } from '../support/toml.ts'

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
  expect(read.SCOPES).toEqual(declared.scopes)
  const more = [...declared.scopes, ...declared.optionalScopes]
  expect(parseEnvironment({ ...whole, SCOPES: more.join(', ') }).SCOPES).toEqual(more)
})

test('a scope that does not exist, and one that Encore cannot do without, are refused by name', () => {
  const others = declared.scopes.filter((scope) => scope !== 'write_order_edits')
  const wrong = () => parseEnvironment({ ...whole, SCOPES: [...others, 'read_everything'].join(',') })
  expect(wrong).toThrow('SCOPES: read_everything is no scope of shopify.app.toml (what Encore asks shops for)')
  expect(wrong).toThrow('SCOPES: write_order_edits is missing, which shopify.app.toml asks for')
})

const SOME = { asked: ['read_orders', 'write_files'], optional: ['write_credits'] }
test.each([
  ['all of them', ['read_orders', 'write_files'], 0],
  ['what is optional besides', ['read_orders', 'write_files', 'write_credits'], 0],
  ['a right to read that the right to write implies', ['read_orders', 'write_files', 'read_files', 'read_credits'], 0],
  ['more than is asked for gives what is', ['write_orders', 'write_files'], 1],
  ['reading where writing is asked for', ['read_orders', 'read_files'], 1],
  ['none', [], 2],
])('scopes: %s', (_, given, faults) => expect(scopeFaults(given, SOME)).toHaveLength(faults))

test('to migrate a database only its address is needed, and that is told in the same words', () => {
  expect(parseDatabase({ DATABASE_URL: whole.DATABASE_URL })).toEqual({ DATABASE_URL: whole.DATABASE_URL })
  const told = /DATABASE_URL: missing \(where everything is kept.*\)/
  expect(() => parseDatabase({})).toThrow(told)
  expect(() => parseEnvironment({})).toThrow(told)
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

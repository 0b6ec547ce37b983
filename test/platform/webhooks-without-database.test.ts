import { expect, test } from 'vitest'
import { log } from '#app/platform/log.server.ts'
import { SECRET, send, webhook } from './world.ts'

Object.assign(process.env, {
  // Nobody listens on port 1.
  DATABASE_URL: 'postgresql://127.0.0.1:1/nowhere',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: SECRET,
  SHOPIFY_APP_URL: 'https://encore.test',
})
log.level = 'silent'

test('a database that is down gets 503, so that Shopify tries again', async () => {
  expect(await send(webhook('{}'))).toBe(503)
})

test('a forged delivery is refused all the same', async () => {
  expect(await send(webhook('{}', { 'x-shopify-hmac-sha256': 'forged' }))).toBe(401)
})

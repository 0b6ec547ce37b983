import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildAdmin, generateClient } from '../../bin/build.mjs'
import { freePort } from '../../bin/postgres.mjs'
import { emptyDatabase, freshDatabase } from '../support/postgres.ts'

const RUN = fileURLToPath(new URL('../../bin/run.mjs', import.meta.url))
const KEYS = { SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret', SHOPIFY_APP_URL: 'https://app.test' }

/** As Shopify sends a webhook, but for its signature: refused only once the whole body is there. */
const SIGNED = {
  'x-shopify-topic': 'orders/create',
  'x-shopify-shop-domain': 'aurora.myshopify.com',
  'x-shopify-api-version': '2026-07',
  'x-shopify-webhook-id': '1',
  'x-shopify-event-id': '1',
  'x-shopify-triggered-at': '2026-11-02T10:00:00.123456789Z',
  'x-shopify-hmac-sha256': 'of another secret',
}

function serve(role: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [RUN, 'serve', role], {
    env: { NODE_ENV: 'test', PATH: process.env['PATH'], ...KEYS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const watchers: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      watchers.forEach((watch) => watch())
    })
  }
  const ended = new Promise<number | null>((done) => child.on('close', done))
  const says = (words: string) => new Promise<void>((done) => watchers.push(() => void (said.includes(words) && done())))
  return { child, ended, says, said: () => said }
}

test(
  'production serves from a migrated database, and ends when told to, as soon as what is in hand is answered',
  { timeout: 300_000 },
  async () => {
    await generateClient()
    await buildAdmin()
    const database = await freshDatabase('serve')
    const port = await freePort()
    const running = serve('both', { DATABASE_URL: database.url, PORT: String(port) })
    await Promise.race([
      running.says('encore ready both'),
      running.ended.then((code) => Promise.reject(new Error(`ended (${code})\n${running.said()}`))),
    ])
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
    const address = `http://127.0.0.1:${port}`
    const agent = new Agent({ keepAlive: true })
    const inHand = request(`${address}/webhooks/shopify`, { method: 'POST', agent, headers: { ...SIGNED, 'content-length': 2 } })
    const answer = once(inHand, 'response') as Promise<[IncomingMessage]>
    inHand.write('{')
    const health = () =>
      fetch(`${address}/healthz`).then(
        ({ status }) => status,
        () => 'shut',
      )
    // Another one is answered after it: the server has the first.
    expect(await health()).toBe(200)
    running.child.kill('SIGTERM')
    await expect.poll(health, { timeout: 10_000 }).toBe('shut')
    inHand.end('}')
    const [refused] = await answer
    expect(refused.resume().statusCode).toBe(401)
    const answered = performance.now()
    expect(await running.ended).toBe(0)
    expect(performance.now() - answered).toBeLessThan(5_000)
    agent.destroy()
    await database.drop()
  },
)

test('production does not touch a database that lacks migrations, and migrate brings them', { timeout: 120_000 }, async () => {
  const database = await emptyDatabase('serve')
  const refused = serve('worker', { DATABASE_URL: database.url })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain('The database lacks migrations (0001_init): run npm run serve -- migrate once')
  const first = serve('migrate', { DATABASE_URL: database.url })
  expect([await first.ended, first.said()]).toEqual([0, expect.stringContaining('Migrations applied: 0001_init')])
  const second = serve('migrate', { DATABASE_URL: database.url })
  expect([await second.ended, second.said()]).toEqual([0, expect.stringContaining('Nothing to migrate')])
  await database.drop()
})

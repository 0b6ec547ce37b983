import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freePort } from '../../bin/postgres.mjs'
import { claimPort } from '../../bin/ports.mjs'

const RUN = fileURLToPath(new URL('../../bin/run.mjs', import.meta.url))

/** Runs a command with these variables and no others of ours. */
function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [RUN, ...args], {
    env: { NODE_ENV: 'test', PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((done) => child.on('close', (code) => done({ code, said })))
}

const whole = { SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret', SHOPIFY_APP_URL: 'https://app.test' }

test('an unknown command names the known ones', async () => {
  const { code, said } = await run(['strat'])
  expect([code, said]).toEqual([1, expect.stringMatching(/no command strat.*start, test, check/)])
})

test('serve names everything that is missing at once', async () => {
  const { code, said } = await run(['serve', 'web'], { SHOPIFY_API_KEY: 'key' })
  expect(code).toBe(1)
  for (const name of ['SHOPIFY_API_SECRET', 'SHOPIFY_APP_URL', 'DATABASE_URL']) expect(said).toContain(name)
  expect(said).not.toContain('SHOPIFY_API_KEY')
})

test('serve migrate needs the database only', async () => {
  const { code, said } = await run(['serve', 'migrate'])
  expect([code, said]).toEqual([1, expect.stringContaining('DATABASE_URL')])
})

test('serve knows its roles', async () => {
  const { code, said } = await run(['serve', 'everything'], whole)
  expect([code, said]).toEqual([1, expect.stringContaining('web, worker, both or migrate')])
})

test('a database that does not answer is named without its password', async () => {
  const port = await freePort()
  const { code, said } = await run(['serve', 'web'], { ...whole, DATABASE_URL: `postgresql://me:hunter2@127.0.0.1:${port}/encore` })
  expect([code, said]).toEqual([1, expect.stringContaining(`cannot be reached (127.0.0.1:${port}/encore)`)])
  expect(said).not.toContain('hunter2')
})

test.each(['127.0.0.1', '::1'])('a port taken on %s is named, and how to choose another', async (host) => {
  const server = createServer()
  const port = await new Promise<number>((done) => server.listen(0, host, () => done((server.address() as { port: number }).port)))
  await expect(claimPort(port, 'SIMULATOR_PORT')).rejects.toThrow(
    `Port ${port} is taken. Stop what listens there, or choose another: SIMULATOR_PORT=${port + 1} npm start`,
  )
  server.close()
})

test('a free port is nobody’s', async () => {
  await claimPort(await freePort(), 'SIMULATOR_PORT')
})

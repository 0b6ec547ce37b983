import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { json, SHOP, stage } from './stage.ts'

const DAY = 86_400_000
const PRELOAD = fileURLToPath(new URL('./preload.mjs', import.meta.url))
const run = promisify(execFile)

test('the clock goes forward, never back, and remembers over a restart', async () => {
  await using world = await stage()
  await world.simulator.clock.push(2 * DAY)
  await expect(world.simulator.clock.push(-1)).rejects.toThrow('only goes forward')
  await world.restart()
  expect(world.simulator.clock.offsetMs()).toBe(2 * DAY)
  expect(world.simulator.clock.now().getTime()).toBeGreaterThan(Date.now() + 2 * DAY - 1_000)
})

test('whoever asks for the clock with what he knows is answered when it changes', async () => {
  await using world = await stage()
  const asked = world.ask('app.localhost', '/__simulator/clock?since=0')
  await world.ask('admin.localhost', '/__simulator/clock', json({ pushMs: DAY }))
  expect((await asked).json).toMatchObject({ offsetMs: DAY })
  expect((await world.ask('admin.localhost', '/__simulator/clock')).json).toMatchObject({ offsetMs: DAY })
})

/** A program of its own, as the app is one, with the preload before it. */
async function program(world: { port: number }, source: string, env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', PRELOAD, '--input-type=module', '-e', source], {
    env: { ...process.env, SHOPIFY_SIM_URL: `http://127.0.0.1:${world.port}`, NODE_OPTIONS: '', ...env },
  })
  return stdout.trim()
}

test('the preload brings the app into the simulated day, and follows the clock', async () => {
  await using world = await stage()
  await world.simulator.clock.push(DAY)
  const said = await program(
    world,
    `const day = () => Math.round((Date.now() - performance.timeOrigin) / ${DAY})
     console.log(day(), new Date() - Date.now() < 50, new Date(5).getTime(), new Date() instanceof Date, typeof Date())
     await fetch('https://${SHOP.domain}/__simulator/clock', { method: 'POST', body: '{"pushMs":${DAY}}' })
     while (day() < 2) await new Promise((resolve) => setTimeout(resolve, 5))
     console.log(day())`,
  )
  expect(said.split('\n')).toEqual(['1 true 5 true string', '2'])
})

test('the preload redirects Shopify, keeps its host, and in strict mode lets nothing else out', async () => {
  await using world = await stage()
  const said = await program(
    world,
    `const status = async (url, init) => { try { return (await fetch(url, init)).status } catch (error) { return error.cause?.message ?? error.message } }
     console.log(await status('https://${SHOP.domain}/admin/api/2026-07/graphql.json', { method: 'POST', body: '{}' }))
     console.log(await status('https://nobody.myshopify.com/admin/api/2026-07/graphql.json', { method: 'POST', body: '{}' }))
     console.log(await status('https://example.com/'))`,
    { SIM_STRICT: '1' },
  )
  expect(said.split('\n')).toEqual(['401', '404', 'SIM_STRICT: the app tried to reach https://example.com'])
})

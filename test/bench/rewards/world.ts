import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { holdPostgres } from '../../../bin/postgres.mjs'
import { seedShops } from '../../simulator/seed/seed.ts'
import { CLIENT_ID, CLIENT_SECRET } from '../../simulator/settings.ts'
import { startSimulator } from '../../simulator/start.ts'
import { grant } from '../../simulator/tokens/access.ts'
import { emptyDatabase, freshDatabase } from '../../support/postgres.ts'
import { freePort, run as spawnProgram } from '../webhooks/programs.ts'

export const SHOP = 'aurora.myshopify.com'
const SCOPES = ['read_products', 'read_inventory', 'read_orders', 'read_all_orders', 'read_customers', 'write_discounts']

/** Encore's web and worker as programs of their own, the simulated Shopify in this one, and a server for both databases that can be crashed. */
export async function openWorld() {
  const held = await holdPostgres()
  process.env['TEST_POSTGRES_URL'] = held.url
  const [app, simulated] = [await freshDatabase('bench_rewards'), await emptyDatabase('bench_rewards_shopify')]
  // Whoever crashes the server must not lose what was committed.
  for (const { url } of [app, simulated]) await run(url, `alter database "${new URL(url).pathname.slice(1)}" set synchronous_commit = on`)
  const webPort = await freePort()
  const started = await startSimulator({
    databaseUrl: simulated.url,
    port: 0,
    appUrl: `http://127.0.0.1:${webPort}`,
    log: () => {},
  })
  const { simulator } = started
  await seedShops(simulator.store, { now: Date.now(), port: started.port })
  const shop = await simulator.store.shop(SHOP)
  if (!shop) throw new Error(`There is no ${SHOP}`)
  await simulator.store.putShop({ ...shop, plan: 'basic', installed: { scopes: SCOPES, installedAt: new Date().toISOString() } })
  const { accessToken } = await grant(simulator, SHOP, { scopes: SCOPES, onlineUser: null, expiring: false })
  const env = {
    DATABASE_URL: app.url,
    SHOPIFY_API_KEY: CLIENT_ID,
    SHOPIFY_API_SECRET: CLIENT_SECRET,
    SHOPIFY_APP_URL: 'https://encore.test',
    SHOPIFY_SIM_URL: `http://127.0.0.1:${started.port}`,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
  }
  const start = (role: 'web' | 'worker', port: number) => startProgram(role, { ...env, PORT: String(port) })
  return {
    simulator,
    shopId: shop.id,
    currency: shop.currency,
    accessToken,
    webPort,
    appDatabase: app.url,
    start,
    crashDatabase: () => crash(held.folder),
    close: async () => {
      await started.stop()
      await app.drop()
      await simulated.drop()
      await held.release()
    },
  }
}

export interface Killable {
  /** Ends it as a power cut would; it is back when this resolves. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** A program under a supervisor, as in production: whatever ends it, it is started again. */
async function startProgram(role: string, env: Record<string, string>): Promise<Killable> {
  let stopped = false
  let current = launch(role, env)
  const keep = async (): Promise<void> => {
    await current.ended
    if (stopped) return
    current = launch(role, env)
    void keep()
  }
  void keep()
  await current.ready
  return {
    kill: async () => {
      const { child, ended } = current
      child.kill('SIGKILL')
      await ended
      await new Promise((resolve) => setImmediate(resolve))
      await current.ready
    },
    stop: async () => {
      stopped = true
      current.child.kill('SIGKILL')
      await current.ended
    },
  }
}

/** A worker serves nobody: both say when they are ready. One that ends first is ready for nothing, and its successor is. */
function launch(role: string, env: Record<string, string>) {
  const child = spawnProgram(['--import', './test/simulator/preload.mjs', 'bin/app.mjs', role], env, 'pipe')
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  const said = new Promise<void>((resolve) => child.stdout?.on('data', (chunk: Buffer) => chunk.includes('encore ready') && resolve()))
  return { child, ended, ready: Promise.race([said, ended]) }
}

/** Ends the server without letting it finish anything, and starts it again at the same address. */
function crash(folder: string): void {
  const data = join(folder, 'data')
  const [server = ''] = readFileSync(join(data, 'postmaster.opts'), 'utf8').split(' ')
  const owner = statSync(data)
  const user = process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : {}
  const { status } = spawnSync(server.replace(/postgres$/, 'pg_ctl'), ['restart', '-m', 'immediate', '-w', '-D', data], {
    ...user,
    cwd: data,
    stdio: 'ignore',
  })
  if (status !== 0) throw new Error('PostgreSQL did not come back')
}

/** One statement on a connection of its own; a server that is being restarted is asked again. */
export async function run<Row>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  for (let tried = 0; ; tried++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query(text, values)).rows as Row[]
    } catch (error) {
      if (tried >= 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

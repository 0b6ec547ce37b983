import { Agent, fetch } from 'undici'
import type { Dispatcher } from 'undici'
import { afterAll, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { SECRET } from '#test/platform/world.ts'
import { seedShops } from '#test/simulator/seed/seed.ts'
import type { SimShop } from '#test/simulator/model.ts'
import { startSimulator } from '#test/simulator/start.ts'
import { grant } from '#test/simulator/tokens/access.ts'
import { emptyDatabase } from '#test/support/postgres.ts'

/** Calls to Shopify reach the simulator, which knows by the host whom they are for; its own calls go where they should. */
class Redirecting extends Agent {
  readonly simulator: string
  constructor(simulator: string) {
    super()
    this.simulator = simulator
  }
  override dispatch(options: Agent.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const { host, hostname } = new URL(String(options.origin))
    if (!/(^|\.)(my)?shopify\.com$|^shopify-staged-uploads\./.test(hostname)) return super.dispatch(options, handler)
    const headers = Array.isArray(options.headers) ? [...options.headers, 'host', host] : { ...options.headers, host }
    return super.dispatch({ ...options, origin: this.simulator, headers } as Agent.DispatchOptions, handler)
  }
}

/** undici's own fetch does not know the forms of Node's. */
async function encoded(init: RequestInit = {}): Promise<object> {
  if (!(init.body instanceof FormData)) return init
  const form = new Response(init.body)
  return { ...init, body: Buffer.from(await form.arrayBuffer()), headers: { 'content-type': form.headers.get('content-type') ?? '' } }
}

/** The real simulator in this process, with its two shops. Unless told where the app is, nobody listens to its webhooks. */
export async function useSimulator(name: string, appUrl = 'http://127.0.0.1:1') {
  const database = await emptyDatabase(name)
  const { simulator, port, stop } = await startSimulator({
    databaseUrl: database.url,
    port: 0,
    appUrl,
    secret: SECRET,
    log: () => {},
  })
  const dispatcher = new Redirecting(`http://127.0.0.1:${port}`)
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => fetch(input, { ...(await encoded(init)), dispatcher }))
  afterAll(async () => {
    vi.unstubAllGlobals()
    await dispatcher.close()
    await stop()
    await database.drop()
  })
  await seedShops(simulator.store, { now: Date.now(), port })
  return { simulator, port, install: (domain: string) => install(simulator, domain) }
}

type Simulator = Awaited<ReturnType<typeof startSimulator>>['simulator']

async function install(simulator: Simulator, domain: string): Promise<SimShop> {
  const shop = await simulator.store.shop(domain)
  if (!shop) throw new Error(`There is no ${domain}`)
  const { scopes } = simulator.configuration
  const installed = { ...shop, installed: { scopes, installedAt: new Date().toISOString() } }
  await simulator.store.putShop(installed)
  const { accessToken } = await grant(simulator, domain, { scopes, onlineUser: null, expiring: false })
  await db.session.create({
    data: { id: `offline_${domain}`, shop: domain, state: '', isOnline: false, accessToken, scope: scopes.join() },
  })
  await db.shop.create({ data: { shop: domain, name: shop.name, currency: shop.currency, timeZone: shop.timeZone, scopes } })
  return installed
}

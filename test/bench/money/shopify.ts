import { readConfiguration } from '../../simulator/configuration.ts'
import type { SimShop } from '../../simulator/model.ts'
import { CLIENT_ID, CLIENT_SECRET, SETTINGS } from '../../simulator/settings.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { openStore } from '../../simulator/store.ts'

/** A webhook as the simulator would send it. */
export interface Said {
  shop: string
  topic: string
  eventId: string
  at: Date
  body: string
}

/** What an app hears of orders; the rest of what the simulator says is about stock and customers. */
const HEARD: ReadonlySet<string> = new Set([
  'orders/create',
  'orders/updated',
  'orders/cancelled',
  'order_transactions/create',
  'refunds/create',
])

/** The simulator's own store and deeds, without its HTTP and its courier: what it would send is kept in `said`. */
export async function openShopify(databaseUrl: string): Promise<{ simulator: Simulator; said: Said[] }> {
  const said: Said[] = []
  const store = await openStore(databaseUrl)
  const none = () => Promise.resolve()
  const simulator: Simulator = {
    store,
    clock: { now: () => new Date(), offsetMs: () => 0, push: none, changed: () => Promise.resolve(0), onPush: () => undefined },
    faults: { add: () => Promise.reject(new Error('No faults here')), list: () => [], clear: none, take: () => null },
    // An order's life takes as long as it takes here; the hour of Shopify's hold is not what is measured.
    settings: { ...SETTINGS, holdMs: 1_000 * 86_400_000 },
    app: { clientId: CLIENT_ID, secret: CLIENT_SECRET, url: 'http://encore.test' },
    configuration: await readConfiguration(new URL('../../../shopify.app.toml', import.meta.url).pathname),
    port: 0,
    async announce(shop, topic, payload, { eventId = '' } = {}) {
      if (!HEARD.has(topic)) return
      const body = typeof payload === 'function' ? await payload(shop as SimShop) : payload
      said.push({ shop: (shop as SimShop).domain, topic, eventId, at: new Date(), body: JSON.stringify(body) })
    },
    at: none,
    log: () => undefined,
  }
  return { simulator, said }
}

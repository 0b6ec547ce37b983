import type { Store } from './store.ts'

/** What may go wrong on demand, each a number of times. */
export interface Fault {
  id: string
  /** admin-api, storefront-api: calls of the app to Shopify. token: the token endpoint. app: what shoppers and admins ask of the app. webhook: deliveries. */
  where: 'admin-api' | 'storefront-api' | 'token' | 'app' | 'webhook'
  kind:
    'timeout' | 'server-error' | 'bad-gateway' | 'throttle' | 'reset' | 'slow' | 'duplicate' | 'delay' | 'reorder' | 'drop' | 'wrong-hmac'
  /** Only calls whose text contains this: an operation or field name, a path, a webhook topic. */
  match?: string
  shop?: string
  /** For slow (default 3 s) and delay (default 60 s). */
  ms?: number
  /** For admin-api: the call is carried out first and only its answer is lost. */
  after?: boolean
  times: number
}

export interface Faults {
  add(fault: Omit<Fault, 'id' | 'times'> & { times?: number }): Promise<Fault>
  list(): Fault[]
  clear(): Promise<void>
  /** The first fault that concerns this call, used up once. */
  take(where: Fault['where'], shop: string, text: string): Fault | null
}

export async function openFaults(store: Pick<Store, 'setting' | 'setSetting'>): Promise<Faults> {
  let faults = await store.setting<Fault[]>('faults', [])
  let count = 0
  const save = () => store.setSetting('faults', faults)
  return {
    async add(fault) {
      const added: Fault = { times: 1, ...fault, id: `fault-${Date.now().toString(36)}-${++count}` }
      faults = [...faults, added]
      await save()
      return added
    },
    list: () => faults,
    async clear() {
      faults = []
      await save()
    },
    take(where, shop, text) {
      const fault = faults.find((f) => f.where === where && (!f.shop || f.shop === shop) && (!f.match || text.includes(f.match)))
      if (!fault) return null
      faults = faults.flatMap((f) => (f !== fault ? f : f.times > 1 ? { ...f, times: f.times - 1 } : []))
      save().catch(() => undefined) // a fault that survives a crash happens once more; no test notices
      return fault
    },
  }
}

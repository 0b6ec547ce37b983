import { randomUUID } from 'node:crypto'
import type { Subscription } from '../configuration.ts'
import type { Announce, Simulator } from '../simulator.ts'
import { onlyFields, passesFilter } from './filter.ts'

export function announcer(simulator: Simulator, wake: () => void): Announce {
  return async (shopOrDomain, topic, payload, options = {}) => {
    const subscriptions = simulator.configuration.subscriptions.filter((subscription) => subscription.topic === topic)
    if (subscriptions.length === 0) return
    const domain = typeof shopOrDomain === 'string' ? shopOrDomain : shopOrDomain.domain
    const shop = await simulator.store.shop(domain) // what the caller holds may be from before an uninstall
    if (!shop) throw new Error(`There is no shop ${domain}`)
    if (!shop.installed && !options.evenUninstalled) return
    const body = typeof payload === 'function' ? await payload(shop) : payload
    const event = options.eventId ?? randomUUID()
    for (const subscription of subscriptions) {
      if (passesFilter(subscription.filter, body)) await post(simulator, shop.domain, subscription, body, event)
    }
    wake()
  }
}

async function post(simulator: Simulator, shop: string, subscription: Subscription, body: object, event: string): Promise<void> {
  const { store, clock, faults, settings, configuration } = simulator
  const now = clock.now()
  const fault = faults.take('webhook', shop, subscription.topic)
  const delay =
    settings.webhookDelayMs + (fault?.kind === 'delay' ? (fault.ms ?? 60_000) : fault?.kind === 'reorder' ? (fault.ms ?? 1_000) : 0)
  const payload = JSON.stringify(onlyFields(subscription.includeFields, body))
  const copies = fault?.kind === 'duplicate' ? 2 : 1
  const webhookId = randomUUID()
  for (let copy = 0; copy < copies; copy++) {
    await store.sql.query(
      `insert into webhook (id, shop, topic, uri, webhook_id, event_id, triggered_at, api_version, payload, fault, state, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        await store.nextId(),
        shop,
        subscription.topic,
        subscription.uri,
        webhookId,
        event,
        now,
        configuration.apiVersion,
        payload,
        fault?.kind ?? null,
        fault?.kind === 'drop' ? 'dropped' : 'waiting',
        new Date(now.getTime() + delay),
      ],
    )
  }
}

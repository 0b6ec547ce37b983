import { randomUUID } from 'node:crypto'
import type { SimCustomer, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { deletedPayload } from '../webhooks/payloads/catalog.ts'
import { consentPayload, customerPayload, smsConsentPayload, tagsPayload } from '../webhooks/payloads/people.ts'

type Change = (customer: SimCustomer) => SimCustomer

async function change({ store, clock }: Simulator, shop: SimShop, id: number, by: Change): Promise<SimCustomer | null> {
  return store.update(shop.domain, 'customer', id, (customer) => ({ ...by(customer), updatedAt: clock.now().toISOString() }))
}

export async function updateCustomer(simulator: Simulator, shop: SimShop, id: number, by: Change): Promise<SimCustomer | null> {
  const changed = await change(simulator, shop, id, by)
  if (changed) await simulator.announce(shop, 'customers/update', () => customerPayload(shop, changed))
  return changed
}

/** Tags travel in topics of their own since 2025-01: customers/update does not carry them. */
export async function tagCustomer(
  simulator: Simulator,
  shop: SimShop,
  id: number,
  tags: { add?: string[]; remove?: string[] },
): Promise<void> {
  const [add, remove] = [tags.add ?? [], tags.remove ?? []]
  const changed = await change(simulator, shop, id, (customer) => ({
    ...customer,
    tags: [...new Set([...customer.tags, ...add])].filter((tag) => !remove.includes(tag)),
  }))
  if (!changed) return
  const options = { eventId: randomUUID() }
  const at = changed.updatedAt
  if (add.length > 0) await simulator.announce(shop, 'customer.tags_added', tagsPayload(changed, add, at), options)
  if (remove.length > 0) await simulator.announce(shop, 'customer.tags_removed', tagsPayload(changed, remove, at), options)
  await simulator.announce(shop, 'customers/update', () => customerPayload(shop, changed), options)
}

export async function setConsent(simulator: Simulator, shop: SimShop, id: number, acceptsMarketing: boolean): Promise<void> {
  const changed = await change(simulator, shop, id, (customer) => ({ ...customer, acceptsMarketing }))
  if (changed) await simulator.announce(shop, 'customers_email_marketing_consent/update', consentPayload(changed, changed.updatedAt))
}

export async function setSmsConsent(simulator: Simulator, shop: SimShop, id: number, acceptsTexts: boolean): Promise<void> {
  const changed = await change(simulator, shop, id, (customer) => ({ ...customer, acceptsTexts }))
  if (changed) await simulator.announce(shop, 'customers_marketing_consent/update', smsConsentPayload(changed, changed.updatedAt))
}

export async function deleteCustomer({ store, announce }: Simulator, shop: SimShop, id: number): Promise<void> {
  await store.remove(shop.domain, 'customer', id)
  await announce(shop, 'customers/delete', deletedPayload(id))
}

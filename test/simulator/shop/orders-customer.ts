import type { Records, SimCustomer, SimOrder, SimShop } from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { customerPayload } from '../webhooks/payloads/people.ts'

/** The customer of a checkout, known by e-mail or made now. */
export async function customerOf(simulator: Simulator, shop: SimShop, checkout: Records['checkout']): Promise<SimCustomer | null> {
  if (checkout.customerId !== null) return simulator.store.get(shop.domain, 'customer', checkout.customerId)
  if (!checkout.email) return null
  const known = await simulator.store.find(shop.domain, 'customer', checkout.email)
  if (known) return known
  const at = simulator.clock.now().toISOString()
  const customer: SimCustomer = {
    id: await simulator.store.nextId(),
    email: checkout.email,
    firstName: checkout.address?.firstName ?? '',
    lastName: checkout.address?.lastName ?? '',
    phone: checkout.address?.phone ?? null,
    locale: checkout.locale,
    tags: [],
    acceptsMarketing: checkout.acceptsMarketing ?? false,
    address: checkout.address,
    ordersCount: 0,
    totalSpent: toDecimal(0, shop.currency),
    createdAt: at,
    updatedAt: at,
  }
  await simulator.store.put(shop.domain, 'customer', customer)
  await simulator.announce(shop, 'customers/create', () => customerPayload(shop, customer))
  return customer
}

/** Adds to what the customer has bought; units of the shop's currency, negative for refunds. Who bought by a plan is a subscriber. */
export async function countPurchase(
  simulator: Simulator,
  shop: SimShop,
  { customerId, lines }: Pick<SimOrder, 'customerId' | 'lines'>,
  units: number,
  orders: number,
): Promise<SimCustomer | null> {
  if (customerId === null) return null
  return simulator.store.update(shop.domain, 'customer', customerId, (customer) => ({
    ...customer,
    ordersCount: customer.ordersCount + orders,
    totalSpent: toDecimal(toMinor(customer.totalSpent, shop.currency) + units, shop.currency),
    ...(units > 0 && lines.some(({ sellingPlanId }) => sellingPlanId) ? { subscriberStatus: 'ACTIVE' as const } : {}),
    updatedAt: simulator.clock.now().toISOString(),
  }))
}

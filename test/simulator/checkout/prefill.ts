import type { SimAddress, SimCheckout, SimCustomer, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

/** A shopper of the shop's country who has never bought there. */
const NEW_SHOPPERS: Record<string, Omit<SimAddress, 'address2' | 'province'>> = {
  KW: {
    firstName: 'نور',
    lastName: 'الأحمد',
    address1: 'شارع سالم المبارك 12',
    city: 'السالمية',
    zip: '20001',
    countryCode: 'KW',
    phone: '+96550001234',
  },
  GB: {
    firstName: 'Emma',
    lastName: 'Taylor',
    address1: '10 Market Street',
    city: 'Leeds',
    zip: 'LS1 6DG',
    countryCode: 'GB',
    phone: '+447700900123',
  },
  DE: {
    firstName: 'Mia',
    lastName: 'Schmidt',
    address1: 'Torstraße 12',
    city: 'Berlin',
    zip: '10119',
    countryCode: 'DE',
    phone: '+493012345678',
  },
}

export const COUNTRIES = ['DE', 'AT', 'CH', 'FR', 'NL', 'GB', 'US', 'KW', 'SA', 'IL', 'JP']

export const newShopper = (shop: SimShop): { email: string; address: SimAddress } => {
  const known = NEW_SHOPPERS[shop.country] ?? NEW_SHOPPERS['DE']
  if (!known) throw new Error('There is no default shopper')
  return { email: 'new.shopper@example.com', address: { ...known, address2: null, province: null } }
}

/** The checkout starts filled in with a shopper whom the shop does not know. */
export async function prefill(simulator: Simulator, shop: SimShop): Promise<Partial<SimCheckout>> {
  const { email, address } = newShopper(shop)
  const known = await simulator.store.find(shop.domain, 'customer', email)
  const count = known ? await simulator.store.count(shop.domain, 'customer') : 0
  return { email: known ? `new.shopper${count}@example.com` : email, address, acceptsMarketing: true }
}

const MOST_CUSTOMERS = 12

/** Customers to check out as: those who bought most, and one or two who never did. */
export async function savedCustomers(simulator: Simulator, shop: SimShop): Promise<SimCustomer[]> {
  const some = await simulator.store.list(shop.domain, 'customer', { limit: 200 })
  const usable = some.filter(({ email, address }) => email && address)
  const returning = usable.filter(({ ordersCount }) => ordersCount > 0).sort((a, b) => b.ordersCount - a.ordersCount)
  return [...returning.slice(0, MOST_CUSTOMERS - 2), ...usable.filter(({ ordersCount }) => ordersCount === 0).slice(0, 2)]
}

import type { SimAddress, SimCustomer, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

/** A shopper asks the merchant what is known of her; Shopify asks the app. */
export async function dataRequest(simulator: Simulator, domain: string, customerId: number): Promise<void> {
  const { shop, customer, orders } = await subject(simulator, domain, customerId)
  await simulator.announce(shop, 'customers/data_request', {
    shop_id: shop.id,
    shop_domain: shop.domain,
    orders_requested: orders,
    customer: { id: customer.id, email: customer.email, phone: customer.phone },
    data_request: { id: await simulator.store.nextId() },
  })
}

/** A shopper asks to be forgotten: Shopify erases what it knows of her, and has the app do the same. */
export async function redactCustomer(simulator: Simulator, domain: string, customerId: number): Promise<void> {
  const { shop, customer, orders } = await subject(simulator, domain, customerId)
  await erase(simulator, shop, customerId, orders)
  await simulator.announce(shop, 'customers/redact', {
    shop_id: shop.id,
    shop_domain: shop.domain,
    customer: { id: customer.id, email: customer.email, phone: customer.phone },
    orders_to_redact: orders,
  })
}

async function erase({ store, clock }: Simulator, shop: SimShop, customerId: number, orders: readonly number[]): Promise<void> {
  const gone = { email: null, phone: null, updatedAt: clock.now().toISOString() }
  const nameless = { firstName: '', lastName: '' }
  const refusing = { acceptsMarketing: false, acceptsTexts: false }
  await store.update(shop.domain, 'customer', customerId, (her) => ({ ...her, ...gone, ...nameless, ...refusing, address: null }))
  const region = (address: SimAddress | null) =>
    address && { ...address, ...nameless, address1: '', address2: null, city: '', zip: '', phone: null }
  for (const id of orders)
    await store.update(shop.domain, 'order', id, (order) => {
      const [shippingAddress, billingAddress] = [region(order.shippingAddress), region(order.billingAddress)]
      return { ...order, ...gone, shippingAddress, billingAddress }
    })
}

async function subject(
  { store }: Simulator,
  domain: string,
  id: number,
): Promise<{ shop: SimShop; customer: SimCustomer; orders: number[] }> {
  const shop = await store.shop(domain)
  const customer = shop && (await store.get(shop.domain, 'customer', id))
  if (!shop || !customer) throw new Error(`${domain} has no customer ${id}`)
  const orders = await store.matching(shop.domain, 'order', `customer:${id}`)
  return { shop, customer, orders: orders.map((order) => order.id) }
}

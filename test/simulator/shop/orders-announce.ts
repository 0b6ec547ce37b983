import type { Records, SimOrder, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import * as payloads from '../webhooks/payloads.ts'

/** One deed: every webhook that follows from it carries the same event id. */
export interface Deed {
  order(topic: 'orders/create' | 'orders/paid' | 'orders/updated' | 'orders/cancelled' | 'orders/fulfilled', order: SimOrder): Promise<void>
  edited(order: SimOrder, edit: SimOrder['edits'][number]): Promise<void>
  transaction(order: SimOrder, transaction: SimOrder['transactions'][number]): Promise<void>
  refund(order: SimOrder, refund: SimOrder['refunds'][number]): Promise<void>
  stock(variantIds: readonly number[]): Promise<void>
  customer(customer: Records['customer'] | null): Promise<void>
}

export function deed(simulator: Simulator, shop: SimShop): Deed {
  const eventId = crypto.randomUUID()
  const say = (topic: string, payload: () => object | Promise<object>) => simulator.announce(simulator, shop, topic, payload, { eventId })
  return {
    order: (topic, order) => say(topic, () => payloads.order(simulator, shop, order)),
    edited: (order, edit) => say('orders/edited', () => payloads.orderEdited(order, edit)),
    transaction: (order, transaction) => say('order_transactions/create', () => payloads.transaction(order, transaction)),
    refund: (order, refund) => say('refunds/create', () => payloads.refund(order, refund)),
    async stock(variantIds) {
      for (const product of await productsOf(simulator, shop, variantIds)) {
        for (const variant of product.variants.filter(({ id, tracked }) => tracked && variantIds.includes(id))) {
          await say('inventory_levels/update', () => payloads.inventoryLevel(shop, variant))
        }
        await say('products/update', () => payloads.product(shop, product))
      }
    },
    async customer(customer) {
      if (!customer) return
      await say('customers/update', () => payloads.customer(shop, customer))
      await say('customers/purchasing_summary', () => payloads.purchasingSummary(shop, customer))
    },
  }
}

async function productsOf(simulator: Simulator, shop: SimShop, variantIds: readonly number[]): Promise<Records['product'][]> {
  const products = new Map<number, Records['product']>()
  for (const id of variantIds) {
    const product = await simulator.store.find(shop.domain, 'product', `variant:${id}`)
    if (product) products.set(product.id, product)
  }
  return [...products.values()]
}

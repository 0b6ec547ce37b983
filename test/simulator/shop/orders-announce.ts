import type { Records, SimFulfillment, SimOrder, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { inventoryLevelPayload, productPayload } from '../webhooks/payloads/catalog.ts'
import { fulfillmentPayload } from '../webhooks/payloads/fulfillments.ts'
import { orderPayload } from '../webhooks/payloads/orders.ts'
import { customerPayload, purchasingSummaryPayload } from '../webhooks/payloads/people.ts'
import { orderEditedPayload, refundPayload, transactionPayload } from '../webhooks/payloads/refunds.ts'

/** One deed: every webhook that follows from it carries the same event id. */
interface Deed {
  order(
    topic: `orders/${'create' | 'paid' | 'updated' | 'cancelled' | 'fulfilled' | 'partially_fulfilled'}`,
    order: SimOrder,
  ): Promise<void>
  parcel(topic: 'fulfillments/create' | 'fulfillments/update', order: SimOrder, parcel: SimFulfillment): Promise<void>
  edited(order: SimOrder, edit: SimOrder['edits'][number]): Promise<void>
  transaction(order: SimOrder, transaction: SimOrder['transactions'][number]): Promise<void>
  refund(order: SimOrder, refund: SimOrder['refunds'][number]): Promise<void>
  stock(variantIds: readonly number[]): Promise<void>
  customer(customer: Records['customer'] | null, lastOrderId: number | null): Promise<void>
}

export function deed(simulator: Simulator, shop: SimShop): Deed {
  const eventId = crypto.randomUUID()
  const say = (topic: string, payload: () => object | Promise<object>) => simulator.announce(shop, topic, payload, { eventId })
  return {
    order: (topic, order) => say(topic, async () => orderPayload(shop, order, await buyerOf(simulator, shop, order))),
    parcel: (topic, order, parcel) => say(topic, () => fulfillmentPayload(order, parcel)),
    edited: (order, edit) => say('orders/edited', () => orderEditedPayload(order, edit)),
    transaction: (order, transaction) => say('order_transactions/create', () => transactionPayload(order, transaction)),
    refund: (order, refund) => say('refunds/create', () => refundPayload(order, refund)),
    async stock(variantIds) {
      for (const product of await productsOf(simulator, shop, variantIds)) {
        for (const variant of product.variants.filter(({ id, tracked }) => tracked && variantIds.includes(id))) {
          await say('inventory_levels/update', () => inventoryLevelPayload(variant))
        }
        await say('products/update', () => productPayload(product))
      }
    },
    async customer(customer, lastOrderId) {
      if (!customer) return
      await say('customers/update', () => customerPayload(shop, customer))
      await say('customers/purchasing_summary', () =>
        purchasingSummaryPayload(shop, customer, lastOrderId, simulator.clock.now().toISOString()),
      )
    },
  }
}

const buyerOf = async ({ store }: Simulator, shop: SimShop, order: SimOrder) =>
  order.customerId === null ? null : store.get(shop.domain, 'customer', order.customerId)

async function productsOf(simulator: Simulator, shop: SimShop, variantIds: readonly number[]): Promise<Records['product'][]> {
  const products = new Map<number, Records['product']>()
  for (const id of variantIds) {
    const product = await simulator.store.find(shop.domain, 'product', `variant:${id}`)
    if (product) products.set(product.id, product)
  }
  return [...products.values()]
}

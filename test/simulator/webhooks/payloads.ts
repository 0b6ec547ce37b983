import type { SimCustomer, SimOrder, SimProduct, SimShop, SimVariant } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { inventoryLevelPayload, productPayload } from './payloads/catalog.ts'
import { orderPayload } from './payloads/orders.ts'
import { customerPayload, purchasingSummaryPayload } from './payloads/people.ts'

/** What the deeds of a shop announce, by what happened. The shapes themselves are in payloads/. */
export { orderEditedPayload as orderEdited, refundPayload as refund, transactionPayload as transaction } from './payloads/refunds.ts'
export { checkoutPayload as checkout } from './payloads/checkouts.ts'
export { discountPayload as discount, redeemCodePayload as redeemCode } from './payloads/discounts.ts'

export async function order({ store }: Simulator, shop: SimShop, placed: SimOrder): Promise<object> {
  const customer = placed.customerId === null ? null : await store.get(shop.domain, 'customer', placed.customerId)
  return orderPayload(shop, placed, customer)
}

export const product = (_shop: SimShop, changed: SimProduct): object => productPayload(changed)
export const inventoryLevel = (_shop: SimShop, variant: SimVariant): object => inventoryLevelPayload(variant)
export const customer = (shop: SimShop, changed: SimCustomer): object => customerPayload(shop, changed)
export const purchasingSummary = (shop: SimShop, changed: SimCustomer, lastOrderId: number | null = null): object =>
  purchasingSummaryPayload(shop, changed, lastOrderId, changed.updatedAt)

import type { ShopifyId } from './ids.ts'

/** Who a privacy request of Shopify's is about. */
export interface Person {
  shop: string
  customerId: ShopifyId
  orderIds: readonly ShopifyId[]
}

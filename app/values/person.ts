import type { ShopifyId } from './ids.ts'

/** Who a privacy request of Shopify's is about. */
export interface Person {
  shop: string
  customerId: ShopifyId
  /** Hers, as Shopify knows it: elsewhere she may only be known by it. */
  email: string | null
  orderIds: readonly ShopifyId[]
}

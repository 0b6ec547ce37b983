import { earlierOrders } from '#app/offers/earlier-orders.ts'
import type { Facts } from '#app/offers/facts.ts'
import type { Purchase } from './purchase.ts'

/** What the mirror told about one purchase. */
export interface Mirrored {
  customer: { counter: number; countedAt: number } | null
  orders: number
  hasThisOrder: boolean
}

/** What holds for the whole shop while its snapshot is in force. */
export interface ShopFacts {
  currency: string
  customersSynced: boolean
  ordersComplete: boolean
  collectionsOf: ReadonlyMap<string, readonly string[]> // product -> collections that a rule names
  unknownCollections: readonly string[]
}

// Shopify holds an order for an hour while this page may be open, so a counter told two hours before the token is of an earlier time.
const SURELY_BEFORE_MS = 2 * 60 * 60 * 1000

export function factsOf(purchase: Purchase, mirrored: Mirrored, shop: ShopFacts): Facts {
  const { customer } = mirrored
  return {
    lines: purchase.lines,
    total: purchase.currency === shop.currency ? purchase.total : null,
    country: purchase.country,
    earlierOrders: earlierOrders({
      isGuest: purchase.customerId === null,
      mirrored: customer !== null,
      customersSynced: shop.customersSynced,
      ordersComplete: shop.ordersComplete,
      orders: mirrored.orders,
      counter: customer?.counter ?? 0,
      hasThisOrder: mirrored.hasThisOrder,
      counterIsOlder: customer !== null && purchase.tokenMadeAt !== null && customer.countedAt < purchase.tokenMadeAt - SURELY_BEFORE_MS,
    }),
    collections: [...new Set(purchase.lines.flatMap(({ productId }) => shop.collectionsOf.get(productId) ?? []))],
    unknownCollections: [...shop.unknownCollections],
  }
}

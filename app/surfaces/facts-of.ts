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
  unknownCollections: string[]
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
    collections: collectionsOf(purchase.lines, shop.collectionsOf),
    unknownCollections: shop.unknownCollections,
  }
}

/** The collections that a rule names and that hold something of these lines, each once. */
export function collectionsOf(lines: readonly { productId: string }[], known: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  for (const { productId } of lines) for (const id of known.get(productId) ?? []) if (!found.includes(id)) found.push(id)
  return found
}

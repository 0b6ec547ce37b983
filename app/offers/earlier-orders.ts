import type { Facts } from './facts.ts'

/** What our mirror holds of the shopper at the moment of the decision. */
export interface ShopperCounts {
  isGuest: boolean
  mirrored: boolean // the customer is in our mirror
  customersSynced: boolean // the first sync of customers has finished
  ordersComplete: boolean // the first sync of orders has finished, and we may read orders older than 60 days
  orders: number // her orders in our mirror, this purchase not among them
  counter: number // Shopify's own counter, as last told; may or may not include this purchase
  hasThisOrder: boolean // this purchase's order is in our mirror already
  counterIsOlder: boolean // the counter was told before this purchase began
}

/**
 * Bounds on the shopper's earlier orders, this purchase never among them, whether its webhooks came before or after.
 * A guest is not known: she may have bought before under another address. A customer whom the finished sync did not bring and no
 * webhook has named yet is new: Shopify creates her in this very checkout and asks us before `customers/create` arrives.
 */
export function earlierOrders(counts: ShopperCounts): Facts['earlierOrders'] {
  if (counts.isGuest) return null
  const { orders, counter } = counts
  if (!counts.mirrored)
    return counts.customersSynced ? { atLeast: orders, atMost: orders } : orders > 0 ? { atLeast: orders, atMost: null } : null
  if (counter <= orders) return { atLeast: orders, atMost: orders }
  if (counts.counterIsOlder) return { atLeast: counter, atMost: counter }
  const without = Math.max(orders, counter - 1)
  if (counts.ordersComplete && counter - 1 === orders) return { atLeast: orders, atMost: orders }
  // Once the order itself has reached us, the counter that came after it includes it; before that either is possible.
  return { atLeast: without, atMost: counts.hasThisOrder ? without : counter }
}

/** What the shopper had spent before this purchase, as bounds: Shopify's own sum, as last told, may or may not include it. */
export function earlierSpend(counts: ShopperCounts, spent: number, total: number | null): Facts['spent'] {
  const earlier = earlierOrders(counts)
  if (!earlier) return null
  if (!counts.mirrored) return earlier.atMost === 0 ? { atLeast: 0, atMost: 0 } : null
  const without = total === null ? 0 : Math.max(0, spent - total)
  if (earlier.atLeast !== earlier.atMost) return { atLeast: without, atMost: spent }
  if (counts.counter === earlier.atLeast) return { atLeast: spent, atMost: spent }
  if (counts.counter < earlier.atLeast) return { atLeast: spent, atMost: null }
  return { atLeast: without, atMost: total === null ? spent : without }
}

import type { Facts } from '#app/offers/facts.ts'
import type { MirroredOrder } from './catalog-reads.ts'
import type { ChangesetLine } from './changeset.ts'
import { collectionsOf } from './facts-of.ts'

/** What held for the shop, for orders whose own facts were lost or never taken. */
export interface ThenKnown {
  currency: string
  ordersComplete: boolean
  collectionsOf: ReadonlyMap<string, readonly string[]>
  unknownCollections: readonly string[]
}

/** Facts of a purchase from its order as we hold it today: what was added to it afterwards is taken out again. */
export function reconstructFacts(order: MirroredOrder, added: readonly ChangesetLine[], shop: ThenKnown): Facts {
  const lines = order.lines.flatMap(({ productId, variantId, quantity, total }) =>
    productId && variantId ? [{ productId, variantId, quantity, total: Math.max(0, total) }] : [],
  )
  for (const { variantId, quantity } of added) {
    const index = lines.findLastIndex((line) => line.variantId === variantId && line.quantity === quantity)
    if (index >= 0) lines.splice(index, 1)
  }
  return {
    lines,
    total: order.currency === shop.currency ? order.originalTotal : null,
    country: order.country,
    earlierOrders:
      order.customerId === null ? null : { atLeast: order.earlierOrders, atMost: shop.ordersComplete ? order.earlierOrders : null },
    collections: collectionsOf(lines, shop.collectionsOf),
    unknownCollections: [...shop.unknownCollections],
  }
}

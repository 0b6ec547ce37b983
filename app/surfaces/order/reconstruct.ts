import type { Facts } from '#app/offers/facts.ts'
import { factsOf, type Scope } from '#app/offers/told.ts'
import type { MirroredOrder } from '../catalog-reads.ts'
import { DAYS } from '#app/values/time.ts'
import type { ChangesetLine } from '../accept/changeset.ts'
import { subscriberBefore, type Before } from './before.ts'

/** What held for the shop, for orders whose own facts were lost or never taken. */
export interface ThenKnown extends Scope {
  currency: string
  ordersSynced: boolean
  ordersComplete: boolean
}

/** Facts of a purchase from its order as we hold it today: what was added to it afterwards is taken out again. */
export function reconstructFacts(
  order: MirroredOrder,
  { added, before }: { added: readonly ChangesetLine[]; before: Before | null },
  shop: ThenKnown,
): Facts {
  const lines = boughtLines(order, added).flatMap(({ productId, variantId, quantity, total }) =>
    productId && variantId ? [{ productId, variantId, quantity, total: Math.max(0, total) }] : [],
  )
  const { customerId, earlierOrders } = order
  return factsOf(
    {
      at: order.processedAt,
      lines,
      unmirrored: false,
      total: order.currency === shop.currency ? order.originalTotal : null,
      currency: order.presentmentCurrency,
      presentmentTotal: order.presentmentTotal,
      country: order.country,
      locale: order.locale,
      journey: { ...order, discountShare: null },
      shopper: customerId ?? order.orderId,
      earlierOrders: customerId === null ? null : { atLeast: earlierOrders, atMost: shop.ordersComplete ? earlierOrders : null },
      before: before && { days: daysKnown(before, order.processedAt, shop), bought: before.bought },
      offers: before && before.offers,
      reviewed: before && before.reviewed,
      subscriber: before && subscriberBefore(before, order.processedAt, shop.ordersComplete),
      // What changes with time is not known of that moment.
      spent: null,
      tags: null,
      consent: null,
    },
    shop,
  )
}

/** Whether something that she bought was sold by a selling plan; null: of some of it that was not read yet. */
export function hadSubscription(order: MirroredOrder, added: readonly ChangesetLine[]): boolean | null {
  const plans = boughtLines(order, added).map(({ byPlan }) => byPlan)
  if (plans.includes(true)) return true
  return plans.length === 0 || plans.includes(null) ? null : false
}

function boughtLines(order: MirroredOrder, added: readonly ChangesetLine[]): MirroredOrder['lines'] {
  const lines = [...order.lines]
  for (const { variantId, quantity } of added) {
    const index = lines.findLastIndex((line) => line.variantId === variantId && line.quantity === quantity)
    if (index >= 0) lines.splice(index, 1)
  }
  return lines
}

/** How far back from a purchase the mirror knows its shopper's orders; null: all of them. */
function daysKnown({ since }: Before, at: Date, { ordersComplete, ordersSynced }: ThenKnown): number | null {
  if (ordersComplete) return null
  return ordersSynced && since !== null ? Math.max(0, Math.floor((at.getTime() - since) / DAYS)) : 0
}

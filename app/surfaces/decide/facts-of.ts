import { earlierOrders, earlierSpend } from '#app/offers/earlier-orders.ts'
import type { Facts } from '#app/offers/facts.ts'
import { factsOf as factsOfTold, type Journey, type Scope } from '#app/offers/told.ts'
import type { Purchase } from './purchase.ts'

/** What the mirror and our own records told about one purchase. */
export interface Mirrored {
  customer: MirroredCustomer | null // null: not in our mirror
  orders: number
  hasThisOrder: boolean
  journey: Journey | null
  bought: readonly (readonly [productId: string, at: number])[] | null // in earlier orders; null: not asked
  offers: readonly string[] | null // what she did with offers that rules name
  reviewed: readonly string[] | null // products; null: not asked
  unmirrored: boolean
}
export interface MirroredCustomer {
  counter: number
  countedAt: number
  spent: number
  tags: readonly string[]
  consent: string | null
  subscriber: string | null
}

/** What holds for the whole shop while its snapshot is in force. */
export interface ShopFacts extends Scope {
  currency: string
  customersSynced: boolean
  ordersSynced: boolean // the first sync of orders has finished
  ordersComplete: boolean // and we may read orders older than 60 days
}

// Shopify holds an order for an hour while this page may be open, so a counter told two hours before the token is of an earlier time.
const SURELY_BEFORE_MS = 2 * 60 * 60 * 1000
const DAYS_WITHOUT_ALL_ORDERS = 60

export function factsOf(purchase: Purchase, mirrored: Mirrored, shop: ShopFacts, at: Date): Facts {
  const { customer } = mirrored
  const isGuest = purchase.customerId === null
  const total = purchase.currency === shop.currency ? purchase.total : null
  const counts = {
    isGuest,
    mirrored: customer !== null,
    customersSynced: shop.customersSynced,
    ordersComplete: shop.ordersComplete,
    orders: mirrored.orders,
    counter: customer?.counter ?? 0,
    hasThisOrder: mirrored.hasThisOrder,
    counterIsOlder: customer !== null && purchase.tokenMadeAt !== null && customer.countedAt < purchase.tokenMadeAt - SURELY_BEFORE_MS,
  }
  // A customer whom the finished sync did not bring and no webhook has named yet was made in this very checkout.
  const isNew = !isGuest && !customer && shop.customersSynced
  const earlier = earlierOrders(counts)
  return factsOfTold(
    {
      at,
      lines: purchase.lines,
      unmirrored: mirrored.unmirrored,
      total,
      currency: purchase.paidIn,
      presentmentTotal: purchase.presentmentTotal,
      country: purchase.country,
      locale: purchase.locale,
      journey: mirrored.journey,
      shopper: purchase.customerId ?? purchase.referenceId,
      earlierOrders: earlier,
      spent: earlierSpend(counts, customer?.spent ?? 0, total),
      tags: customer?.tags ?? (isNew ? [] : null),
      consent: customer?.consent ?? null,
      subscriber: customer?.subscriber ?? (isNew ? 'NEVER_SUBSCRIBED' : null),
      before: isGuest || !mirrored.bought ? null : { days: daysKnown(shop, earlier), bought: mirrored.bought },
      offers: isGuest ? null : mirrored.offers,
      reviewed: isGuest ? null : mirrored.reviewed,
    },
    shop,
  )
}

/** How far back we know a shopper's orders; null: all of them. */
function daysKnown(shop: ShopFacts, earlier: Facts['earlierOrders']): number | null {
  if (shop.ordersComplete || earlier?.atMost === 0) return null
  return shop.ordersSynced ? DAYS_WITHOUT_ALL_ORDERS : 0
}

import { HAS_SUBSCRIBED } from '#app/offers/rules/subscription.ts'

/** What a shopper had done by the time of a purchase. Times are milliseconds. */
export interface Before {
  since: number | null // when the oldest order was placed that the mirror holds of the shop
  bought: readonly (readonly [productId: string, at: number])[] // and when last
  offers: readonly string[] // `saw:`, `accepted:`, `declined:` and an offer
  accepted: readonly (readonly [offerId: string, at: number])[] // once for each purchase in which she took something of it
  reviewed: readonly string[] // products
  tags: readonly string[] | null // as of today: of those of that moment only what a rule asked about was kept
  subscriber: string | null // Shopify's word as it was read after the purchase
  plannedAt: number | null // her first order of which something was sold by a selling plan
  plansRead: boolean // of all her earlier orders
}

/**
 * Whether she had subscribed by the time of a purchase, in the words of `Customer.productSubscriberStatus`. Who never did to this day had not then;
 * else her orders tell, but not whether a subscription of hers still ran, nor of one that began without an order.
 */
export function subscriberBefore({ subscriber, plannedAt, plansRead }: Before, at: Date, ordersComplete: boolean): string | null {
  if (subscriber === NEVER) return NEVER
  if (plannedAt === null) return null
  if (plannedAt < at.getTime()) return HAS_SUBSCRIBED
  return ordersComplete && plansRead ? NEVER : null
}

const NEVER = 'NEVER_SUBSCRIBED'

import type { Tx } from '../platform/db.server.ts'
import type { ShopifyId } from '../values/ids.ts'
import type { ReviewFacts } from '../reviews/review-facts.ts'
import type { PaidOrder } from './redemption.ts'

export type Buyer = Pick<ReviewFacts, 'customerId' | 'email' | 'orderId'>

/** What rewards read of other domains. */
export interface Reads {
  readReviewFacts(shop: string, reviewId: string): Promise<ReviewFacts | null>
  /** Completes who bought from what is known of her: her order, her customer id or her address. */
  readBuyer(tx: Tx, shop: string, buyer: Buyer): Promise<Pick<Buyer, 'customerId' | 'email'>>
  /** What an order usually comes to, in minor units. */
  readTypicalOrder(shop: string): Promise<number>
  readShop(shop: string): Promise<{ name: string; currency: string; timeZone: string } | null>
  /** What a variant costs now, in minor units; null: the shop has none. */
  readPrice(shop: string, variantId: ShopifyId): Promise<number | null>
  /** What things are called, by id; what the shop no longer has is absent. */
  readNames(
    shop: string,
    ids: Record<'products' | 'variants' | 'collections', readonly ShopifyId[]>,
  ): Promise<Record<'products' | 'collections', Record<string, { title: string }>>>
  readPaidOrder(tx: Tx, shop: string, orderId: ShopifyId): Promise<PaidOrder | null>
}

let given: Reads | undefined

/** `wiring.server.ts` hands them in as it is loaded, before anything can ask. */
export const rewardsReadBy = (reads: Reads): void => void (given = reads)

export function reads(): Reads {
  if (!given) throw new Error('Nobody handed rewards their reads: load wiring.server.ts')
  return given
}

export async function timeZoneOf(shop: string): Promise<string> {
  return (await reads().readShop(shop))?.timeZone ?? 'UTC'
}

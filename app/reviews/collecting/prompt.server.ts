import { db } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { reviewLink } from './link.server.ts'

/** Where the buyer of an order writes her review, for a page that knows that it is she. Null: she is not asked, or has answered. */
export async function readReviewLink(shop: string, orderId: ShopifyId): Promise<string | null> {
  const request = await db.reviewRequest.findUnique({ where: { shop_orderId: { shop, orderId } } })
  const isOpen = request && request.answeredAt === null && request.state !== 'skipped'
  return isOpen ? reviewLink(shop, request.id) : null
}

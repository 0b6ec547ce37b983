import { db } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'

/** What the published reviews of these products come to; a product without one is left out. */
export async function readStars(shop: string, productIds: readonly ShopifyId[]) {
  if (productIds.length === 0) return new Map()
  const rows = await db.reviewSummary.findMany({
    where: { shop, productId: { in: [...productIds] }, count: { gt: 0 } },
    select: { productId: true, count: true, sum: true, incentivised: true },
  })
  return new Map(rows.map(({ productId, count, sum, incentivised }) => [productId, { count, sum, rewarded: incentivised }]))
}

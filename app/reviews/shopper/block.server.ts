import { db } from '#app/platform/db.server.ts'
import { reads } from '../collecting/reads.server.ts'
import type { Known } from './block.ts'

const SHOWN = 5

/** Her newest reviews, all of them counted, and the latest time that she was asked. */
export async function readShopper(shop: string, customerId: string): Promise<Known> {
  const where = { shop, customerId }
  const [all, newest, request] = await Promise.all([
    db.review.aggregate({ where, _count: true, _sum: { rating: true } }),
    db.review.findMany({ where, orderBy: { submittedAt: 'desc' }, take: SHOWN }),
    db.reviewRequest.findFirst({ where, orderBy: { sendAt: 'desc' } }),
  ])
  const goods = await reads().readGoods(
    shop,
    newest.map(({ productId }) => productId),
  )
  const titles = new Map(goods.map(({ id, title }) => [id, title]))
  const reviews = newest.map((review) => ({ ...review, product: titles.get(review.productId) ?? review.productId }))
  return { count: all._count, sum: all._sum.rating ?? 0, reviews, request }
}

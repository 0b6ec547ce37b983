import { db, type Tx } from '../platform/db.server.ts'
import type { ShopifyId } from '../values/ids.ts'
import { DAYS, later } from '../values/time.ts'
import { now } from '../platform/clock.server.ts'

interface Known {
  orderId: ShopifyId | null
  customerId: ShopifyId | null
  email: string | null
}

/** Who bought: what is known of her, completed by her order or by the latest order with her id or her address. */
export async function readBuyer(tx: Tx, shop: string, known: Known): Promise<Omit<Known, 'orderId'>> {
  const hers = [
    known.orderId ? { id: known.orderId } : null,
    known.customerId ? { customerId: known.customerId } : null,
    known.email ? { email: { equals: known.email, mode: 'insensitive' as const } } : null,
  ].filter((one) => one !== null)
  let { customerId, email } = known
  for (const where of hers) {
    if (customerId && email) break
    const order = await tx.order.findFirst({
      where: { shop, ...where },
      orderBy: { processedAt: 'desc' },
      select: { customerId: true, email: true },
    })
    customerId ??= order?.customerId ?? null
    email ??= order?.email?.toLowerCase() ?? null
  }
  return { customerId, email }
}

/** What an order usually comes to: the average of the last 90 days, in minor units; 0 without one. */
export async function readTypicalOrder(shop: string): Promise<number> {
  const { _avg } = await db.order.aggregate({
    where: { shop, test: false, cancelledAt: null, processedAt: { gte: later(now(), -90 * DAYS) } },
    _avg: { total: true },
  })
  return Math.round(_avg.total ?? 0)
}

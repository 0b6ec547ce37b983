import { db } from '../../platform/db.server.ts'
import { shopifyNow } from '../../platform/shopify/time.server.ts'
import type { Instant } from './records.ts'

/**
 * The stamp of what is about to be read. It is later than that of every reading of the shop before: else, where the clock has been put back,
 * what is read now would seem older than what we hold, and be thrown away.
 */
export async function beginReading(shop: string): Promise<Instant> {
  const at = shopifyNow()
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    UPDATE shop SET read_at = greatest(read_at + interval '1 millisecond', ${at}::timestamptz) WHERE shop = ${shop} RETURNING read_at AS at`
  return (row?.at ?? at).toISOString()
}

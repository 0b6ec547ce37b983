import type { BlockSources } from './answer.server.ts'
import { inTime } from './in-time.server.ts'

const PATIENCE_MS = 2_000

/**
 * The same sources, but what Shopify calls sold out at this moment is sold out in them: a webhook may be on its way, and the checkout would be
 * an empty cart. Where Shopify does not say it in time, the mirror’s word counts.
 */
export async function asSoldNow(sources: BlockSources, shop: string, variantIds: readonly string[]): Promise<BlockSources> {
  const { reads } = sources
  const told = await inTime(
    reads.readSoldOut(shop, variantIds).catch(() => []),
    PATIENCE_MS,
  )
  const soldOut = new Set(told === 'late' ? [] : told)
  if (soldOut.size === 0) return sources
  const readVariants: typeof reads.readVariants = async (...asked) => {
    const variants = await reads.readVariants(...asked)
    return variants.map((one) => (soldOut.has(one.variantId) ? { ...one, tracked: true, oversell: false, stock: 0 } : one))
  }
  return { ...sources, reads: { ...reads, readVariants } }
}

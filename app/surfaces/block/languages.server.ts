import { inTime } from './in-time.server.ts'
import type { ShopLanguages } from './permalink.ts'
import type { BlockReads } from './reads.ts'

const PATIENCE_MS = 1_500

/** Null: Shopify does not say it in time. Then the checkout speaks as the shop usually does. */
export async function languagesInTime({ readLanguages }: Pick<BlockReads, 'readLanguages'>, shop: string): Promise<ShopLanguages | null> {
  const told = await inTime(
    readLanguages(shop).catch(() => null),
    PATIENCE_MS,
  )
  return told === 'late' ? null : told
}

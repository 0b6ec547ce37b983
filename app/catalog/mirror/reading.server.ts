import type { Tx } from '../../platform/db.server.ts'
import type { ShopifyId } from '../../values/ids.ts'
import type { Instant } from './records.ts'

/** Asks Shopify first, without a transaction; what it answers with writes the answer down. */
export type Read = (shop: string, ids: readonly ShopifyId[], readAt: Instant) => Promise<(tx: Tx) => Promise<void>>

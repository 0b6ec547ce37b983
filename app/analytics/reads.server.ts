import type { Tx } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import type { Range } from '#app/values/time.ts'
import type { InitialPurchase, PaidOrder } from './attribution.ts'
import type { OrderLine, Signing } from './claim.ts'
import type { Keyed, Visits } from './figures.ts'
import type { Brought } from './unpaid/removal.ts'

/** When and where a purchase met Encore. */
export interface Visit {
  placementId: string
  surface: string
  paidIn: string // a currency
  visitedAt: Date
}

/** What else is known of an order: when it was placed, with which discount codes, and what its lines are called. */
export interface PlacedOrder {
  customerId: string | null
  checkoutToken: string | null
  codes: readonly { code: string; amount: number | null }[]
  offerRef: string | null // what a link of ours noted on it
  processedAt: Date
  lines: readonly (OrderLine & { title: string })[]
}

/** What of an order was accepted, and where. */
export interface Met {
  visit: Visit
  initial: InitialPurchase
  signings: (Signing & Brought)[]
}

/** What analytics reads of other domains. */
export interface Reads {
  readPaidOrder(tx: Tx, shop: string, orderId: ShopifyId): Promise<(Omit<PaidOrder, 'lines'> & PlacedOrder) | null>
  readSigned(tx: Tx, shop: string, referenceId: string): Promise<Met | null>
  /** What was taken elsewhere and led to this order of its own. */
  readLinked(tx: Tx, shop: string, marks: { orderId: ShopifyId; codes: readonly string[]; offerRef: string | null }): Promise<Met | null>
  countVisits(shop: string, range: Range, timeZone: string): Promise<(Visits & Keyed)[]>
  readShop(shop: string): Promise<{ currency: string; timeZone: string } | null>
}

let given: Reads | undefined

/** `wiring.server.ts` hands them in as it is loaded, before anything can ask. */
export const readBy = (reads: Reads): void => void (given = reads)

export function reads(): Reads {
  if (!given) throw new Error('Nobody handed analytics its reads: load wiring.server.ts')
  return given
}

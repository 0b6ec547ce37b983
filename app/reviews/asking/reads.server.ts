import type { Language } from '#app/values/languages.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import type { OrderToAsk } from './plan.ts'

/** What the catalog knows of an order; who was asked and what was reviewed is ours. */
export type OrderKnown = Omit<OrderToAsk, 'lastAsked' | 'reviewed' | 'suppressed'> & {
  name: string
  firstName: string | null
  locale: string | null
  country: string | null
  /** To marketing e-mails, as Shopify says it. */
  consent: string | null
}

export interface Contact {
  email: string | null
  firstName: string | null
}

/** What asking reads of other domains. */
export interface AskingReads {
  readOrders(shop: string, orderIds: readonly ShopifyId[]): Promise<OrderKnown[]>
  /** Ids of orders placed in the range, newest first, after the cursor. */
  listOrderIds(shop: string, range: { from: Date; to: Date }, after: ShopifyId | null, limit: number): Promise<ShopifyId[]>
  /** From Shopify itself: of orders older than Encore the mirror has no address. What comes back of it is looked up meanwhile, so that `readOrders` tells it. */
  readContact(shop: string, orderId: ShopifyId): Promise<Contact>
  /** Her number, from Shopify itself, if she agreed to text messages. */
  readNumber(shop: string, customerId: ShopifyId): Promise<string | null>
  readGoods(shop: string, productIds: readonly ShopifyId[]): Promise<{ id: string; title: string; imageUrl: string | null }[]>
  readShop(shop: string): Promise<{ name: string; locale: string; timeZone: string; settings: unknown } | null>
  readPromise(shop: string, language: Language): Promise<{ version: number; lines: string[]; conditions: string[] } | null>
  reviewLink(shop: string, requestId: string): Promise<string>
}

let given: AskingReads | undefined

/** `wiring.server.ts` hands them in as it is loaded, before anything can ask. */
export const askBy = (reads: AskingReads): void => void (given = reads)

export function reads(): AskingReads {
  if (!given) throw new Error('Nobody handed asking its reads: load wiring.server.ts')
  return given
}

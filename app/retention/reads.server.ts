import type { Tx } from '#app/platform/db.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import type { Money } from '#app/values/money.ts'
import type { Outcome } from '#app/values/outcome.ts'
import type { Candidate } from './companions.ts'
import type { Chosen, OfferedItem } from './offered.ts'

/** What the catalog knows of an order and its buyer. */
export interface OrderKnown {
  orderId: ShopifyId
  name: string
  customerId: ShopifyId | null
  checkoutToken: string | null
  placedAt: Date
  /** Null: a merchant drafted it, and something of it is still due. */
  boughtAt: Date | null
  cancelled: boolean
  currency: string
  paidIn: string
  email: string | null
  phone: string | null
  firstName: string | null
  locale: string | null
  country: string | null
  region: string | null
  consent: string | null
  smsConsent: string | null
  counted: number | null
  earlier: number
  later: number
  nextOrderAt: Date | null
  goods: readonly Good[]
  hasLeft: boolean
  ofLink: boolean
  productIds: ShopifyId[]
  hadBefore: ShopifyId[]
}

/** A line of an order: how many of it she still has, and how many of these are going back. */
export interface Good {
  productId: ShopifyId | null
  left: number
  goingBack: number
  cameBack: number
}

/** What she did with offers on the pages after paying. */
export interface Met {
  what: 'seen' | 'accepted'
  /** What those offers proposed. */
  productIds: readonly ShopifyId[]
}

/** What retention reads of other domains. */
export interface RetentionReads {
  readShop(shop: string): Promise<{ name: string; locale: string; timeZone: string; currency: string; settings: unknown } | null>
  readOrders(shop: string, orderIds: readonly ShopifyId[]): Promise<OrderKnown[]>
  /** Ids of orders placed in the range, newest first, after the cursor. */
  listOrderIds(shop: string, range: { from: Date; to: Date }, after: ShopifyId | null, limit: number): Promise<ShopifyId[]>
  readCompanions(shop: string, productIds: readonly ShopifyId[], now: Date): Promise<Candidate[]>
  /** By checkout token; who met nothing is left out. */
  readMet(shop: string, checkoutTokens: readonly string[]): Promise<ReadonlyMap<string, Met>>
  /** What the offers engine proposes for this purchase by mail; null: nothing. Its trace is kept like any other decision's. */
  chooseOffer(shop: string, checkoutToken: string, terms: OfferTerms): Promise<EngineOffer | null>
  /** The checkout of what the engine proposed, within the offer's limits; the same one however often it is asked for. */
  takeOffer(shop: string, take: OfferTake): Promise<Outcome<Led>>
  /** The checkout of goods that no offer of the merchant's stands behind. */
  sellByLink(shop: string, sale: GoodsSale): Promise<Outcome<Led>>
  /** Her number, if she agreed to marketing by text message. */
  readNumber(shop: string, customerId: ShopifyId): Promise<string | null>
  /** What other buyers say of these products, line by line, in this language. */
  readPraise(shop: string, productIds: readonly ShopifyId[], locale: string): Promise<ReadonlyMap<ShopifyId, string[]>>
  /** What the variants cost in a country; what it is not sold in there is absent. */
  readPrices(shop: string, variantIds: readonly ShopifyId[], country: string): Promise<ReadonlyMap<ShopifyId, Money>>
  readOrderWorth(tx: Tx, shop: string, orderId: ShopifyId): Promise<OrderWorth | null>
}

export interface SaleTerms {
  locale: string
  until: Date
  /** It travels with the order that it follows. */
  together: boolean
}

export interface OfferTerms extends SaleTerms {
  /** What was chosen before has reached nobody, and no longer fits. */
  anew: boolean
}

export type EngineOffer = Omit<Chosen, 'placementId' | 'offerId' | 'stepId'> & { placementId: string; offerId: string; stepId: string }

type Taken = Pick<OfferedItem, 'productId' | 'variantId' | 'quantity'>

export interface OfferTake extends SaleTerms {
  referenceId: string
  placementId: string
  stepId: string
  take: 'all' | 'one'
  shown: readonly Taken[]
  taken: readonly Taken[]
}

export interface GoodsSale extends SaleTerms {
  key: string
  name: string
  taken: readonly Taken[]
  percent: number
  orderName: string
}

/** A checkout's address, and by which codes and which attribute the order that comes of it is known. */
export interface Led {
  url: string
  marks: string[]
}

/** An order as far as it says what it earned. */
export interface OrderWorth {
  at: Date
  cancelled: boolean
  codes: readonly { code: string; amount: number | null }[]
  offerRef: string | null
  discount: number
  revenue: number
}

let given: RetentionReads | undefined

/** `wiring.server.ts` hands them in as it is loaded, before anything can ask. */
export const followBy = (reads: RetentionReads): void => void (given = reads)

export function reads(): RetentionReads {
  if (!given) throw new Error('Nobody handed retention its reads: load wiring.server.ts')
  return given
}

import type { OfferedVariant, Stars } from '#app/offers/availability.ts'
import type { PastOrder } from '#app/offers/match.ts'
import type { Plans } from '#app/offers/plan-price.ts'
import type { Responses } from '#app/offers/worth.ts'

/** What the surfaces read of other domains; `wiring.server.ts` hands it in. */
export interface CatalogReads {
  readVariants(shop: string, variantIds: readonly string[], productIds?: readonly string[]): Promise<OfferedVariant[]>
  /** What these selling plans make of prices with the first delivery; those that our mirror lacks are left out. */
  readPlans(shop: string, planIds: readonly string[]): Promise<Plans>
  /** Of each source the products that can be sold, best sellers first; at least the first few hundred. */
  readRanked(shop: string, sources: readonly BestSource[], now: Date): Promise<ReadonlyMap<string, readonly string[]>>
  /** What the reviews of these products come to; those without one are left out. */
  readStars(shop: string, productIds: readonly string[]): Promise<ReadonlyMap<string, Stars>>
  /** How shoppers answered each step of each offer in the last months. */
  readResponses(shop: string, now: Date): Promise<Responses>
  /** Which of the collections our mirror has, and their products. */
  readMembers(
    shop: string,
    collectionIds: readonly string[],
  ): Promise<{ known: string[]; members: { collectionId: string; productId: string }[] }>
  /** Which products have which of these traits (`type:phone`), and of which metafields not every product was read yet. */
  readTraits(shop: string, traits: readonly string[]): Promise<{ members: { productId: string; trait: string }[]; unread: string[] }>
  /** Whether the first sync has brought every customer, and every order: of the last days or of any age. */
  readCompleteness(shop: string): Promise<{ customersSynced: boolean; ordersSynced: boolean; ordersComplete: boolean }>
  /** One order of the mirror with all that its page tells; null when no webhook has brought it. */
  readMirrored(shop: string, checkoutToken: string): Promise<MirroredOrder | null>
}

/** What counting past orders reads of them. */
export interface PastOrderReads {
  countPastOrders(shop: string, since: Date): Promise<number>
  readPastOrders(
    shop: string,
    since: Date,
    before: { at: Date; id: string } | null,
    most: number,
    wish: { shopper: boolean; counts: boolean; products: readonly string[] },
  ): Promise<PastOrder[]>
}

/** What a preview reads besides: the tax within the shop's country, as its latest orders tell; null where none of them bore any. */
export interface PreviewReads extends CatalogReads {
  readTax(shop: string): Promise<{ rate: number; included: boolean } | null>
}

/** A list or a collection that a step chooses the best from. */
export interface BestSource {
  key: string
  collectionId: string | null // null: the products named
  productIds: readonly string[]
}

/** An order as the mirror holds it, for the reasons it saw no offer. */
export interface MirroredOrder {
  orderId: string
  customerId: string | null
  earlierOrders: number // of the same customer, in our mirror
  sourceName: string | null
  currency: string
  presentmentCurrency: string
  presentmentTotal: number | null
  originalTotal: number
  country: string | null
  locale: string | null
  region: string | null
  landingPage: string | null
  codes: string[]
  shippable: boolean
  gateways: string[]
  processedAt: Date
  /** `byPlan`: sold by a selling plan; null: not read yet. */
  lines: { productId: string | null; variantId: string | null; quantity: number; total: number; byPlan: boolean | null }[]
  shippingMethod: string | null
  payments: { gateway: string; method: string | null; wallet: string | null; detailsRead: boolean }[]
}

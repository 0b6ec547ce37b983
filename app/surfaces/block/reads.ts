import type { Money } from '#app/values/money.ts'
import type { CatalogReads } from '../catalog-reads.ts'
import type { ShopLanguages } from './permalink.ts'

/** An order as a page of it needs to know it. */
export interface PageOrder {
  id: string
  name: string // #1001
  customerId: string | null
  checkoutToken: string | null
  processedAt: Date
  cancelled: boolean
  fulfilled: boolean // a parcel has left
  delivered: boolean
}

/** A review's words beside the product that it is of, and whose they are. */
export interface Quote {
  text: string
  author: string
}

/** A code of hers that she has not used yet, or store credit in its place. */
export interface OwnCode {
  code: string | null
  notes?: readonly string[] // where the credit is, or on what condition the code works
  value: string // in her language: 10 % off
  expiresAt: Date
  gift?: { label: string; url: string } // puts it into her cart, together with the code
}

/** What the blocks read of other domains; `wiring.server.ts` hands it in. */
export interface BlockReads extends CatalogReads {
  findPageOrder(shop: string, orderId: string): Promise<PageOrder | null>
  /** From Shopify into our mirror, where no webhook has brought it yet. */
  fetchOrder(shop: string, orderId: string): Promise<void>
  /** Products of an order of which she keeps nothing. */
  readGone(shop: string, orderId: string): Promise<string[]>
  readBoughtSince(shop: string, customerId: string, since: Date): Promise<string[]>
  /** What the variants cost in a country, as Shopify would say it at the checkout; what it does not sell there is absent. */
  readPrices(shop: string, variantIds: readonly string[], country: string): Promise<ReadonlyMap<string, Money>>
  /** Which of these Shopify calls sold out at this moment; what it does not show at all the mirror has read again by then. */
  readSoldOut(shop: string, variantIds: readonly string[]): Promise<string[]>
  /** In which languages the shop's own pages stand, and with them its checkout. */
  readLanguages(shop: string): Promise<ShopLanguages>
  /** The newest words of a verified buyer for each product, whatever her stars. */
  readQuotes(shop: string, productIds: readonly string[], language: string): Promise<ReadonlyMap<string, Quote>>
  /** Where the order's buyer writes her review; null: nothing to review, or she has. */
  readReviewLink(shop: string, orderId: string): Promise<string | null>
  readOwnCodes(shop: string, customerId: string, language: string): Promise<OwnCode[]>
}

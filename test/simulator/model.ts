import type { SimStoreCredit } from './model-credit.ts'
import type { SimOrder, SimOrderEdit, SimCheckout } from './model-orders.ts'
import type { SimSellingPlan } from './model-plans.ts'
import type { PlayedDelivery } from './providers/delivery.ts'
import type { PlayedReview } from './providers/played.ts'

export type {
  PaymentMethod,
  SimCheckout,
  SimDiscountAllocation,
  SimFulfillment,
  SimLine,
  SimMoney,
  SimOrder,
  SimOrderEdit,
  SimRefund,
  SimReturn,
  SimShippingLine,
  SimTransaction,
} from './model-orders.ts'
export type { SimCreditMove, SimStoreCredit } from './model-credit.ts'
export type { SimPricingPolicy, SimRhythm, SimSellingPlan } from './model-plans.ts'

/**
 * The simulated shop's own records, in Shopify's shapes and words. Ids are numbers below 2^53 as on real stores today
 * (line items too). Money is a decimal string in the shop's currency unless the name says presentment. Dates are ISO strings.
 */
export interface SimShop {
  id: number
  domain: string // aurora.myshopify.com
  handle: string // aurora
  name: string
  email: string
  currency: string
  timeZone: string // IANA
  country: string
  locale: string
  locales: string[]
  plan: 'basic' | 'advanced' | 'plus' // decides the bucket
  taxRate: number // 0.19
  taxesIncluded: boolean
  taxShipping: boolean
  rates: Record<string, number> // presentment currency -> units per one unit of the shop's currency
  markups?: Record<string, number> // presentment currency -> percent that its market asks more than the rate
  shippingMethods: { code: string; title: string; price: string; freeFrom: string | null; pickup: boolean; localDelivery: boolean }[]
  postPurchaseApp: boolean // Settings > Checkout > Post-purchase page names our app
  paypalReferenceTransactions: boolean
  createdAt: string
  installed: Installation | null
}

export interface Installation {
  scopes: string[]
  installedAt: string
}

export interface SimMetafield {
  id: number
  namespace: string // app-owned ones are stored resolved: app--<client id>
  key: string
  type: string
  value: string
  updatedAt: string
}

export interface SimImage {
  id: number
  url: string
  alt: string
}

export interface SimVariant {
  id: number
  title: string
  sku: string
  barcode?: string | null
  position: number
  price: string
  compareAtPrice: string | null
  options: string[]
  inventoryItemId: number
  inventoryQuantity: number
  tracked: boolean
  inventoryPolicy: 'DENY' | 'CONTINUE'
  cost: string | null
  requiresShipping: boolean
  taxable: boolean
  weightGrams: number
  imageId: number | null
  updatedAt: string
}

export interface SimProduct {
  id: number
  title: string
  handle: string
  descriptionHtml: string
  vendor: string
  productType: string
  tags: string[]
  status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED'
  publishedAt: string | null // on the Online Store
  options: { name: string; values: string[] }[]
  images: SimImage[]
  variants: SimVariant[]
  sellingPlans?: SimSellingPlan[]
  metafields: SimMetafield[]
  createdAt: string
  updatedAt: string
}

export interface SimCollection {
  id: number
  title: string
  handle: string
  rules: {
    disjunctive: boolean
    rules: {
      column: 'TAG' | 'TYPE' | 'VENDOR' | 'TITLE' | 'VARIANT_PRICE'
      relation: 'EQUALS' | 'CONTAINS' | 'GREATER_THAN' | 'LESS_THAN'
      condition: string
    }[]
  } | null
  productIds: number[] // a manual collection's; an automatic one's are computed
  updatedAt: string
}

export interface SimAddress {
  firstName: string
  lastName: string
  address1: string
  address2: string | null
  city: string
  zip: string
  province: string | null
  countryCode: string
  phone: string | null
}

export interface SimCustomer {
  id: number
  email: string | null
  firstName: string
  lastName: string
  phone: string | null
  locale: string
  tags: string[]
  acceptsMarketing: boolean
  acceptsTexts?: boolean // marketing by text message
  subscriberStatus?: 'ACTIVE' | 'CANCELLED' | 'EXPIRED' | 'FAILED' | 'NEVER_SUBSCRIBED' | 'PAUSED'
  address: SimAddress | null
  ordersCount: number
  totalSpent: string
  createdAt: string
  updatedAt: string
}

export interface SimDiscount {
  id: number
  title: string
  codes: { id: number; code: string; used: number }[]
  kind: 'basic' | 'free_shipping'
  value: { percentage: number } | { amount: string; each: boolean } | null
  items: { all: true } | { productIds: number[]; variantIds: number[] } | { collectionIds: number[] }
  startsAt: string
  endsAt: string | null
  usageLimit: number | null // per redeem code
  oncePerCustomer: boolean
  customerIds: number[] | null // null: everybody
  subscriptions?: boolean // it applies to them too
  minimum: { quantity: number } | { subtotal: string } | null
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean }
  createdAt: string
  updatedAt: string
}

/** A file in Content > Files. Its bytes lie in the table `file_body`. */
export interface SimFile {
  id: number
  kind: 'IMAGE' | 'VIDEO'
  filename: string
  alt: string
  mimeType: string
  width: number | null
  height: number | null
  failed: boolean // what was uploaded is no such thing
  url: string
  createdAt: string
  updatedAt: string
}

/** Codes ordered for a discount; they are added a moment later, each with its fault or its id. */
export interface SimRedeemCodeBulk {
  id: number
  discountId: number
  codes: { code: string; redeemCodeId: number | null; fault: { code: string; message: string } | null }[]
  done: boolean
  createdAt: string
  updatedAt: string
}

export interface SimMetaobject {
  id: number
  type: string // resolved, as of metafields
  handle: string
  fields: Record<string, string> // only those that were given a value
  createdAt: string
  updatedAt: string
}

/** A trigger of the app that Shopify Flow took: a workflow that begins with it would have run. */
export interface SimFlowRun {
  id: number
  handle: string
  name: string
  payload: Record<string, unknown>
  updatedAt: string
}

/** Every kind of record the store holds, by name. */
export interface Records {
  product: SimProduct
  collection: SimCollection
  customer: SimCustomer
  order: SimOrder
  orderEdit: SimOrderEdit
  checkout: SimCheckout & { id: number }
  discount: SimDiscount
  redeemCodeBulk: SimRedeemCodeBulk
  metafieldOfShop: SimMetafield
  playedReview: PlayedReview
  playedDelivery: PlayedDelivery
  file: SimFile
  metaobject: SimMetaobject
  flowRun: SimFlowRun
  storeCredit: SimStoreCredit
}

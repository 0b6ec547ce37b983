import type { ShopifyId } from '../../values/ids.ts'
import type { PlanPolicy } from '../plan-pricing.ts'

/** ISO 8601 in UTC. */
export type Instant = string

/** Decides between two records of the same thing: the later change wins; within one second, what Shopify said later. */
export interface Stamp {
  updatedAt: Instant
  readAt: Instant
}

export interface ProductRow extends Stamp {
  id: ShopifyId
  title: string
  handle: string
  status: string
  vendor: string
  productType: string
  tags: string[]
  imageUrl: string | null
  imageAlt: string | null
  published: boolean
}

export interface VariantRow extends Stamp {
  id: ShopifyId
  productId: ShopifyId
  title: string
  sku: string | null
  barcode: string | null
  position: number
  price: number
  compareAtPrice: number | null
  oversell: boolean
  inventoryItemId: ShopifyId
  imageUrl: string | null
}

export interface StockRow {
  id: ShopifyId // of the variant
  stock: number
  stockAt: Instant
}

export interface ItemRow {
  inventoryItemId: ShopifyId
  cost: number | null
  tracked: boolean
  shippable: boolean
  itemAt: Instant
}

export interface CollectionRow extends Stamp {
  id: ShopifyId
  title: string
  handle: string
  automatic: boolean
}

export interface MembershipRow {
  collectionId: ShopifyId
  productId: ShopifyId
  readAt: Instant
}

export interface SellingPlanRow {
  id: ShopifyId
  policies: PlanPolicy[]
  gone: boolean
  readAt: Instant
}

export interface CustomerRow extends Stamp {
  id: ShopifyId
  tags: string[]
  orderCount: number
  spent: number
  locale: string | null
  consent: string | null
  smsConsent: string | null
  subscriber: string | null
}

export interface OrderRow extends Stamp {
  id: ShopifyId
  name: string
  customerId: ShopifyId | null
  checkoutToken: string | null
  sourceName: string | null
  currency: string
  presentmentCurrency: string
  total: number
  originalTotal: number
  originalAt: Instant
  financialStatus: string | null
  gateways: string[]
  presentmentTotal: number | null
  country: string | null
  region: string | null
  shippingMethod: string | null
  landingPage: string | null
  shippable: boolean
  taxesIncluded: boolean
  locale: string | null
  discountCodes: string[]
  /** Only webhooks tell what a link of ours noted on its cart, as the three after it. */
  offerRef: string | null
  /** Only webhooks tell whom the order belongs to. Null: there is none; left out, as in what is read from Shopify: as before. */
  email?: string | null | undefined
  phone?: string | null | undefined
  firstName?: string | null | undefined
  test: boolean
  processedAt: Instant
  cancelledAt: Instant | null
}

/** An order of nobody: what is left of one whose shopper asked to be forgotten. */
export const OF_NOBODY = {
  customerId: null,
  country: null,
  region: null,
  locale: null,
  landingPage: null,
  email: null,
  phone: null,
  firstName: null,
} satisfies Partial<OrderRow>

export interface LineRow {
  orderId: ShopifyId
  id: ShopifyId
  productId: ShopifyId | null
  variantId: ShopifyId | null
  title: string
  quantity: number
  currentQuantity: number
  unitPrice: number
  discount: number
  tax: number
  byPlan: boolean | null
}

/** Whether a line was sold by a selling plan. */
export type LinePlan = Pick<LineRow, 'orderId' | 'id' | 'byPlan'>

export interface TransactionRow {
  orderId: ShopifyId
  id: ShopifyId
  kind: string
  status: string
  gateway: string
  amount: number
  currency: string
  wallet: string | null
  method: string | null
  detailsRead: boolean
  processedAt: Instant
}

export interface RefundRow {
  orderId: ShopifyId
  id: ShopifyId
  createdAt: Instant
  linesRead: boolean
}

export interface RefundLineRow {
  orderId: ShopifyId
  refundId: ShopifyId
  lineId: ShopifyId
  quantity: number
  gross: number
  tax: number
}

export interface ReturnLineRow {
  orderId: ShopifyId
  returnId: ShopifyId
  lineId: ShopifyId
  status: string
  quantity: number
  settled: number
}

/** Everything that comes back of one order, as Shopify told it at one moment. */
export interface ReturnsRead {
  orderId: ShopifyId
  returnStatus: string
  lines: ReturnLineRow[]
}

export interface FulfillmentRow extends Stamp {
  orderId: ShopifyId
  id: ShopifyId
  status: string
  shipmentStatus: string | null
  /** Empty: not told, then it counts as the whole order. */
  lineIds: ShopifyId[]
  createdAt: Instant
  deliveredAt: Instant | null
}

export interface CheckoutRow extends Stamp {
  token: string
  customerId: ShopifyId | null
  discountCodes: string[]
  discountShare: number | null
  region: string | null
  shippingMethod: string | null
  landingPage: string | null
  sourceName: string | null
}

/** One order with everything that one record of it can tell. */
export interface OrderRecord {
  order: OrderRow
  lines: LineRow[]
  transactions: TransactionRow[]
  refunds: RefundRow[]
  refundLines: RefundLineRow[]
  fulfillments: FulfillmentRow[]
}

import type { SimAddress, SimMetafield } from './model.ts'

/** What a checkout holds and the order it becomes; the rest of the shop's records are in model.ts. */
export interface SimMoney {
  shop: string
  presentment: string
}

export interface SimDiscountAllocation {
  amount: SimMoney
  applicationIndex: number // into order.discountApplications; -1 for one made by an order edit
}

export interface SimLine {
  id: number
  productId: number | null
  variantId: number | null
  title: string
  variantTitle: string | null
  sku: string
  vendor: string
  quantity: number
  currentQuantity: number
  fulfillableQuantity: number
  unitPrice: SimMoney // before discounts
  discounts: SimDiscountAllocation[]
  tax: SimMoney // whole line
  requiresShipping: boolean
  addedByEdit: boolean
  sellingPlanId?: number
}

export interface SimShippingLine {
  id: number
  code: string
  title: string
  price: SimMoney
  discounted: SimMoney
  tax: SimMoney
  removed: boolean
}

export type PaymentMethod = 'card' | 'shop_pay' | 'paypal' | 'apple_pay' | 'google_pay' | 'klarna' | 'gift_card' | 'store_credit' | 'manual'

export interface SimTransaction {
  id: number
  kind: 'SALE' | 'AUTHORIZATION' | 'CAPTURE' | 'REFUND' | 'VOID'
  status: 'SUCCESS' | 'FAILURE' | 'PENDING'
  gateway: string // shopify_payments | paypal | klarna | manual | gift_card | shopify_store_credit
  amount: SimMoney
  paymentDetails:
    | { type: 'CardPaymentDetails'; company: string; number: string; wallet: string | null }
    | { type: 'ShopPayInstallmentsPaymentDetails' | 'LocalPaymentMethodsPaymentDetails' | 'PaypalWalletPaymentDetails'; name: string }
    | null
  parentId: number | null
  processedAt: string
}

export interface SimRefund {
  id: number
  note: string
  restock: boolean
  lines: { id: number; lineId: number; quantity: number; subtotal: SimMoney; tax: SimMoney }[]
  shipping: SimMoney
  transactionIds: number[]
  createdAt: string
}

/** What is to come back of an order, and how far that is. */
export interface SimReturn {
  id: number
  name: string // #1001-R1
  status: 'REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED' | 'CANCELED'
  lines: { id: number; lineId: number; quantity: number; refunded: number }[]
  createdAt: string
  approvedAt: string | null
  closedAt: string | null
}

/** A parcel: what left together. */
export interface SimFulfillment {
  id: number
  name: string // #1001.1
  status: 'success' | 'cancelled'
  shipmentStatus: 'in_transit' | 'delivered' | null
  trackingCompany: string
  trackingNumber: string
  lines: { lineId: number; quantity: number }[]
  createdAt: string
  deliveredAt: string | null
  updatedAt: string
}

/** What a cart was given beside its lines. */
export interface SimAttribute {
  key: string
  value: string
}

export interface SimOrder {
  id: number
  number: number // 1001
  name: string // #1001
  token: string
  checkoutToken: string | null
  cartToken: string | null
  customerId: number | null
  email: string | null
  phone: string | null
  currency: string
  presentmentCurrency: string
  rate: number // presentment units per one unit of the shop's currency
  locale: string
  sourceName: string // web
  landingSite: string | null
  referringSite: string | null
  lines: SimLine[]
  shippingLines: SimShippingLine[]
  shippingAddress: SimAddress | null
  billingAddress: SimAddress | null
  note?: string | null
  attributes?: SimAttribute[]
  discountCodes: { code: string; amount: string; type: 'percentage' | 'fixed_amount' | 'shipping' }[]
  discountApplications: {
    type: 'discount_code'
    code: string
    value: string
    valueType: 'percentage' | 'fixed_amount'
    allocationMethod: 'across' | 'each'
    targetSelection: 'all' | 'entitled'
    targetType: 'line_item' | 'shipping_line'
  }[]
  transactions: SimTransaction[]
  refunds: SimRefund[]
  edits: {
    id: number
    appId: number | null
    additions: { id: number; delta: number }[]
    removals: { id: number; delta: number }[]
    committedAt: string
    shippingRemovals?: number[]
  }[]
  metafields?: SimMetafield[]
  usedJtis: string[] // of applied changesets
  returns?: SimReturn[]
  holdUntil: string | null // fulfilment hold while the post-purchase page may be open
  fulfilledAt: string | null // when the last of it left
  fulfillments?: SimFulfillment[]
  cancelledAt: string | null
  cancelReason: string | null
  taxesIncluded: boolean
  tags: string[]
  test: boolean
  originalTotal: SimMoney
  createdAt: string
  processedAt: string
  updatedAt: string
}

/** A session of the Admin API in which changes of an order wait to be committed. */
export interface SimOrderEdit {
  id: number
  orderId: number
  lines: { lineId: number; quantity: number; restock: boolean }[] // the quantity that is left
  shippingLineIds: number[] // that go
  committedAt: string | null
  updatedAt: string
}

export interface SimCheckout {
  token: string
  cartToken: string
  customerId: number | null
  email: string | null
  acceptsMarketing?: boolean // she has ticked the box
  locale: string
  presentmentCurrency: string
  lines: { key: string; variantId: number; quantity: number; sellingPlanId?: number }[]
  address: SimAddress | null
  shippingMethod: string | null
  note?: string | null
  attributes?: SimAttribute[]
  discountCodes: string[]
  paymentMethod: PaymentMethod | null
  usesStoreCredit?: boolean // as far as it reaches; the method pays the rest
  landingSite: string | null
  referringSite: string | null
  sourceName: string
  orderId: number | null
  postPurchase: 'not-eligible' | 'asked' | 'open' | 'done' | null
  whyNotEligible: string | null
  storage: unknown // what ShouldRender handed to Render
  applications: number // changesets applied
  createdAt: string
  updatedAt: string
}

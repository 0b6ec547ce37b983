import { idOf } from '../../../values/ids.ts'
import type { ShopifyId } from '../../../values/ids.ts'
import { regionOf, sum } from '../payloads/payload.ts'
import type {
  FulfillmentRow,
  Instant,
  LinePlan,
  LineRow,
  OrderRow,
  RefundLineRow,
  RefundRow,
  ReturnLineRow,
  TransactionRow,
} from '../records.ts'
import { minorOf, shopMinor, utc } from './node.ts'
import type { Connection, MoneyNode, ShopMoney } from './node.ts'

export interface OrderNode {
  id: string
  name: string
  customer: { id: string } | null
  checkoutToken: string | null
  sourceName: string | null
  currencyCode: string
  presentmentCurrencyCode: string
  currentTotalPriceSet: ShopMoney
  originalTotalPriceSet: ShopMoney & { presentmentMoney: MoneyNode }
  displayFinancialStatus: string | null
  paymentGatewayNames: string[]
  shippingAddress: { countryCodeV2: string | null; provinceCode: string | null } | null
  shippingLine: { title: string } | null
  taxesIncluded: boolean
  customerLocale: string | null
  discountCodes: string[]
  returnStatus: string
  test: boolean
  processedAt: string
  cancelledAt: string | null
  updatedAt: string
  transactions: TransactionNode[]
  refunds: RefundNode[]
  fulfillments: FulfillmentNode[]
}
export type OrderWithLines = OrderNode & { lineItems: Connection<LineNode> }

export interface LineNode {
  id: string
  title: string
  quantity: number
  currentQuantity: number
  product: { id: string } | null
  variant: { id: string } | null
  originalUnitPriceSet: ShopMoney
  discountAllocations: { allocatedAmountSet: ShopMoney }[]
  taxLines: { priceSet: ShopMoney }[]
  sellingPlan: object | null
}
export type PlanNode = Pick<LineNode, 'id' | 'sellingPlan'>

export interface TransactionNode {
  id: string
  kind: string
  status: string
  gateway: string | null
  processedAt: string | null
  createdAt: string
  amountSet: ShopMoney
  paymentDetails: { __typename: string; wallet?: string | null } | null
}

export interface FulfillmentNode {
  id: string
  status: string
  displayStatus: string | null
  createdAt: string
  updatedAt: string
  deliveredAt: string | null
}

export interface ReturnNode {
  id: string
  status: string
}

/** What names no parcel's line was sold elsewhere. */
export interface ReturnLineNode {
  quantity: number
  refundedQuantity: number
  processedQuantity: number
  fulfillmentLineItem?: { lineItem: { id: string } }
}

export interface RefundNode {
  id: string
  createdAt: string | null
}

export interface RefundLineNode {
  quantity: number
  lineItem: { id: string }
  subtotalSet: ShopMoney
  totalTaxSet: ShopMoney
}

/** Older than every webhook: what the Admin API calls the original total is the truth. */
const TRUTH = '1970-01-01T00:00:00.000Z'

export const orderRow = (node: OrderNode, readAt: Instant): OrderRow => ({
  id: idOf(node.id),
  name: node.name,
  customerId: node.customer ? idOf(node.customer.id) : null,
  checkoutToken: node.checkoutToken,
  sourceName: node.sourceName,
  currency: node.currencyCode,
  presentmentCurrency: node.presentmentCurrencyCode,
  total: shopMinor(node.currentTotalPriceSet),
  originalTotal: shopMinor(node.originalTotalPriceSet),
  originalAt: TRUTH,
  financialStatus: node.displayFinancialStatus?.toLowerCase() ?? null,
  gateways: node.paymentGatewayNames,
  presentmentTotal: minorOf(node.originalTotalPriceSet.presentmentMoney),
  country: node.shippingAddress?.countryCodeV2 ?? null,
  region: regionOf({ country_code: node.shippingAddress?.countryCodeV2, province_code: node.shippingAddress?.provinceCode }),
  shippingMethod: node.shippingLine?.title ?? null,
  landingPage: null,
  shippable: node.shippingAddress !== null,
  taxesIncluded: node.taxesIncluded,
  locale: node.customerLocale,
  discountCodes: node.discountCodes,
  offerRef: null,
  test: node.test,
  processedAt: utc(node.processedAt),
  cancelledAt: node.cancelledAt === null ? null : utc(node.cancelledAt),
  updatedAt: utc(node.updatedAt),
  readAt,
})

export const linePlan = ({ id, sellingPlan }: PlanNode, orderId: ShopifyId): LinePlan => ({
  orderId,
  id: idOf(id),
  byPlan: sellingPlan !== null,
})

export const lineRow = (node: LineNode, orderId: ShopifyId): LineRow => ({
  ...linePlan(node, orderId),
  productId: node.product ? idOf(node.product.id) : null,
  variantId: node.variant ? idOf(node.variant.id) : null,
  title: node.title,
  quantity: node.quantity,
  currentQuantity: node.currentQuantity,
  unitPrice: shopMinor(node.originalUnitPriceSet),
  discount: sum(node.discountAllocations.map((allocation) => shopMinor(allocation.allocatedAmountSet))),
  tax: sum(node.taxLines.map((tax) => shopMinor(tax.priceSet))),
})

export const transactionRow = (node: TransactionNode, orderId: ShopifyId): TransactionRow => ({
  orderId,
  id: idOf(node.id),
  kind: node.kind.toLowerCase(),
  status: node.status.toLowerCase(),
  gateway: node.gateway ?? '',
  amount: minorOf(node.amountSet.shopMoney),
  currency: node.amountSet.shopMoney.currencyCode,
  wallet: node.paymentDetails?.wallet ?? null,
  method: node.paymentDetails?.__typename ?? null,
  detailsRead: true,
  processedAt: utc(node.processedAt ?? node.createdAt),
})

/** The lines of a refund are a list of their own, which neither a bulk query nor one affordable query can nest. */
export const refundRow = (node: RefundNode, orderId: ShopifyId, fallback: Instant): RefundRow => ({
  orderId,
  id: idOf(node.id),
  createdAt: node.createdAt === null ? fallback : utc(node.createdAt),
  linesRead: false,
})

export const refundLineRow = (node: RefundLineNode, orderId: ShopifyId, refundId: ShopifyId): RefundLineRow => ({
  orderId,
  refundId,
  lineId: idOf(node.lineItem.id),
  quantity: node.quantity,
  gross: shopMinor(node.subtotalSet),
  tax: shopMinor(node.totalTaxSet),
})

const STANDING = new Set(['REQUESTED', 'OPEN', 'CLOSED'])

/** What was declined or cancelled takes nothing from its order. */
export const isStanding = ({ status }: ReturnNode): boolean => STANDING.has(status)

/** What a return takes of each line of its order. */
export function returnLineRows({ id, status }: ReturnNode, lines: readonly ReturnLineNode[], orderId: ShopifyId): ReturnLineRow[] {
  const rows = new Map<ShopifyId, ReturnLineRow>()
  for (const { quantity, refundedQuantity, processedQuantity, fulfillmentLineItem } of lines) {
    if (!fulfillmentLineItem) continue
    const lineId = idOf(fulfillmentLineItem.lineItem.id)
    // A line that left in two parcels is two lines of a return.
    const known = rows.get(lineId) ?? { orderId, returnId: idOf(id), lineId, status: status.toLowerCase(), quantity: 0, settled: 0 }
    const settled = Math.max(refundedQuantity, processedQuantity)
    rows.set(lineId, { ...known, quantity: known.quantity + quantity, settled: known.settled + settled })
  }
  return [...rows.values()]
}

/** What webhooks call the shipment's status; the display status says it too, among other things. */
const SHIPMENT = new Set(
  'attempted_delivery confirmed delayed delivered failure in_transit label_printed label_purchased out_for_delivery picked_up ready_for_pickup'.split(
    ' ',
  ),
)

/** Which lines are in it, a bulk query cannot tell. */
export const fulfillmentRow = (node: FulfillmentNode, orderId: ShopifyId, readAt: Instant): FulfillmentRow => ({
  orderId,
  id: idOf(node.id),
  status: node.status.toLowerCase(),
  shipmentStatus: SHIPMENT.has(node.displayStatus?.toLowerCase() ?? '') ? (node.displayStatus?.toLowerCase() ?? null) : null,
  lineIds: [],
  createdAt: utc(node.createdAt),
  deliveredAt: node.deliveredAt === null ? null : utc(node.deliveredAt),
  updatedAt: utc(node.updatedAt),
  readAt,
})

import { z } from 'zod'
import { idOf } from '../../../values/ids.ts'
import { parseMoney } from '../../../values/money.ts'
import type { FulfillmentRow, Instant, LineRow, OrderRecord, OrderRow, RefundLineRow, TransactionRow } from '../records.ts'
import { Address, Decimal, Id, methodOf, Moment, MoneySet, minorOf, presentmentOf, regionOf, ShippingLines, sum } from './payload.ts'

const Line = z.object({
  id: Id,
  product_id: Id.nullish(),
  variant_id: Id.nullish(),
  title: z.string(),
  quantity: z.number().int(),
  current_quantity: z.number().int().nullish(),
  price_set: MoneySet,
  total_discount_set: MoneySet.nullish(),
  discount_allocations: z.array(z.object({ amount_set: MoneySet })).default([]),
  tax_lines: z.array(z.object({ price_set: MoneySet })).default([]),
})

export const Transaction = z.object({
  id: Id,
  order_id: Id,
  kind: z.string(),
  status: z.string(),
  gateway: z.string().nullish(),
  amount: Decimal,
  currency: z.string(),
  processed_at: Moment.nullish(),
  created_at: Moment,
})

export const Refund = z.object({
  id: Id,
  order_id: Id,
  created_at: Moment,
  refund_line_items: z
    .array(z.object({ line_item_id: Id, quantity: z.number().int(), subtotal_set: MoneySet, total_tax_set: MoneySet.nullish() }))
    .default([]),
  transactions: z.array(Transaction).default([]),
})
type Refund = z.infer<typeof Refund>

export const Fulfillment = z.object({
  id: Id,
  order_id: Id,
  status: z.string().nullish(),
  shipment_status: z.string().nullish(),
  created_at: Moment,
  updated_at: Moment,
  line_items: z.array(z.object({ id: Id })).default([]),
})

const Order = z.object({
  id: Id,
  name: z.string(),
  customer: z.object({ id: Id, first_name: z.string().nullish(), phone: z.string().nullish() }).nullish(),
  contact_email: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  checkout_token: z.string().nullish(),
  source_name: z.string().nullish(),
  currency: z.string(),
  presentment_currency: z.string().nullish(),
  current_total_price_set: MoneySet.nullish(),
  total_price_set: MoneySet,
  financial_status: z.string().nullish(),
  payment_gateway_names: z.array(z.string()).default([]),
  shipping_address: Address.nullish(),
  shipping_lines: ShippingLines,
  landing_site: z.string().nullish(),
  taxes_included: z.boolean().default(false),
  customer_locale: z.string().nullish(),
  discount_codes: z.array(z.object({ code: z.string() })).default([]),
  note_attributes: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
  test: z.boolean().default(false),
  processed_at: Moment.nullish(),
  created_at: Moment,
  cancelled_at: Moment.nullish(),
  updated_at: Moment,
  line_items: z.array(Line).default([]),
  refunds: z.array(z.unknown()).default([]),
  fulfillments: z.array(Fulfillment).default([]),
})
type Order = z.infer<typeof Order>

/** orders/create, updated, paid, cancelled: they share one shape. `readAt`: when Shopify sent it. */
export function parseOrder(body: unknown, readAt: Instant | null): OrderRecord {
  const order = Order.parse(body)
  const refunds = order.refunds.map(parseRefund)
  return {
    order: orderRow(order, readAt ?? order.updated_at),
    lines: order.line_items.map((line) => lineRow(order.id, line)),
    transactions: refunds.flatMap((refund) => refund.transactions),
    refunds: refunds.flatMap((refund) => refund.refunds),
    refundLines: refunds.flatMap((refund) => refund.refundLines),
    fulfillments: order.fulfillments.map((parcel) => fulfillmentRow(parcel, readAt)),
  }
}

/** The attribute that our links put on a cart (`app/surfaces/block/permalink.ts`). */
function refIn(attributes: Order['note_attributes']): string | null {
  const value = attributes.find(({ name }) => name === '_encore')?.value
  return typeof value === 'string' && value.length <= 60 ? value : null
}

/** Null: some of them were told, and none is there. */
function firstOf(...told: readonly (string | null | undefined)[]): string | null | undefined {
  return told.find(Boolean) ?? (told.some((one) => one !== undefined) ? null : undefined)
}

function orderRow(order: Order, readAt: Instant): OrderRow {
  return {
    id: order.id,
    name: order.name,
    customerId: order.customer?.id ?? null,
    checkoutToken: order.checkout_token ?? null,
    sourceName: order.source_name ?? null,
    currency: order.currency,
    presentmentCurrency: order.presentment_currency ?? order.currency,
    total: minorOf(order.current_total_price_set ?? order.total_price_set),
    originalTotal: minorOf(order.total_price_set),
    originalAt: order.updated_at,
    financialStatus: order.financial_status?.toLowerCase() ?? null,
    gateways: order.payment_gateway_names,
    presentmentTotal: presentmentOf(order.total_price_set),
    country: order.shipping_address?.country_code ?? null,
    region: regionOf(order.shipping_address),
    shippingMethod: methodOf(order.shipping_lines),
    landingPage: order.landing_site ?? null,
    shippable: order.shipping_address != null,
    taxesIncluded: order.taxes_included,
    locale: order.customer_locale ?? null,
    discountCodes: order.discount_codes.map((discount) => discount.code),
    offerRef: refIn(order.note_attributes),
    email: firstOf(order.contact_email, order.email),
    phone: firstOf(order.phone, order.customer?.phone),
    firstName: firstOf(order.customer === null ? null : order.customer?.first_name, order.shipping_address?.first_name),
    test: order.test,
    processedAt: order.processed_at ?? order.created_at,
    cancelledAt: order.cancelled_at ?? null,
    updatedAt: order.updated_at,
    readAt,
  }
}

function lineRow(orderId: string, line: z.infer<typeof Line>): LineRow {
  const allocated = sum(line.discount_allocations.map((allocation) => minorOf(allocation.amount_set)))
  return {
    orderId,
    id: line.id,
    productId: line.product_id ?? null,
    variantId: line.variant_id ?? null,
    title: line.title,
    quantity: line.quantity,
    currentQuantity: line.current_quantity ?? line.quantity,
    unitPrice: minorOf(line.price_set),
    // The allocations hold every discount, the total only the line's own.
    discount: Math.max(allocated, line.total_discount_set ? minorOf(line.total_discount_set) : 0),
    tax: sum(line.tax_lines.map((tax) => minorOf(tax.price_set))),
    byPlan: null,
  }
}

export const transactionRow = (transaction: z.infer<typeof Transaction>): TransactionRow => ({
  orderId: transaction.order_id,
  id: transaction.id,
  kind: transaction.kind.toLowerCase(),
  status: transaction.status.toLowerCase(),
  gateway: transaction.gateway ?? '',
  amount: parseMoney(transaction.amount, transaction.currency),
  currency: transaction.currency,
  wallet: null,
  method: null,
  detailsRead: false,
  processedAt: transaction.processed_at ?? transaction.created_at,
})

/** refunds/create, and each refund inside an order. */
export function parseRefund(body: unknown): Pick<OrderRecord, 'refunds' | 'refundLines' | 'transactions'> {
  const refund: Refund = Refund.parse(body)
  return {
    refunds: [{ orderId: refund.order_id, id: refund.id, createdAt: refund.created_at, linesRead: true }],
    refundLines: mergeLines(
      refund.refund_line_items.map((line) => ({
        orderId: refund.order_id,
        refundId: refund.id,
        lineId: line.line_item_id,
        quantity: line.quantity,
        gross: minorOf(line.subtotal_set),
        tax: line.total_tax_set ? minorOf(line.total_tax_set) : 0,
      })),
    ),
    transactions: refund.transactions.map(transactionRow),
  }
}

/** One refund may name a line twice, once restocked and once not. */
export function mergeLines(lines: readonly RefundLineRow[]): RefundLineRow[] {
  const merged = new Map<string, RefundLineRow>()
  for (const line of lines) {
    const known = merged.get(line.lineId)
    if (!known) merged.set(line.lineId, line)
    else
      merged.set(line.lineId, {
        ...known,
        quantity: known.quantity + line.quantity,
        gross: known.gross + line.gross,
        tax: known.tax + line.tax,
      })
  }
  return [...merged.values()]
}

/** returns/*: some name their order in one way, some in another, and returns/update only the return. */
export const Return = z
  .object({ admin_graphql_api_id: z.string(), order: z.object({ id: Id }).nullish(), order_id: Id.nullish() })
  .transform((told) => ({ returnId: idOf(told.admin_graphql_api_id), orderId: told.order?.id ?? told.order_id ?? null }))

export const OrderEdited = z.object({ order_edit: z.object({ order_id: Id }) })

/** fulfillments/create and update, and each parcel inside an order. That it was delivered is told, but no time of it. */
export const fulfillmentRow = (parcel: z.infer<typeof Fulfillment>, readAt: Instant | null): FulfillmentRow => ({
  orderId: parcel.order_id,
  id: parcel.id,
  status: parcel.status?.toLowerCase() ?? 'pending',
  shipmentStatus: parcel.shipment_status?.toLowerCase() ?? null,
  lineIds: parcel.line_items.map(({ id }) => id),
  createdAt: parcel.created_at,
  deliveredAt: parcel.shipment_status?.toLowerCase() === 'delivered' ? parcel.updated_at : null,
  updatedAt: parcel.updated_at,
  readAt: readAt ?? parcel.updated_at,
})

import type { SimMoney, SimOrder } from '../../model.ts'
import { financialStatus, type OrderTotals, paymentsOf, totalsOf } from '../../shop/orders-totals.ts'
import { returnStatusOf } from '../../shop/returns.ts'
import { type Fields, gid, moneyBag, plain, whenThere } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { NotModelled } from '../refusals.ts'
import { asAddress, asCustomer } from './customers.ts'
import { asApplication } from './order-discounts.ts'
import { asParcel } from './fulfillments.ts'
import { oneMetafield } from './metafields.ts'
import { asLine, asShippingLine, asTax } from './order-lines.ts'
import { asRefund, asTransaction } from './order-payments.ts'
import { asReturn } from './returns.ts'

export interface OrderSource {
  __typename: 'Order'
  order: SimOrder
}

export const asOrder = (order: SimOrder): OrderSource => ({ __typename: 'Order', order })

/** Before refunds and removals; what edits have added is in it. */
function soldTotals(order: SimOrder): OrderTotals {
  return totalsOf({ ...order, lines: order.lines.map((line) => ({ ...line, addedByEdit: false })) }, 'placed')
}

const current =
  (pick: (totals: OrderTotals) => SimMoney) =>
  ({ order }: OrderSource) =>
    moneyBag(pick(totalsOf(order, 'current')), order)
const sold =
  (pick: (totals: OrderTotals) => SimMoney) =>
  ({ order }: OrderSource) =>
    moneyBag(pick(soldTotals(order)), order)
const zeroOf = (order: SimOrder): SimMoney => totalsOf({ ...order, lines: [], shippingLines: [] }, 'placed').total

const money: Fields<OrderSource> = {
  originalTotalPriceSet: ({ order }) => moneyBag(order.originalTotal, order),
  totalPriceSet: sold((totals) => totals.total),
  subtotalPriceSet: sold((totals) => totals.subtotal),
  totalDiscountsSet: sold((totals) => totals.discounts),
  totalTaxSet: sold((totals) => totals.tax),
  totalShippingPriceSet: sold((totals) => totals.shipping),
  currentTotalPriceSet: current((totals) => totals.total),
  currentSubtotalPriceSet: current((totals) => totals.subtotal),
  currentTotalDiscountsSet: current((totals) => totals.discounts),
  currentTotalTaxSet: current((totals) => totals.tax),
  currentShippingPriceSet: current((totals) => totals.shipping),
  totalOutstandingSet: ({ order }) => moneyBag(paymentsOf(order).outstanding, order),
  totalReceivedSet: ({ order }) => moneyBag(paymentsOf(order).received, order),
  totalRefundedSet: ({ order }) => moneyBag(paymentsOf(order).refunded, order),
  totalTipReceivedSet: ({ order }) => moneyBag(zeroOf(order), order),
  taxLines: ({ order }) => asTax(soldTotals(order).tax, order),
  currentTaxLines: ({ order }) => asTax(totalsOf(order, 'current').tax, order),
}

const state: Fields<OrderSource> = {
  displayFinancialStatus: ({ order }) => financialStatus(order),
  displayFulfillmentStatus: ({ order }) =>
    order.fulfilledAt ? 'FULFILLED' : order.fulfillments?.length ? 'PARTIALLY_FULFILLED' : order.holdUntil ? 'ON_HOLD' : 'UNFULFILLED',
  returnStatus: ({ order }, _, { simulator }) => returnStatusOf(order, simulator.settings.returnStatusPrecedence),
  fullyPaid: ({ order }) => financialStatus(order) === 'PAID',
  unpaid: ({ order }) => financialStatus(order) === 'PENDING',
  edited: ({ order }) => order.edits.length > 0,
  confirmed: () => true,
  closed: () => false,
  closedAt: () => null,
  cancelledAt: ({ order }) => order.cancelledAt,
  cancelReason: ({ order }) => order.cancelReason?.toUpperCase() ?? null,
  test: ({ order }) => order.test,
  taxesIncluded: ({ order }) => order.taxesIncluded,
  requiresShipping: ({ order }) => order.lines.some((line) => line.requiresShipping),
}

const origin: Fields<OrderSource> = {
  id: ({ order }) => gid('Order', order.id),
  legacyResourceId: ({ order }) => String(order.id),
  name: ({ order }) => order.name,
  number: ({ order }) => order.number,
  confirmationNumber: ({ order }) => order.token.slice(0, 9).toUpperCase(),
  checkoutToken: ({ order }) => order.checkoutToken,
  cartToken: ({ order }) => order.cartToken,
  sourceName: ({ order }) => order.sourceName,
  currencyCode: ({ order }) => order.currency,
  presentmentCurrencyCode: ({ order }) => order.presentmentCurrency,
  customerLocale: ({ order }) => order.locale,
  email: ({ order }) => order.email,
  phone: ({ order }) => order.phone,
  note: ({ order }) => order.note ?? null,
  customAttributes: ({ order }) => order.attributes ?? [],
  metafield: ({ order }, { namespace, key }, caller) => oneMetafield(order.metafields ?? [], namespace, key, caller),
  tags: ({ order }) => order.tags,
  createdAt: ({ order }) => order.createdAt,
  processedAt: ({ order }) => order.processedAt,
  updatedAt: ({ order }) => order.updatedAt,
  statusPageUrl: ({ order }, _, { shop }) =>
    `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 8)}`,
  paymentGatewayNames: ({ order }) => [...new Set(order.transactions.map((transaction) => transaction.gateway))],
  discountCodes: ({ order }) => order.discountCodes.map(({ code }) => code),
  discountCode: ({ order }) => order.discountCodes[0]?.code ?? null,
}

const parts: Fields<OrderSource> = {
  customer: ({ order }, _, { customer }) => (order.customerId === null ? null : whenThere(customer(order.customerId), asCustomer)),
  shippingAddress: ({ order }) => asAddress(order.shippingAddress, order.id),
  billingAddress: ({ order }) => asAddress(order.billingAddress, order.id),
  displayAddress: ({ order }) => asAddress(order.shippingAddress ?? order.billingAddress, order.id),
  lineItems: ({ order }) =>
    new ArrayListing(
      order.lines.map((line) => asLine(order, line)),
      ({ line }) => line.id,
    ),
  shippingLine: ({ order }) => order.shippingLines[0] && asShippingLine(order, order.shippingLines[0]),
  shippingLines: ({ order }, { includeRemovals }) =>
    new ArrayListing(
      order.shippingLines.filter(({ removed }) => includeRemovals || !removed).map((line) => asShippingLine(order, line)),
      ({ line }) => line.id,
    ),
  transactions: ({ order }, { first }) =>
    order.transactions.slice(0, first ?? undefined).map((transaction) => asTransaction(order, transaction)),
  fulfillments: ({ order }, { first }) => (order.fulfillments ?? []).slice(0, first ?? undefined).map((parcel) => asParcel(order, parcel)),
  returns: ({ order }, { query }) => {
    if (query) throw new NotModelled('The simulator does not search an order’s returns')
    return new ArrayListing(
      (order.returns ?? []).map((one) => asReturn(order, one)),
      ({ one }) => one.id,
    )
  },
  transactionsCount: ({ order }) => ({ count: order.transactions.length, precision: 'EXACT' }),
  refunds: ({ order }, { first }) => order.refunds.slice(0, first ?? undefined).map((refund) => asRefund(order, refund)),
  discountApplications: ({ order }) =>
    new ArrayListing(
      order.discountApplications.map((_, index) => asApplication(order, index)),
      ({ index }) => index,
    ),
}

export const ORDER_TYPES: Record<string, Fields<never>> = {
  Order: { ...origin, ...state, ...money, ...parts } as Fields<never>,
  MoneyBag: plain<ReturnType<typeof moneyBag>>('shopMoney', 'presentmentMoney'),
  MoneyV2: plain<{ amount: string; currencyCode: string }>('amount', 'currencyCode'),
  Attribute: plain<{ key: string; value: string }>('key', 'value'),
}

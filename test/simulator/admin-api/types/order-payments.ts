import type { SimOrder, SimRefund, SimTransaction } from '../../model.ts'
import { type Fields, gid, moneyBag } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { sumOf } from '../../webhooks/payloads/money.ts'
import { asLine } from './order-lines.ts'
import { asOrder } from './orders.ts'

export interface TransactionSource {
  __typename: 'OrderTransaction'
  order: SimOrder
  transaction: SimTransaction
}
export interface RefundSource {
  __typename: 'Refund'
  order: SimOrder
  refund: SimRefund
}
interface RefundLineSource extends Omit<RefundSource, '__typename'> {
  line: SimRefund['lines'][number]
}
type Details = NonNullable<SimTransaction['paymentDetails']>
type Card = Extract<Details, { type: 'CardPaymentDetails' }>

export const asTransaction = (order: SimOrder, transaction: SimTransaction): TransactionSource => ({
  __typename: 'OrderTransaction',
  order,
  transaction,
})
export const asRefund = (order: SimOrder, refund: SimRefund): RefundSource => ({ __typename: 'Refund', order, refund })

const OrderTransaction: Fields<TransactionSource> = {
  id: ({ transaction }) => gid('OrderTransaction', transaction.id),
  kind: ({ transaction }) => transaction.kind,
  status: ({ transaction }) => transaction.status,
  gateway: ({ transaction }) => transaction.gateway,
  formattedGateway: ({ transaction }) => transaction.gateway.replaceAll('_', ' '),
  manualPaymentGateway: ({ transaction }) => transaction.gateway === 'manual',
  amountSet: ({ order, transaction }) => moneyBag(transaction.amount, order),
  errorCode: () => null,
  test: ({ order }) => order.test,
  createdAt: ({ transaction }) => transaction.processedAt,
  processedAt: ({ transaction }) => transaction.processedAt,
  order: ({ order }) => asOrder(order),
  parentTransaction: ({ order, transaction }) => {
    const parent = order.transactions.find(({ id }) => id === transaction.parentId)
    return parent ? asTransaction(order, parent) : null
  },
  paymentDetails: ({ transaction }) =>
    transaction.paymentDetails && { __typename: transaction.paymentDetails.type, ...transaction.paymentDetails },
}

const CardPaymentDetails: Fields<Card> = {
  company: ({ company }) => company,
  number: ({ number }) => number,
  wallet: ({ wallet }) => wallet,
  paymentMethodName: () => 'card',
  bin: () => null,
}

const named: Fields<{ name: string }> = { paymentMethodName: ({ name }) => name }

const Refund: Fields<RefundSource> = {
  id: ({ refund }) => gid('Refund', refund.id),
  legacyResourceId: ({ refund }) => String(refund.id),
  note: ({ refund }) => refund.note || null,
  createdAt: ({ refund }) => refund.createdAt,
  processedAt: ({ refund }) => refund.createdAt,
  updatedAt: ({ refund }) => refund.createdAt,
  order: ({ order }) => asOrder(order),
  refundLineItems: ({ order, refund }) =>
    new ArrayListing(
      refund.lines.map((line) => ({ order, refund, line })),
      ({ line }) => line.id,
    ),
  transactions: ({ order, refund }) =>
    new ArrayListing(
      order.transactions.filter(({ id }) => refund.transactionIds.includes(id)).map((transaction) => asTransaction(order, transaction)),
      ({ transaction }) => transaction.id,
    ),
  totalRefundedSet: ({ order, refund }) =>
    moneyBag(
      sumOf(
        order.transactions.filter(({ id }) => refund.transactionIds.includes(id)).map(({ amount }) => amount),
        order,
      ),
      order,
    ),
}

const RefundLineItem: Fields<RefundLineSource> = {
  id: ({ line }) => gid('RefundLineItem', line.id),
  quantity: ({ line }) => line.quantity,
  restocked: ({ refund }) => refund.restock,
  restockType: ({ refund }) => (refund.restock ? 'RETURN' : 'NO_RESTOCK'),
  subtotalSet: ({ order, line }) => moneyBag(line.subtotal, order),
  totalTaxSet: ({ order, line }) => moneyBag(line.tax, order),
  lineItem: ({ order, line }) => {
    const sold = order.lines.find(({ id }) => id === line.lineId)
    if (!sold) throw new Error(`Refund line ${line.id} names a line that order ${order.name} does not have`)
    return asLine(order, sold)
  },
}

export const ORDER_PAYMENT_TYPES: Record<string, Fields<never>> = {
  OrderTransaction,
  CardPaymentDetails,
  ShopPayInstallmentsPaymentDetails: named,
  LocalPaymentMethodsPaymentDetails: named,
  PaypalWalletPaymentDetails: named,
  Refund,
  RefundLineItem,
}

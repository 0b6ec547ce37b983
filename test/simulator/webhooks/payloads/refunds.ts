import type { SimOrder, SimRefund, SimTransaction } from '../../model.ts'
import { linePayload, taxLines } from './order-lines.ts'
import { moneySet } from './money.ts'

/** refunds/create, and each entry of an order's `refunds`. */
export function refundPayload(order: SimOrder, refund: SimRefund): object {
  return {
    id: refund.id,
    admin_graphql_api_id: `gid://shopify/Refund/${refund.id}`,
    order_id: order.id,
    created_at: refund.createdAt,
    processed_at: refund.createdAt,
    note: refund.note || null,
    user_id: null,
    restock: refund.restock,
    duties: [],
    total_duties_set: null,
    return: null,
    additional_fees: [],
    order_adjustments: Number(refund.shipping.shop) === 0 ? [] : [shippingRefund(order, refund)],
    transactions: order.transactions
      .filter((transaction) => refund.transactionIds.includes(transaction.id))
      .map((transaction) => transactionPayload(order, transaction)),
    refund_line_items: refund.lines.map((line) => refundLine(order, refund, line)),
    refund_shipping_lines: [],
  }
}

function refundLine(order: SimOrder, refund: SimRefund, line: SimRefund['lines'][number]): object {
  const sold = order.lines.find((candidate) => candidate.id === line.lineId)
  return {
    id: line.id,
    line_item_id: line.lineId,
    line_item: sold && { ...linePayload(order, sold), tax_lines: taxLines(order, sold.tax) },
    location_id: null,
    quantity: line.quantity,
    restock_type: refund.restock ? 'return' : 'no_restock',
    subtotal: Number(line.subtotal.shop),
    subtotal_set: moneySet(line.subtotal, order),
    total_tax: Number(line.tax.shop),
    total_tax_set: moneySet(line.tax, order),
  }
}

function shippingRefund(order: SimOrder, refund: SimRefund): object {
  const negative = { shop: `-${refund.shipping.shop}`, presentment: `-${refund.shipping.presentment}` }
  return {
    id: refund.id + 1,
    order_id: order.id,
    refund_id: refund.id,
    kind: 'shipping_refund',
    reason: 'Shipping refund',
    amount: negative.shop,
    amount_set: moneySet(negative, order),
    tax_amount: '0.00',
  }
}

/**
 * order_transactions/create. Shopify sends no payment details here beyond the card's brand: which wallet paid is only in
 * the Admin API.
 */
export function transactionPayload(order: SimOrder, transaction: SimTransaction): object {
  const card = transaction.paymentDetails?.type === 'CardPaymentDetails' ? transaction.paymentDetails : null
  return {
    id: transaction.id,
    admin_graphql_api_id: `gid://shopify/OrderTransaction/${transaction.id}`,
    order_id: order.id,
    kind: transaction.kind.toLowerCase(),
    gateway: transaction.gateway,
    status: transaction.status.toLowerCase(),
    message: null,
    created_at: transaction.processedAt,
    processed_at: transaction.processedAt,
    test: order.test,
    authorization: null,
    location_id: null,
    user_id: null,
    parent_id: transaction.parentId,
    device_id: null,
    error_code: null,
    source_name: order.sourceName,
    amount: transaction.amount.shop,
    currency: order.currency,
    payment_id: `${order.name}.1`,
    total_unsettled_set: moneySet({ shop: '0.0', presentment: '0.0' }, order),
    manual_payment_gateway: transaction.gateway === 'manual',
    amount_rounding: null,
    receipt: {},
    ...(card && {
      payment_details: {
        credit_card_bin: null,
        avs_result_code: null,
        cvv_result_code: null,
        credit_card_number: card.number,
        credit_card_company: card.company,
      },
    }),
  }
}

/** orders/edited, which shares nothing with the other order topics. */
export function orderEditedPayload(order: SimOrder, edit: SimOrder['edits'][number]): object {
  return {
    order_edit: {
      id: edit.id,
      app_id: edit.appId,
      created_at: edit.committedAt,
      committed_at: edit.committedAt,
      notify_customer: false,
      order_id: order.id,
      staff_note: '',
      user_id: null,
      line_items: { additions: edit.additions, removals: edit.removals },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: (edit.shippingRemovals ?? []).map((id) => ({ id })) },
    },
  }
}

import type { SimCustomer, SimMoney, SimOrder, SimShop } from '../../model.ts'
import { financialStatus, paymentsOf, totalsOf } from '../../shop/orders-totals.ts'
import { fulfillmentPayload } from './fulfillments.ts'
import { moneySet, nothing, sumOf } from './money.ts'
import { linePayload, shippingLinePayload } from './order-lines.ts'
import { addressPayload, customerOfOrder } from './people.ts'
import { refundPayload } from './refunds.ts'

/** orders/create, paid, updated, cancelled and fulfilled: every key that Shopify prints for 2026-07. */
export function orderPayload(shop: SimShop, order: SimOrder, customer: SimCustomer | null): object {
  return {
    id: order.id,
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    ...originOf(order, customer),
    ...stateOf(order),
    ...amountsOf(order),
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 8)}`,
    billing_address: order.billingAddress && addressPayload(order.billingAddress),
    customer: customer && customerOfOrder(customer, shop),
    discount_applications: order.discountApplications.map((application) => ({
      target_type: application.targetType,
      type: application.type,
      value: application.value,
      value_type: application.valueType,
      allocation_method: application.allocationMethod,
      target_selection: application.targetSelection,
      code: application.code,
    })),
    discount_codes: order.discountCodes,
    fulfillments: (order.fulfillments ?? []).map((parcel) => fulfillmentPayload(order, parcel)),
    line_items: order.lines.map((line) => linePayload(order, line)),
    payment_terms: null,
    refunds: order.refunds.map((refund) => refundPayload(order, refund)),
    shipping_address: order.shippingAddress && addressPayload(order.shippingAddress),
    shipping_lines: order.shippingLines.map((line) => shippingLinePayload(order, line)),
    returns: [],
    line_item_groups: [],
  }
}

function originOf(order: SimOrder, customer: SimCustomer | null): object {
  return {
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: customer?.acceptsMarketing ?? false,
    cart_token: order.cartToken,
    checkout_token: order.checkoutToken,
    client_details: null,
    confirmation_number: order.token.slice(0, 9).toUpperCase(),
    contact_email: order.email,
    created_at: order.createdAt,
    currency: order.currency,
    customer_locale: order.locale,
    device_id: null,
    duties_included: false,
    email: order.email,
    estimated_taxes: false,
    landing_site: order.landingSite,
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: 'MTU0ODM4MDAwOQ',
    merchant_of_record_app_id: null,
    name: order.name,
    note: order.note ?? null,
    note_attributes: (order.attributes ?? []).map(({ key, value }) => ({ name: key, value })),
    number: order.number - 1000,
    order_number: order.number,
    payment_gateway_names: [...new Set(order.transactions.map((transaction) => transaction.gateway))],
    phone: order.phone,
    po_number: null,
    presentment_currency: order.presentmentCurrency,
    processed_at: order.processedAt,
    reference: null,
    referring_site: order.referringSite,
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    tags: order.tags.join(', '),
    tax_exempt: false,
    taxes_included: order.taxesIncluded,
    test: order.test,
    token: order.token,
    updated_at: order.updatedAt,
    user_id: null,
  }
}

function stateOf(order: SimOrder): object {
  return {
    cancel_reason: order.cancelReason,
    cancelled_at: order.cancelledAt,
    closed_at: null,
    confirmed: true,
    financial_status: financialStatus(order).toLowerCase(),
    fulfillment_status: order.fulfilledAt ? 'fulfilled' : order.fulfillments?.length ? 'partial' : null,
  }
}

function amountsOf(order: SimOrder): object {
  const zero = nothing(order)
  const current = totalsOf(order, 'current')
  // Unlike current_*, these keep what was refunded; what an edit has added is in both.
  const placed = totalsOf({ ...order, lines: order.lines.map((line) => ({ ...line, addedByEdit: false })) }, 'placed')
  const pair = (key: string, money: SimMoney) => ({ [key]: money.shop, [`${key}_set`]: moneySet(money, order) })
  return {
    current_shipping_price_set: moneySet(current.shipping, order),
    ...pair('current_subtotal_price', current.subtotal),
    current_total_additional_fees_set: null,
    ...pair('current_total_discounts', current.discounts),
    current_total_duties_set: null,
    ...pair('current_total_price', current.total),
    ...pair('current_total_tax', current.tax),
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    ...pair('subtotal_price', placed.subtotal),
    tax_lines: taxLines(order, placed.tax),
    total_cash_rounding_payment_adjustment_set: moneySet(zero, order),
    total_cash_rounding_refund_adjustment_set: moneySet(zero, order),
    ...pair('total_discounts', placed.discounts),
    ...pair('total_line_items_price', placed.lineItems),
    total_outstanding: paymentsOf(order).outstanding.shop,
    ...pair('total_price', placed.total),
    total_shipping_price_set: moneySet(
      sumOf(
        order.shippingLines.map((line) => line.price),
        order,
      ),
      order,
    ),
    ...pair('total_tax', placed.tax),
    total_tip_received: zero.shop,
    total_weight: 0,
  }
}

function taxLines(order: SimOrder, tax: SimMoney): object[] {
  if (Number(tax.shop) === 0) return []
  return [{ title: 'Tax', price: tax.shop, price_set: moneySet(tax, order), rate: null, channel_liable: false }]
}

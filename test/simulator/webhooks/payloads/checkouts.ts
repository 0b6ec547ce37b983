import type { Quote, QuotedLine } from '../../checkout/quote.ts'
import { discountCodeOf } from '../../discounts/apply.ts'
import type { Records, SimCustomer, SimShop } from '../../model.ts'
import { toDecimal } from '../../money.ts'
import { addressPayload, customerOfOrder } from './people.ts'

type Checkout = Records['checkout']

/** checkouts/create and checkouts/update. What an order does not say later: landing page, shipping method, code, source. */
export function checkoutPayload(shop: SimShop, checkout: Checkout, quote: Quote, customer: SimCustomer | null): object {
  const amount = (units: number) => toDecimal(units, shop.currency)
  return {
    id: checkout.id,
    token: checkout.token,
    cart_token: checkout.cartToken,
    email: checkout.email,
    gateway: null,
    buyer_accepts_marketing: customer?.acceptsMarketing ?? false,
    buyer_accepts_sms_marketing: false,
    sms_marketing_phone: null,
    created_at: checkout.createdAt,
    updated_at: checkout.updatedAt,
    landing_site: checkout.landingSite,
    note: checkout.note ?? null,
    note_attributes: (checkout.attributes ?? []).map(({ key, value }) => ({ name: key, value })),
    referring_site: checkout.referringSite,
    shipping_lines: quote.shipping ? [shippingOf(quote.shipping, amount)] : [],
    shipping_address: checkout.address && addressPayload(checkout.address),
    billing_address: checkout.address && addressPayload(checkout.address),
    taxes_included: shop.taxesIncluded,
    total_weight: quote.lines.reduce((grams, line) => grams + line.variant.weightGrams * line.quantity, 0),
    currency: shop.currency,
    presentment_currency: checkout.presentmentCurrency,
    completed_at: checkout.orderId === null ? null : checkout.updatedAt,
    closed_at: null,
    customer_locale: checkout.locale,
    line_items: quote.lines.map((line) => lineOf(line, amount)),
    name: `#${checkout.id}`,
    source: null,
    source_name: checkout.sourceName,
    source_identifier: null,
    source_url: null,
    device_id: null,
    user_id: null,
    location_id: null,
    phone: checkout.address?.phone ?? null,
    abandoned_checkout_url: `https://${shop.domain}/${shop.id}/checkouts/ac/${checkout.token}/recover?key=${checkout.token.slice(0, 8)}`,
    discount_codes: quote.applied.map((applied) => discountCodeOf(applied, shop.currency)),
    tax_lines: [],
    subtotal_price: amount(quote.subtotal),
    total_discounts: amount(quote.discount),
    total_duties: null,
    total_line_items_price: amount(quote.subtotal + quote.discount),
    total_price: amount(quote.total),
    total_tax: amount(quote.tax),
    customer: customer && customerOfOrder(customer, shop),
    reservation_token: null,
  }
}

function shippingOf({ method, price }: NonNullable<Quote['shipping']>, amount: (units: number) => string): object {
  return {
    id: method.code,
    code: method.code,
    title: method.title,
    price: amount(price),
    source: 'shopify',
    phone: null,
    carrier_identifier: null,
    requested_fulfillment_service_id: null,
    delivery_category: null,
    tax_lines: [],
  }
}

function lineOf(line: QuotedLine, amount: (units: number) => string): object {
  return {
    key: line.key,
    product_id: line.product.id,
    variant_id: line.variant.id,
    quantity: line.quantity,
    title: line.product.title,
    variant_title: line.variant.title,
    presentment_title: line.product.title,
    presentment_variant_title: line.variant.title,
    sku: line.variant.sku,
    vendor: line.product.vendor,
    price: amount(line.unitPrice),
    line_price: amount(line.unitPrice * line.quantity),
    compare_at_price: line.variant.compareAtPrice,
    grams: line.variant.weightGrams,
    gift_card: false,
    requires_shipping: line.variant.requiresShipping,
    taxable: line.variant.taxable,
    fulfillment_service: 'manual',
    applied_discounts: [],
    discount_allocations: line.discounts.map((discount) => ({
      amount: amount(discount.amount),
      discount_application_index: discount.index,
    })),
    properties: [],
    tax_lines: [],
    user_id: null,
    destination_location_id: null,
    origin_location_id: null,
    rank: null,
  }
}

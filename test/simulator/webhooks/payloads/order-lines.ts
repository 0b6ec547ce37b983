import type { SimDiscountAllocation, SimLine, SimMoney, SimOrder, SimShippingLine } from '../../model.ts'
import { moneySet, sumOf } from './money.ts'

export function linePayload(order: SimOrder, line: SimLine): object {
  const discount = sumOf(
    line.discounts.map((allocation) => allocation.amount),
    order,
  )
  return {
    id: line.id,
    admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    fulfillable_quantity: line.fulfillableQuantity,
    fulfillment_service: 'manual',
    fulfillment_status: order.fulfilledAt ? 'fulfilled' : null,
    gift_card: false,
    grams: 0,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    price: line.unitPrice.shop,
    price_set: moneySet(line.unitPrice, order),
    product_exists: line.productId !== null,
    product_id: line.productId,
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sales_line_item_group_id: null,
    sku: line.sku || null,
    taxable: Number(line.tax.shop) !== 0,
    title: line.title,
    // Order-level codes show in discount_allocations only; total_discount is for discounts set on the line itself.
    total_discount: sumOf([], order).shop,
    total_discount_set: moneySet(sumOf([], order), order),
    variant_id: line.variantId,
    variant_inventory_management: line.variantId === null ? null : 'shopify',
    variant_title: line.variantTitle,
    vendor: line.vendor || null,
    tax_lines: taxLines(order, line.tax),
    duties: [],
    discount_allocations: Number(discount.shop) === 0 ? [] : line.discounts.map((allocation) => allocationPayload(order, allocation)),
  }
}

function allocationPayload(order: SimOrder, { amount, applicationIndex }: SimDiscountAllocation): object {
  return { amount: amount.shop, amount_set: moneySet(amount, order), discount_application_index: applicationIndex }
}

export function shippingLinePayload(order: SimOrder, line: SimShippingLine): object {
  return {
    id: line.id,
    carrier_identifier: null,
    code: line.code,
    current_discounted_price_set: moneySet(line.removed ? sumOf([], order) : line.discounted, order),
    discounted_price: line.discounted.shop,
    discounted_price_set: moneySet(line.discounted, order),
    is_removed: line.removed,
    phone: null,
    price: line.price.shop,
    price_set: moneySet(line.price, order),
    requested_fulfillment_service_id: null,
    source: 'shopify',
    title: line.title,
    tax_lines: taxLines(order, line.tax),
    discount_allocations: [],
  }
}

export function taxLines(order: SimOrder, tax: SimMoney): object[] {
  if (Number(tax.shop) === 0) return []
  return [{ channel_liable: false, price: tax.shop, price_set: moneySet(tax, order), rate: null, title: 'Tax' }]
}

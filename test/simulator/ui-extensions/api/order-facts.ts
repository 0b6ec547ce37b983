import { redactedFields } from './privacy.ts'
import type { Privacy } from './privacy.ts'
import type { SimAddress, SimCustomer, SimOrder, SimProduct, SimShop } from '../../model.ts'
import { paymentsNames } from './payments.ts'
import { currenciesOf, totalsOf } from '../../shop/orders-totals.ts'
import { minor, decimal } from '../../checkout/money.ts'

export interface OrderFacts {
  shop: SimShop
  order: SimOrder
  products: readonly SimProduct[]
  customer: SimCustomer | null // who is logged in
  origin: string // of the shop, as the browser reaches it
  privacy: Privacy
  which: 'placed' | 'current' // without or with what was added after it was paid
}

type Signals = Record<string, unknown>

/** Members that the thank-you page and the order-status page share, as far as the simulator knows them. */
export function orderSignals(facts: OrderFacts): { signals: Signals; absent: string[] } {
  const { order, privacy, which } = facts
  const totals = totalsOf(order, which)
  const money = moneyOf(order)
  return {
    signals: {
      lines: order.lines
        .filter((line) => line.currentQuantity > 0 && (which === 'current' || !line.addedByEdit))
        .map((line) => cartLine(facts, line)),
      'cost.subtotalAmount': money(totals.subtotal),
      'cost.totalShippingAmount': order.shippingLines.length > 0 ? money(totals.shipping) : undefined,
      'cost.totalTaxAmount': money(totals.tax),
      'cost.totalAmount': money(totals.total),
      discountCodes: order.discountCodes.map(({ code }) => ({ code })),
      attributes: (order.attributes ?? []).map(({ key, value }) => ({ key, value })),
      note: order.note ?? undefined,
      checkoutToken: order.checkoutToken ?? undefined,
      selectedPaymentOptions: paymentsNames(order),
      appliedGiftCards: [],
      ...(privacy.level1 ? buyer(facts) : {}),
    },
    absent: privacy.level1 ? [] : ['buyerIdentity', 'shippingAddress', 'billingAddress'],
  }
}

function buyer({ order, customer, privacy }: OrderFacts): Signals {
  const may = redactedFields(privacy)
  return {
    'buyerIdentity.customer': customer ? customerShown(customer, privacy) : undefined,
    'buyerIdentity.email': may('email', order.email),
    'buyerIdentity.phone': may('phone', order.phone),
    'buyerIdentity.purchasingCompany': undefined,
    shippingAddress: order.shippingAddress ? addressShown(order.shippingAddress, privacy) : undefined,
    billingAddress: order.billingAddress ? addressShown(order.billingAddress, privacy) : undefined,
  }
}

function customerShown(customer: SimCustomer, privacy: Privacy): object {
  const may = redactedFields(privacy)
  return {
    id: `gid://shopify/Customer/${customer.id}`,
    email: may('email', customer.email),
    phone: may('phone', customer.phone),
    firstName: may('name', customer.firstName),
    lastName: may('name', customer.lastName),
    fullName: may('name', `${customer.firstName} ${customer.lastName}`.trim()),
    image: { url: '' },
    acceptsMarketing: customer.acceptsMarketing,
    acceptsEmailMarketing: customer.acceptsMarketing,
    acceptsSmsMarketing: false,
    storeCreditAccounts: [],
    ordersCount: customer.ordersCount,
  }
}

function addressShown(address: SimAddress, privacy: Privacy): object {
  const may = redactedFields(privacy)
  return {
    name: may('name', `${address.firstName} ${address.lastName}`.trim()),
    firstName: may('name', address.firstName),
    lastName: may('name', address.lastName),
    address1: may('address', address.address1),
    address2: may('address', address.address2),
    city: may('address', address.city),
    zip: may('address', address.zip),
    countryCode: address.countryCode,
    provinceCode: address.province ?? undefined,
    phone: may('phone', address.phone),
  }
}

const moneyOf = (order: SimOrder) => (money: { presentment: string }) => ({
  amount: Number(money.presentment),
  currencyCode: order.presentmentCurrency,
})

function cartLine({ order, products }: OrderFacts, line: SimOrder['lines'][number]): object {
  const { presentment } = currenciesOf(order)
  const off = line.discounts.reduce((sum, { amount }) => sum + minor(amount.presentment, presentment), 0)
  const total = decimal(minor(line.unitPrice.presentment, presentment) * line.quantity - off, presentment)
  return {
    id: `gid://shopify/CartLine/${line.id}`,
    quantity: line.currentQuantity,
    merchandise: merchandise(line, products),
    cost: { totalAmount: { amount: Number(total), currencyCode: presentment } },
    attributes: [],
    discountAllocations: line.discounts.map(({ amount, applicationIndex }) => allocation(order, amount.presentment, applicationIndex)),
    lineComponents: [],
    parentRelationship: null,
  }
}

function allocation(order: SimOrder, amount: string, index: number): object {
  const discountedAmount = { amount: Number(amount), currencyCode: order.presentmentCurrency }
  const application = order.discountApplications[index]
  return application
    ? { type: 'code', code: application.code, discountedAmount }
    : { type: 'custom', title: 'Post-purchase discount', discountedAmount }
}

function merchandise(line: SimOrder['lines'][number], products: readonly SimProduct[]): object {
  const product = products.find(({ id }) => id === line.productId)
  const variant = product?.variants.find(({ id }) => id === line.variantId)
  const image = product?.images.find(({ id }) => id === variant?.imageId) ?? product?.images[0]
  return {
    type: 'variant',
    id: `gid://shopify/ProductVariant/${line.variantId}`,
    title: line.title,
    subtitle: line.variantTitle ?? undefined,
    image: image ? { url: image.url, altText: image.alt } : undefined,
    selectedOptions: (product?.options ?? []).map(({ name }, index) => ({ name, value: variant?.options[index] ?? '' })),
    product: { id: `gid://shopify/Product/${line.productId}`, vendor: line.vendor, productType: product?.productType ?? '' },
    requiresShipping: line.requiresShipping,
    sellingPlan:
      line.sellingPlanId === undefined ? undefined : { id: `gid://shopify/SellingPlan/${line.sellingPlanId}`, recurringDeliveries: true },
    sku: line.sku,
  }
}

import { connection } from './small-shopify.ts'
import type { Node } from './small-shopify.ts'

const NOW = '2026-11-01T10:00:00Z'
export const bag = (amount: string, currencyCode = 'EUR') => ({
  shopMoney: { amount, currencyCode },
  presentmentMoney: { amount, currencyCode },
})
export const gidOf = (type: string, id: number) => `gid://shopify/${type}/${id}`

export interface VariantIs {
  id: number
  price?: string
  stock?: number
  cost?: string | null
}

export function variantNode(productId: number, { id, price = '10.00', stock = 5, cost = null }: VariantIs): Node {
  const node: Node = {
    __typename: 'ProductVariant',
    id: gidOf('ProductVariant', id),
    title: `Variant ${id}`,
    sku: `SKU-${id}`,
    barcode: null,
    position: 1,
    price,
    compareAtPrice: null,
    inventoryPolicy: 'DENY',
    inventoryQuantity: stock,
    updatedAt: NOW,
    image: null,
    product: { id: gidOf('Product', productId) },
  }
  node['inventoryItem'] = itemNode(id, node, cost)
  return node
}

const itemNode = (id: number, variant: Node, cost: string | null): Node => ({
  __typename: 'InventoryItem',
  id: gidOf('InventoryItem', id),
  tracked: true,
  requiresShipping: true,
  unitCost: cost === null ? null : { amount: cost, currencyCode: 'EUR' },
  variants: connection([variant]),
})

/** A product with its variants and their items: everything that has to be put into the shop. */
export function productNodes(id: number, more: Partial<Node> & { variants?: VariantIs[]; collectionIds?: number[] } = {}): Node[] {
  const { variants = [{ id: id * 10 }], collectionIds = [], ...fields } = more
  const nodes = variants.map((variant) => variantNode(id, variant))
  const product: Node = {
    __typename: 'Product',
    id: gidOf('Product', id),
    title: `Product ${id}`,
    handle: `product-${id}`,
    status: 'ACTIVE',
    vendor: 'Acme',
    productType: 'Case',
    tags: ['blue'],
    publishedAt: NOW,
    updatedAt: NOW,
    featuredMedia: { __typename: 'MediaImage', preview: { image: { url: `https://cdn.test/${id}.png`, altText: 'front' } } },
    collections: connection(collectionIds.map((one) => ({ __typename: 'Collection', id: gidOf('Collection', one) }))),
    variants: connection(nodes),
    ...fields,
  }
  return [product, ...nodes, ...nodes.map((node) => node['inventoryItem'] as Node)]
}

export const collectionNode = (id: number, productIds: number[], more: Partial<Node> = {}): Node => ({
  __typename: 'Collection',
  id: gidOf('Collection', id),
  title: `Collection ${id}`,
  handle: `collection-${id}`,
  updatedAt: NOW,
  ruleSet: null,
  products: connection(productIds.map((one) => ({ __typename: 'Product', id: gidOf('Product', one) }))),
  ...more,
})

export const customerNode = (id: number, more: Partial<Node> = {}): Node => ({
  __typename: 'Customer',
  id: gidOf('Customer', id),
  tags: [],
  numberOfOrders: '1',
  amountSpent: { amount: '10.0', currencyCode: 'EUR' },
  locale: 'de',
  defaultEmailAddress: { marketingState: 'SUBSCRIBED' },
  defaultPhoneNumber: null,
  productSubscriberStatus: 'NEVER_SUBSCRIBED',
  updatedAt: NOW,
  ...more,
})

export interface LineIs {
  id: number
  price?: string
  quantity?: number
  current?: number
  discount?: string
  gone?: boolean // its product
  plan?: number
}

export const lineNode = ({ id, price = '10.00', quantity = 1, current = quantity, discount, gone = false, plan }: LineIs): Node => ({
  __typename: 'LineItem',
  id: gidOf('LineItem', id),
  title: `Line ${id}`,
  quantity,
  currentQuantity: current,
  product: gone ? null : { id: gidOf('Product', 1) },
  variant: gone ? null : { id: gidOf('ProductVariant', 10) },
  originalUnitPriceSet: bag(price),
  discountAllocations: discount ? [{ allocatedAmountSet: bag(discount) }] : [],
  taxLines: [{ priceSet: bag('1.60') }],
  sellingPlan: plan === undefined ? null : { sellingPlanId: gidOf('SellingPlan', plan) },
})

export const transactionNode = (id: number, more: Partial<Node> = {}): Node => ({
  __typename: 'OrderTransaction',
  id: gidOf('OrderTransaction', id),
  kind: 'SALE',
  status: 'SUCCESS',
  gateway: 'shopify_payments',
  processedAt: NOW,
  createdAt: NOW,
  amountSet: bag('10.00'),
  paymentDetails: { __typename: 'CardPaymentDetails', wallet: null },
  ...more,
})

export function refundNode(
  id: number,
  orderId: number,
  lines: { lineId: number; quantity: number; subtotal: string; tax: string }[],
): Node {
  return {
    __typename: 'Refund',
    id: gidOf('Refund', id),
    createdAt: NOW,
    order: { id: gidOf('Order', orderId) },
    refundLineItems: connection(
      lines.map(({ lineId, quantity, subtotal, tax }) => ({
        __typename: 'RefundLineItem',
        id: gidOf('RefundLineItem', lineId),
        quantity,
        lineItem: { id: gidOf('LineItem', lineId) },
        subtotalSet: bag(subtotal),
        totalTaxSet: bag(tax),
      })),
    ),
  }
}

/** `lines`: the order's line, how many of it come back, and how many of these are paid back. */
export const returnNode = (
  id: number,
  status: string,
  lines: readonly (readonly [line: number, quantity: number, refunded?: number])[],
): Node => ({
  __typename: 'Return',
  id: gidOf('Return', id),
  status,
  returnLineItems: connection(
    lines.map(([lineId, quantity, refunded = 0]) => ({
      __typename: 'ReturnLineItem',
      id: gidOf('ReturnLineItem', lineId),
      quantity,
      refundedQuantity: refunded,
      processedQuantity: 0,
      fulfillmentLineItem: { lineItem: { id: gidOf('LineItem', lineId) } },
    })),
  ),
})

export function orderNode(id: number, more: Partial<Node> & { lines?: LineIs[]; customerId?: number } = {}): Node {
  const { lines = [{ id: id * 10 }], customerId, ...fields } = more
  return {
    __typename: 'Order',
    id: gidOf('Order', id),
    name: `#${id}`,
    customer: customerId ? { id: gidOf('Customer', customerId) } : null,
    checkoutToken: `token-${id}`,
    sourceName: 'web',
    currencyCode: 'EUR',
    presentmentCurrencyCode: 'EUR',
    currentTotalPriceSet: bag('10.00'),
    originalTotalPriceSet: bag('10.00'),
    displayFinancialStatus: 'PAID',
    paymentGatewayNames: ['shopify_payments'],
    shippingAddress: { countryCodeV2: 'DE', provinceCode: null },
    shippingLine: { title: 'Standard' },
    taxesIncluded: true,
    customerLocale: 'de',
    discountCodes: [],
    returnStatus: 'NO_RETURN',
    returns: connection([]),
    test: false,
    processedAt: NOW,
    cancelledAt: null,
    updatedAt: NOW,
    transactions: [transactionNode(id * 100)],
    refunds: [],
    fulfillments: [],
    lineItems: connection(lines.map(lineNode)),
    ...fields,
  }
}

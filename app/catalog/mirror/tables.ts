/** How the rows of one table are written from JSON: column types, the key beside the shop, and what decides between two records. */
export interface Table {
  name: string
  key: readonly string[]
  columns: Readonly<Record<string, string>>
  /** Stamp columns: the larger list wins, an equal one replaces; none at all: the last one written. Left out: the first one stays. */
  stamps?: readonly string[]
  /** SQL on `t` (stored) and `excluded`: what else must hold before a row is replaced. */
  only?: string
  /** Deleted rows stay, with `deleted_at` and the last that was told of them; they have no parts. */
  buries?: true
  /** SQL for columns that do not simply take the new value. */
  set?: Readonly<Record<string, string>>
}

const STAMPS = ['updatedAt', 'readAt'] as const
const stamped = { updatedAt: 'timestamptz', readAt: 'timestamptz' }

export const PRODUCT: Table = {
  name: 'product',
  key: ['id'],
  columns: {
    id: 'text',
    title: 'text',
    handle: 'text',
    status: 'text',
    vendor: 'text',
    productType: 'text',
    tags: 'text[]',
    imageUrl: 'text',
    imageAlt: 'text',
    published: 'boolean',
    ...stamped,
  },
  stamps: STAMPS,
  buries: true,
}

export const VARIANT: Table = {
  name: 'variant',
  key: ['id'],
  columns: {
    id: 'text',
    productId: 'text',
    title: 'text',
    sku: 'text',
    barcode: 'text',
    position: 'int',
    price: 'bigint',
    compareAtPrice: 'bigint',
    oversell: 'boolean',
    inventoryItemId: 'text',
    imageUrl: 'text',
    ...stamped,
  },
  stamps: [],
}

export const COLLECTION: Table = {
  name: 'collection',
  key: ['id'],
  columns: { id: 'text', title: 'text', handle: 'text', automatic: 'boolean', ...stamped },
  stamps: STAMPS,
  buries: true,
}

export const MEMBERSHIP: Table = {
  name: 'collection_product',
  key: ['collectionId', 'productId'],
  columns: { collectionId: 'text', productId: 'text', readAt: 'timestamptz' },
  stamps: ['readAt'],
}

export const SELLING_PLAN: Table = {
  name: 'selling_plan',
  key: ['id'],
  columns: { id: 'text', policies: 'jsonb', gone: 'boolean', readAt: 'timestamptz' },
  stamps: ['readAt'],
}

export const CHECKOUT: Table = {
  name: 'checkout',
  key: ['token'],
  columns: {
    token: 'text',
    customerId: 'text',
    discountCodes: 'text[]',
    discountShare: 'float8',
    region: 'text',
    shippingMethod: 'text',
    landingPage: 'text',
    sourceName: 'text',
    ...stamped,
  },
  stamps: STAMPS,
}

export const ORDER: Table = {
  name: 'order',
  key: ['id'],
  columns: {
    id: 'text',
    name: 'text',
    customerId: 'text',
    checkoutToken: 'text',
    sourceName: 'text',
    currency: 'text',
    presentmentCurrency: 'text',
    total: 'bigint',
    originalTotal: 'bigint',
    originalAt: 'timestamptz',
    financialStatus: 'text',
    gateways: 'text[]',
    presentmentTotal: 'bigint',
    country: 'text',
    region: 'text',
    shippingMethod: 'text',
    landingPage: 'text',
    shippable: 'boolean',
    taxesIncluded: 'boolean',
    locale: 'text',
    discountCodes: 'text[]',
    offerRef: 'text',
    email: 'text',
    phone: 'text',
    firstName: 'text',
    test: 'boolean',
    processedAt: 'timestamptz',
    cancelledAt: 'timestamptz',
    ...stamped,
  },
  stamps: STAMPS,
  // Settled apart, because there the oldest record wins.
  set: {
    originalTotal: 't.original_total',
    originalAt: 't.original_at',
    presentmentTotal: 't.presentment_total',
    landingPage: 'coalesce(excluded.landing_page, t.landing_page)', // The Admin API does not tell it.
    offerRef: 'coalesce(excluded.offer_ref, t.offer_ref)',
    // What is there no more is taken out apart.
    email: 'coalesce(excluded.email, t.email)',
    phone: 'coalesce(excluded.phone, t.phone)',
    firstName: 'coalesce(excluded.first_name, t.first_name)',
  },
}

export const LINE: Table = {
  name: 'order_line',
  key: ['orderId', 'id'],
  columns: {
    orderId: 'text',
    id: 'text',
    productId: 'text',
    variantId: 'text',
    title: 'text',
    quantity: 'int',
    currentQuantity: 'int',
    unitPrice: 'bigint',
    discount: 'bigint',
    tax: 'bigint',
    byPlan: 'boolean',
  },
  stamps: [],
  set: {
    // Shopify forgets what a line was once the product is deleted; what it earned must stay known.
    productId: 'coalesce(excluded.product_id, t.product_id)',
    variantId: 'coalesce(excluded.variant_id, t.variant_id)',
    byPlan: 'coalesce(excluded.by_plan, t.by_plan)',
  },
}

export const TRANSACTION: Table = {
  name: 'order_transaction',
  key: ['orderId', 'id'],
  columns: {
    orderId: 'text',
    id: 'text',
    kind: 'text',
    status: 'text',
    gateway: 'text',
    amount: 'bigint',
    currency: 'text',
    wallet: 'text',
    method: 'text',
    detailsRead: 'boolean',
    processedAt: 'timestamptz',
  },
  stamps: [],
  // A webhook never takes back what the Admin API told, and a settled transaction never becomes pending again.
  only: `(excluded.details_read OR NOT t.details_read OR t.status = 'pending') AND NOT (excluded.status = 'pending' AND t.status <> 'pending')`,
  set: {
    wallet: 'coalesce(excluded.wallet, t.wallet)',
    method: 'coalesce(excluded.method, t.method)',
    detailsRead: 'excluded.details_read OR t.details_read',
  },
}

export const REFUND: Table = {
  name: 'refund',
  key: ['orderId', 'id'],
  columns: { orderId: 'text', id: 'text', createdAt: 'timestamptz', linesRead: 'boolean' },
  stamps: [],
  only: 'excluded.lines_read AND NOT t.lines_read',
}

export const REFUND_LINE: Table = {
  name: 'refund_line',
  key: ['orderId', 'refundId', 'lineId'],
  columns: { orderId: 'text', refundId: 'text', lineId: 'text', quantity: 'int', gross: 'bigint', tax: 'bigint', subtotal: 'bigint' },
}

export const FULFILLMENT: Table = {
  name: 'fulfillment',
  key: ['orderId', 'id'],
  columns: {
    orderId: 'text',
    id: 'text',
    status: 'text',
    shipmentStatus: 'text',
    lineIds: 'text[]',
    createdAt: 'timestamptz',
    deliveredAt: 'timestamptz',
    updatedAt: 'timestamptz',
    readAt: 'timestamptz',
  },
  stamps: STAMPS,
  set: {
    // A bulk result names no lines, and a webhook's time of delivery is only the time of its news.
    lineIds: 'CASE WHEN cardinality(excluded.line_ids) = 0 THEN t.line_ids ELSE excluded.line_ids END',
    deliveredAt: 'coalesce(t.delivered_at, excluded.delivered_at)',
  },
}

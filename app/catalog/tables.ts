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
  },
  stamps: [],
  // Shopify forgets what a line was once the product is deleted; what it earned must stay known.
  set: { productId: 'coalesce(excluded.product_id, t.product_id)', variantId: 'coalesce(excluded.variant_id, t.variant_id)' },
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

/** What no record can take back is nothing new to hear again. */
const SETTLED_APART = ['updatedAt', 'readAt', 'originalTotal', 'originalAt', 'presentmentTotal', 'landingPage']

export const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const newer = (stamps: readonly string[], incoming: string): string =>
  `(${stamps.map((name) => `${incoming}.${snake(name)}`).join(', ')}) >= (${stamps.map((name) => `t.${snake(name)}`).join(', ')})`

/**
 * One statement that writes any number of rows and answers with the keys of those that were taken and whether they
 * told anything new. Parameters: the shop, the rows as JSON.
 */
export function upsertSql(table: Table): string {
  const names = Object.keys(table.columns)
  const key = table.key.map(snake)
  const content = names.filter((name) => !table.key.includes(name) && !SETTLED_APART.includes(name))
  const guard = [table.stamps?.length ? newer(table.stamps, 'excluded') : null, table.only].filter(Boolean).join(' AND ') || 'true'
  const assignments = names
    .filter((name) => !table.key.includes(name))
    .map((name) => `${snake(name)} = ${table.set?.[name] ?? `excluded.${snake(name)}`}`)
  const list = (alias: string, columns: readonly string[]) => columns.map((name) => `${alias}.${snake(name)}`).join(', ')
  const same = table.key.map((name) => `t.${snake(name)} = excluded.${snake(name)}`).join(' AND ')
  const differs = content.length ? `(${list('t', content)}) IS DISTINCT FROM (${list('excluded', content)})` : 'false'
  const conflict = table.stamps ? `DO UPDATE SET ${assignments.join(', ')} WHERE ${guard}` : 'DO NOTHING'
  return `
    WITH excluded AS MATERIALIZED (
      SELECT ${names.map((name) => `"${name}" AS ${snake(name)}`).join(', ')}
      FROM jsonb_to_recordset($2::jsonb) AS i(${names.map((name) => `"${name}" ${table.columns[name]}`).join(', ')})
    ), told AS MATERIALIZED (
      SELECT ${list('excluded', table.key)}, t.shop IS NOT NULL AS known
      FROM excluded LEFT JOIN "${table.name}" t ON t.shop = $1 AND ${same}
      WHERE t.shop IS NULL OR (${guard} AND ${differs})
    ), written AS (
      INSERT INTO "${table.name}" AS t (shop, ${names.map(snake).join(', ')})
      SELECT $1, ${list('excluded', names)} FROM excluded ORDER BY ${key.join(', ')}
      ON CONFLICT (shop, ${key.join(', ')}) ${conflict}
      RETURNING ${table.key.map((name) => `t.${snake(name)}`).join(', ')}
    )
    SELECT ${table.key.map((name) => `w.${snake(name)} AS "${name}"`).join(', ')}, told.${key[0]} IS NOT NULL AS "isNew", coalesce(told.known, true) AS "wasKnown"
    FROM written w LEFT JOIN told USING (${key.join(', ')})`
}

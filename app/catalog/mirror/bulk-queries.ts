import { COLLECTION, CUSTOMER, LINE, ORDER, PRODUCT, VARIANT } from './selections.ts'

export const KINDS = ['products', 'collections', 'customers', 'orders'] as const
export type Kind = (typeof KINDS)[number]

const list = (field: string, selection: string): string => `${field} { edges { node { ${selection} } } }`
const filtered = (field: string, since: Date | null): string => (since ? `${field}(query: "updated_at:>='${since.toISOString()}'")` : field)

const QUERIES: Record<Kind, (since: Date | null) => string> = {
  products: (since) => list(filtered('products', since), `${PRODUCT} ${list('variants', VARIANT)}`),
  collections: (since) => list(filtered('collections', since), `${COLLECTION} ${list('products', 'id')}`),
  customers: (since) => list(filtered('customers', since), CUSTOMER),
  orders: (since) => list(filtered('orders', since), `${ORDER} ${list('lineItems', LINE)}`),
}

export interface Asked {
  shop: string
  run: string
  kind: Kind
  since: Date | null
  startedAt: Date
  attempts: number
}

/** The first line makes the text unlike any other, so that an operation can be found again by it after a crash. */
export const bulkQuery = ({ run, kind, since, startedAt, attempts }: Asked): string =>
  `# encore ${run} ${kind} ${startedAt.toISOString()} ${attempts}\n{ ${QUERIES[kind](since)} }`

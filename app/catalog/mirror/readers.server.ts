import { adminFor } from '../../platform/shopify/admin.server.ts'
import { gid } from '../../values/ids.ts'
import { buryCustomers, writeCustomers } from './customers.server.ts'
import * as documents from './documents.server.ts'
import { readCollections, readItems, readMemberships, readProducts } from './product-readers.server.ts'
import { readOrders, readPayments, readRefunds } from './order-readers.server.ts'
import { readReturns } from './returns.server.ts'
import { readMetafieldsOf } from './metafields.server.ts'
import { customerRow } from './nodes/customer.ts'
import type { Read } from './reading.server.ts'
import { rereadPlans } from './selling-plans.server.ts'
import type { StaleKind } from './stale.ts'

const readCustomers: Read = async (shop, ids, readAt) => {
  const { nodes } = await adminFor(shop).query(documents.READ_CUSTOMERS, { ids: ids.map((id) => gid('Customer', id)) })
  const gone = ids.filter((_, index) => nodes[index] == null)
  const rows = nodes.filter((node) => node != null).map((node) => customerRow(node, readAt))
  return async (tx) => {
    await writeCustomers(tx, shop, rows)
    await buryCustomers(tx, shop, gone, new Date(readAt))
  }
}

/** How each kind of thing is read again; `batch` keeps the cost of one query below Shopify's 1,000 points. */
export const READERS: Record<StaleKind, { batch: number; read: Read }> = {
  product: { batch: 5, read: readProducts },
  plan: { batch: 50, read: rereadPlans },
  metafield: { batch: 100, read: readMetafieldsOf },
  membership: { batch: 10, read: readMemberships },
  collection: { batch: 2, read: readCollections },
  item: { batch: 50, read: readItems },
  customer: { batch: 200, read: readCustomers },
  order: { batch: 5, read: readOrders },
  payment: { batch: 25, read: readPayments },
  return: { batch: 5, read: readReturns },
  refund: { batch: 3, read: readRefunds },
}

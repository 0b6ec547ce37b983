import { db } from '../../platform/db.server.ts'
import type { Tx } from '../../platform/db.server.ts'
import { adminFor } from '../../platform/shopify/admin.server.ts'
import { gid, idOf } from '../../values/ids.ts'
import type { ShopifyId } from '../../values/ids.ts'
import * as documents from './documents.server.ts'
import type { RefundWithLines } from './documents.server.ts'
import { fulfillmentRow, linePlan, lineRow, orderRow, refundLineRow, refundRow, transactionRow } from './nodes/order.ts'
import type { OrderNode, PlanNode } from './nodes/order.ts'
import { untoldLines, writeOrders, writePlans } from './orders.server.ts'
import type { LineName, OrdersRead } from './orders.server.ts'
import { followingNodes } from './paging.server.ts'
import { mergeLines } from './payloads/order.ts'
import type { Read } from './reading.server.ts'
import { noteReturnStatus } from './returns.server.ts'
import { markStale } from './stale.server.ts'
import type { FulfillmentRow, Instant, LinePlan, OrderRow, RefundRow, TransactionRow } from './records.ts'

/** An order's own record, its transactions and the names of its refunds. */
export function orderParts(
  node: OrderNode,
  readAt: Instant,
): { order: OrderRow; transactions: TransactionRow[]; refunds: RefundRow[]; fulfillments: FulfillmentRow[] } {
  const order = orderRow(node, readAt)
  return {
    order,
    transactions: node.transactions.map((transaction) => transactionRow(transaction, order.id)),
    fulfillments: node.fulfillments.map((parcel) => fulfillmentRow(parcel, order.id, readAt)),
    refunds: node.refunds.map((refund) => refundRow(refund, order.id, order.updatedAt)),
  }
}

const nothingRead = (readAt: Instant): OrdersRead => ({
  readAt,
  orders: [],
  lines: [],
  transactions: [],
  refunds: [],
  refundLines: [],
  fulfillments: [],
})

export const readOrders: Read = async (shop, ids, readAt) => {
  const read = nothingRead(readAt)
  const nodes: OrderNode[] = []
  for (const id of ids) {
    const ask = (after: string | null) => adminFor(shop).query(documents.READ_ORDER, { id: gid('Order', id), after })
    const { order: node } = await ask(null)
    // Not to be seen is not gone: without read_all_orders Shopify hides what is older than 60 days.
    if (!node) continue
    nodes.push(node)
    const more = await followingNodes(node.lineItems, async (after) => (await ask(after)).order?.lineItems)
    const { order, transactions, refunds, fulfillments } = orderParts(node, readAt)
    read.fulfillments.push(...fulfillments)
    read.orders.push(order)
    read.transactions.push(...transactions)
    read.refunds.push(...refunds)
    read.lines.push(...[...node.lineItems.nodes, ...more].map((line) => lineRow(line, id)))
  }
  return async (tx) => {
    await writeOrders(tx, shop, read)
    await noteReturnStatus(tx, shop, nodes, false)
  }
}

export const readPayments: Read = async (shop, ids, readAt) => {
  const untold = await untoldLines(db, shop, ids)
  const [first, ...more] = inParts(
    untold.map(({ id }) => gid('LineItem', id)),
    MOST_IDS,
  )
  const asked = { ids: ids.map((id) => gid('Order', id)), lines: first ?? [] }
  const { orders, lines } = await adminFor(shop).query(documents.READ_PAYMENTS, asked)
  for (const part of more) lines.push(...(await adminFor(shop).query(documents.READ_LINE_PLANS, { lines: part })).lines)
  const found = orders.filter((node) => node !== null)
  const transactions = found.flatMap((node) => node.transactions.map((transaction) => transactionRow(transaction, idOf(node.id))))
  const plans = linePlans(untold, lines)
  return async (tx) => {
    // The lines first, as webhooks do: the other way round the jobs that the one has locked and the lines that the other has wait for each other.
    await writePlans(tx, shop, plans)
    await writeOrders(tx, shop, { ...nothingRead(readAt), transactions })
    await askMeanwhile(tx, shop, ids, untold)
  }
}

// Shopify takes no longer list of ids.
const MOST_IDS = 250

const inParts = (ids: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, part) => ids.slice(part * size, (part + 1) * size))

function linePlans(untold: readonly LineName[], nodes: readonly (PlanNode | null)[]): LinePlan[] {
  const orderOf = new Map(untold.map(({ id, orderId }) => [id, orderId]))
  return nodes.filter((node) => node !== null).map((node) => linePlan(node, orderOf.get(idOf(node.id)) ?? ''))
}

/** Lines that came while Shopify answered; those that it has not told of, it will not tell of the next time either. */
async function askMeanwhile(tx: Tx, shop: string, ids: readonly ShopifyId[], asked: readonly LineName[]): Promise<void> {
  const known = new Set(asked.map(({ id }) => id))
  const missed = (await untoldLines(tx, shop, ids)).filter(({ id }) => !known.has(id))
  await markStale(tx, shop, 'payment', [...new Set(missed.map(({ orderId }) => orderId))])
}

export const readRefunds: Read = async (shop, ids, readAt) => {
  const { nodes } = await adminFor(shop).query(documents.READ_REFUNDS, { ids: ids.map((id) => gid('Refund', id)) })
  const read = nothingRead(readAt)
  for (const node of nodes) {
    if (!node) continue
    const orderId = idOf(node.order.id)
    const lines = await wholeRefund(shop, node)
    read.refunds.push({ ...refundRow(node, orderId, readAt), linesRead: true })
    read.refundLines.push(...mergeLines(lines.map((line) => refundLineRow(line, orderId, idOf(node.id)))))
  }
  return async (tx) => void (await writeOrders(tx, shop, read))
}

async function wholeRefund(shop: string, { id, refundLineItems }: RefundWithLines) {
  const next = async (after: string) => (await adminFor(shop).query(documents.READ_REFUND_LINES, { id, after })).node?.refundLineItems
  return [...refundLineItems.nodes, ...(await followingNodes(refundLineItems, next))]
}

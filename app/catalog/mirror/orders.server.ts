import type { ShopifyId } from '../../values/ids.ts'
import type { Tx } from '../../platform/db.server.ts'
import { emitMany } from '../../platform/events.server.ts'
import { buriedOf } from './customers.server.ts'
import { heldBy, write } from './mirror.server.ts'
import type { Written } from './mirror.server.ts'
import { OF_NOBODY } from './records.ts'
import type { FulfillmentRow, Instant, LinePlan, LineRow, OrderRow, RefundLineRow, RefundRow, TransactionRow } from './records.ts'
import { recheckReturns } from './returns.server.ts'
import { markStale } from './stale.server.ts'
import { FULFILLMENT, LINE, ORDER, REFUND, REFUND_LINE, TRANSACTION } from './tables.ts'

export interface OrdersRead {
  readAt: Instant
  orders: OrderRow[]
  lines: LineRow[]
  transactions: TransactionRow[]
  refunds: RefundRow[]
  refundLines: RefundLineRow[]
  fulfillments: FulfillmentRow[]
}

/** `known`: announce only what was there before, as the first sync does: nobody has anything to say of an order that is older than Encore. */
export type Announced = 'all' | 'known'

/** Lines belong to the record of their order; refunds and transactions only ever add up. Answers how many orders told anything new. */
export async function writeOrders(tx: Tx, shop: string, read: OrdersRead, announced: Announced = 'all'): Promise<number> {
  const orders = await write(tx, ORDER, shop, await withoutForgotten(tx, shop, read.orders))
  await settleOriginals(tx, shop, read.orders)
  await dropContacts(tx, shop, orders)
  const lines = await writeLines(tx, shop, read)
  const refunds = await write(tx, REFUND, shop, read.refunds)
  const refundLines = await writeRefundLines(tx, shop, read)
  const transactions = await write(tx, TRANSACTION, shop, read.transactions)
  const fulfillments = await write(tx, FULFILLMENT, shop, read.fulfillments)
  const parts = [...fulfillments, ...lines, ...refunds, ...refundLines, ...transactions].map((one) => ({
    ...one,
    row: { id: one.row.orderId },
  }))
  await announceOrders(tx, shop, idsOf([...orders, ...parts], announced), 'order.changed')
  const paid = transactions.map((one) => ({ ...one, row: { id: one.row.orderId } }))
  await announceOrders(tx, shop, idsOf(paid, announced), 'transaction.recorded')
  const unread = refunds.filter(({ row, isNew }) => isNew && !row.linesRead).map(({ row }) => row.id)
  await markStale(tx, shop, 'refund', unread)
  const changed = [...lines, ...refundLines].filter(({ isNew }) => isNew)
  await recheckReturns(tx, shop, new Set(changed.map(({ row }) => row.orderId)))
  return idsOf(orders, 'all').length
}

/** What comes late must not bring back who asked to be forgotten. */
async function withoutForgotten(tx: Tx, shop: string, orders: readonly OrderRow[]): Promise<OrderRow[]> {
  const asked = orders.flatMap(({ customerId }) => customerId ?? [])
  const gone = await buriedOf(tx, shop, asked)
  return orders.map((order) => (gone.has(order.customerId ?? '') ? { ...order, ...OF_NOBODY } : order))
}

/** In SQL nothing tells what is not there from what was not asked for: the former is taken out apart. */
async function dropContacts(tx: Tx, shop: string, written: readonly Written<OrderRow>[]): Promise<void> {
  const without = (field: 'email' | 'phone' | 'firstName') =>
    written.filter(({ row, wasKnown }) => wasKnown && row[field] === null).map(({ row }) => row.id)
  const [email, phone, firstName] = [without('email'), without('phone'), without('firstName')]
  const any = [...new Set([...email, ...phone, ...firstName])]
  if (any.length === 0) return
  await tx.$executeRaw`
    UPDATE "order" SET
      email = CASE WHEN id = ANY(${email}::text[]) THEN NULL ELSE email END,
      phone = CASE WHEN id = ANY(${phone}::text[]) THEN NULL ELSE phone END,
      first_name = CASE WHEN id = ANY(${firstName}::text[]) THEN NULL ELSE first_name END
    WHERE shop = ${shop} AND id = ANY(${any}::text[]) AND num_nonnulls(email, phone, first_name) > 0`
}

async function writeLines(tx: Tx, shop: string, read: OrdersRead): Promise<Written<LineRow>[]> {
  const owners = read.lines.map((line) => line.orderId)
  const held = await heldBy(tx, ORDER, shop, owners, read.readAt)
  const mine = read.lines.filter((line) => held.has(line.orderId))
  const late = read.lines.filter((line) => !held.has(line.orderId))
  const written = await write(tx, LINE, shop, mine)
  await rememberProducts(tx, shop, late)
  await nameProducts(tx, shop, owners)
  const untold = read.lines.filter(({ byPlan }) => byPlan === null)
  await askPlans(
    tx,
    shop,
    untold.map(({ orderId }) => orderId),
  )
  return written
}

/** Lines that come after their order's payments were read, or with an edit, are read as those are; else that reading brings them. */
async function askPlans(tx: Tx, shop: string, orderIds: readonly ShopifyId[]): Promise<void> {
  if (orderIds.length === 0) return
  const asked = await tx.$queryRaw<{ id: ShopifyId }[]>`
    SELECT DISTINCT l.order_id AS id FROM order_line l
    WHERE l.shop = ${shop} AND l.order_id = ANY(${[...new Set(orderIds)]}::text[]) AND l.by_plan IS NULL
      AND EXISTS (SELECT FROM order_transaction t WHERE t.shop = l.shop AND t.order_id = l.order_id AND t.details_read)`
  await markStale(
    tx,
    shop,
    'payment',
    asked.map(({ id }) => id),
  )
}

export type LineName = { orderId: ShopifyId; id: ShopifyId }

/** Of which lines of these orders nobody has told whether a plan sold them. */
export const untoldLines = (tx: Tx, shop: string, orderIds: readonly ShopifyId[]): Promise<LineName[]> =>
  tx.orderLine.findMany({ where: { shop, orderId: { in: [...orderIds] }, byPlan: null }, select: { orderId: true, id: true } })

/** That a line was sold by a plan never changes; of lines that the mirror lacks it is asked when they come. */
export async function writePlans(tx: Tx, shop: string, plans: readonly LinePlan[]): Promise<void> {
  if (plans.length === 0) return
  await tx.$executeRaw`
    UPDATE order_line l SET by_plan = i."byPlan"
    FROM jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) AS i("orderId" text, id text, "byPlan" boolean)
    WHERE l.shop = ${shop} AND l.order_id = i."orderId" AND l.id = i.id AND l.by_plan IS NULL`
}

/** What an order holds stands in its own row as well, so that a shopper's history is one look-up. */
const nameProducts = (tx: Tx, shop: string, orderIds: readonly ShopifyId[]) =>
  tx.$executeRaw`
    UPDATE "order" o SET product_ids = l.ids
    FROM (
      SELECT order_id, array_agg(DISTINCT product_id) AS ids FROM order_line
      WHERE shop = ${shop} AND order_id = ANY(${[...new Set(orderIds)]}::text[]) AND product_id IS NOT NULL GROUP BY order_id
    ) l
    WHERE o.shop = ${shop} AND o.id = l.order_id AND o.product_ids <> l.ids`

/** Shopify forgets what a line was once the product is deleted: then an older record knows more than the newer one. */
async function rememberProducts(tx: Tx, shop: string, late: readonly LineRow[]): Promise<void> {
  const told = late.filter((line) => line.productId !== null)
  if (told.length === 0) return
  await tx.$executeRaw`
    UPDATE order_line l SET product_id = coalesce(l.product_id, i."productId"), variant_id = coalesce(l.variant_id, i."variantId")
    FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS i("orderId" text, id text, "productId" text, "variantId" text)
    WHERE l.shop = ${shop} AND l.order_id = i."orderId" AND l.id = i.id AND (l.product_id IS NULL OR l.variant_id IS NULL)`
}

const idsOf = (written: readonly Written<{ id: ShopifyId }>[], announced: Announced): ShopifyId[] => {
  const told = written.filter((one) => one.isNew && (one.wasKnown || announced === 'all'))
  return [...new Set(told.map(({ row }) => row.id))]
}

const announceOrders = (tx: Tx, shop: string, ids: readonly ShopifyId[], event: 'order.changed' | 'transaction.recorded') =>
  emitMany(
    tx,
    event,
    ids.map((orderId) => ({ shop, orderId })),
  )

/** Payloads carry only the present total, so the oldest one heard of an order tells the original; of two as old, the smaller. */
async function settleOriginals(tx: Tx, shop: string, orders: readonly OrderRow[]): Promise<void> {
  if (orders.length === 0) return
  const told = orders.map(({ id, originalTotal, presentmentTotal, originalAt }) => ({ id, originalTotal, presentmentTotal, originalAt }))
  await tx.$executeRaw`
    UPDATE "order" o SET original_total = i."originalTotal", presentment_total = i."presentmentTotal", original_at = i."originalAt"
    FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS i(id text, "originalTotal" bigint, "presentmentTotal" bigint, "originalAt" timestamptz)
    WHERE o.shop = ${shop} AND o.id = i.id AND (i."originalAt", i."originalTotal") < (o.original_at, o.original_total)`
}

/** Where an order's prices contain the tax, so do Shopify's subtotals of its refunds; the order may come after them. */
async function writeRefundLines(tx: Tx, shop: string, read: OrdersRead): Promise<Written<RefundLineRow>[]> {
  const rows = read.refundLines.map((line) => ({ ...line, subtotal: line.gross }))
  const written = await write(tx, REFUND_LINE, shop, rows)
  const touched = [...new Set([...read.orders.map((order) => order.id), ...rows.map((row) => row.orderId)])]
  await tx.$executeRaw`
    UPDATE refund_line r SET subtotal = r.gross - CASE WHEN o.taxes_included THEN r.tax ELSE 0 END
    FROM "order" o
    WHERE r.shop = ${shop} AND r.order_id = ANY(${touched}::text[]) AND o.shop = r.shop AND o.id = r.order_id
      AND r.subtotal <> r.gross - CASE WHEN o.taxes_included THEN r.tax ELSE 0 END`
  return written
}

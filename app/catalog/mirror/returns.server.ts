import { emitMany } from '../../platform/events.server.ts'
import { transact, type Tx } from '../../platform/db.server.ts'
import { adminFor } from '../../platform/shopify/admin.server.ts'
import { gid, idOf } from '../../values/ids.ts'
import type { ShopifyId } from '../../values/ids.ts'
import { READ_RETURN_LINES, READ_RETURNS } from './documents.server.ts'
import { isStanding, returnLineRows, type ReturnLineNode } from './nodes/order.ts'
import { followingNodes } from './paging.server.ts'
import type { Instant, ReturnsRead } from './records.ts'
import type { Read } from './reading.server.ts'
import { isReturning } from '../returning.ts'
import { markStale } from './stale.server.ts'

/** A webhook tells of one return, most of them without its lines; what all of them come to, only the order knows. */
export const readReturns: Read = async (shop, ids, readAt) => {
  const told = (await Promise.all(ids.map((id) => askReturns(shop, id)))).filter((one) => one !== null)
  return (tx) => writeReturns(tx, shop, told, readAt)
}

/** Read and written down at once, for who is about to act on it. */
export async function refreshReturns(shop: string, orderId: ShopifyId, readAt: Instant): Promise<void> {
  const apply = await readReturns(shop, [orderId], readAt)
  await transact((tx) => apply(tx))
}

// Not to be seen is not gone: without read_all_orders Shopify hides what is older than 60 days.
async function askReturns(shop: string, orderId: ShopifyId): Promise<ReturnsRead | null> {
  const ask = (after: string | null) => adminFor(shop).query(READ_RETURNS, { id: gid('Order', orderId), after })
  const { order } = await ask(null)
  if (!order) return null
  const more = await followingNodes(order.returns, async (after) => (await ask(after)).order?.returns)
  const standing = [...order.returns.nodes, ...more].filter(isStanding)
  const lines = await Promise.all(standing.map(async (one) => returnLineRows(one, await linesOf(shop, one.id), orderId)))
  return { orderId, returnStatus: order.returnStatus, lines: lines.flat() }
}

async function linesOf(shop: string, id: string): Promise<ReturnLineNode[]> {
  const ask = async (after: string | null) => (await adminFor(shop).query(READ_RETURN_LINES, { id, after })).return?.returnLineItems
  const first = await ask(null)
  return first ? [...first.nodes, ...(await followingNodes(first, ask))] : []
}

/** What was read later stays. Whoever plans by an order hears of it when anything of its returns is other than before. */
async function writeReturns(tx: Tx, shop: string, told: readonly ReturnsRead[], readAt: Instant): Promise<void> {
  for (const { orderId, returnStatus, lines } of told) {
    const [order] = await tx.$queryRaw<{ returnStatus: string | null }[]>`
      SELECT return_status AS "returnStatus" FROM "order"
      WHERE shop = ${shop} AND id = ${orderId} AND returns_at <= ${readAt}::timestamptz FOR UPDATE`
    if (!order) continue
    const before = await tx.returnLine.findMany({ where: { shop, orderId } })
    await tx.order.update({ where: { shop_id: { shop, id: orderId } }, data: { returnStatus, returnsAt: readAt } })
    // Where nobody has told of a return there is none, and to hear so is no news.
    if ((order.returnStatus ?? 'NO_RETURN') === returnStatus && sameLines(before, lines)) continue
    await tx.returnLine.deleteMany({ where: { shop, orderId } })
    await tx.returnLine.createMany({ data: lines.map((line) => ({ shop, ...line })) })
    await emitMany(tx, 'order.changed', [{ shop, orderId }])
  }
}

type Line = ReturnsRead['lines'][number]

function sameLines(some: readonly Line[], others: readonly Line[]): boolean {
  const said = (lines: readonly Line[]) =>
    lines.map(({ returnId, lineId, status, quantity, settled }) => [returnId, lineId, status, quantity, settled].join(' ')).sort()
  return JSON.stringify(said(some)) === JSON.stringify(said(others))
}

/** returns/update names a return and not its order; one that we do not know of has another webhook to come. */
export async function orderOfReturn(tx: Tx, shop: string, returnId: ShopifyId): Promise<ShopifyId | null> {
  return (await tx.returnLine.findFirst({ where: { shop, returnId }, select: { orderId: true } }))?.orderId ?? null
}

const idsOf = (rows: readonly { id: ShopifyId }[]): ShopifyId[] => rows.map(({ id }) => id)

/** A refund or a changed line may settle what is on its way back: else the same unit would count twice. */
export async function recheckReturns(tx: Tx, shop: string, orderIds: ReadonlySet<ShopifyId>): Promise<void> {
  if (orderIds.size === 0) return
  const rows = await tx.$queryRaw<{ id: ShopifyId }[]>`
    SELECT DISTINCT order_id AS id FROM return_line WHERE shop = ${shop} AND order_id = ANY(${[...orderIds]}::text[])`
  await markStale(tx, shop, 'return', idsOf(rows))
}

/** Orders come with what their returns sum up to, and a bulk result without their lines: where that is news, the lines are read. Of the shop's history only what is open: the rest is read when somebody is about to be asked. */
export async function noteReturnStatus(tx: Tx, shop: string, nodes: readonly { id: string; returnStatus: string }[], isHistory: boolean) {
  const told = nodes
    .map(({ id, returnStatus }) => ({ id: idOf(id), returnStatus }))
    .filter((one) => !isHistory || isReturning(one.returnStatus))
  if (told.length === 0) return
  const rows = await tx.$queryRaw<{ id: ShopifyId; returnStatus: string }[]>`
    SELECT o.id, i."returnStatus" FROM "order" o JOIN jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS i(id text, "returnStatus" text) USING (id)
    WHERE o.shop = ${shop} AND coalesce(o.return_status, 'NO_RETURN') <> i."returnStatus"`
  await markStale(tx, shop, 'return', idsOf(rows))
}

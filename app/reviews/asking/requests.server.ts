import { now } from '#app/platform/clock.server.ts'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { languageOf } from '#app/values/languages.ts'
import { DAYS, later } from '#app/values/time.ts'
import { withHistory } from './history.server.ts'
import { keptOf, leftOut, planRequest, type LeftOut, type OrderToAsk, type Plan, type Skip } from './plan.ts'
import { reads, type OrderKnown } from './reads.server.ts'
import { askingSettings } from './settings.ts'

/** An order is asked about once, so its request has its name. */
export const requestIdOf = (orderId: ShopifyId): string => orderId

/** The order has changed, or its parcel: its request is planned anew, as long as it has not left. */
export async function planForOrder(shop: string, orderId: ShopifyId): Promise<void> {
  const [known, before] = await Promise.all([
    reads().readShop(shop),
    db.reviewRequest.findUnique({ where: { shop_orderId: { shop, orderId } }, select: { state: true, because: true, byHand: true } }),
  ])
  if (!known || isDropped(before)) return
  const [order] = await withHistory(shop, await reads().readOrders(shop, [orderId]))
  if (before?.state === 'sent') return void (order && (await noteLeftOut(shop, order)))
  if (order)
    await transact((tx) => writePlan(tx, shop, order, planRequest(order, askingSettings(known.settings), before?.byHand), known.locale))
}

/** What the merchant skipped stays so, until the merchant chooses it again. */
const isDropped = (before: { state: string; because: string | null } | null): boolean =>
  before?.state === 'skipped' && before.because === 'merchant'

/** Writes down what was decided. Nothing is written of an order that nobody would be asked about yet. */
export async function writePlan(
  tx: Tx,
  shop: string,
  order: OrderKnown & OrderToAsk,
  plan: Plan,
  shopLocale: string,
  byHand = false,
): Promise<void> {
  const { orderId, customerId } = order
  const where = { shop_orderId: { shop, orderId } }
  if (plan.do === 'wait') {
    // It was fulfilled, and is so no more.
    await tx.reviewRequest.deleteMany({ where: { shop, orderId, state: { in: ['planned', 'skipped'] } } })
    return
  }
  const planned =
    plan.do === 'ask'
      ? { state: 'planned', because: null, sendAt: notPast(plan.at), productIds: plan.productIds, after: plan.after }
      : { state: 'skipped', because: plan.because, sendAt: now(), productIds: [], after: null }
  const without = plan.do === 'ask' || OF_GOODS.has(plan.because) ? leftOut(order, planned.productIds) : []
  const told = {
    ...planned,
    leftOut: asJson(without),
    customerId,
    language: languageOf(order.locale ?? shopLocale),
    ...(byHand ? { byHand } : {}),
  }
  const { id } = await tx.reviewRequest.upsert({ where, create: { shop, id: requestIdOf(orderId), orderId, ...told }, update: told })
  if (plan.do === 'ask') await scheduleRequest(tx, shop, id, planned.sendAt)
}

// Any other reason is about her or the whole order, and says nothing of single products.
const OF_GOODS = new Set<string>(['refunded', 'returned', 'being-returned', 'already-reviewed'] satisfies Skip[])
const asJson = (without: readonly LeftOut[]) => without.map((one) => ({ ...one }))

/** It has left: what she sends back since is not in the reminders, and the merchant sees why. */
export async function noteLeftOut(shop: string, order: OrderKnown & OrderToAsk): Promise<void> {
  const request = await db.reviewRequest.findUnique({ where: { shop_orderId: { shop, orderId: order.orderId } } })
  if (!request || request.answeredAt) return
  const without = leftOut(order, keptOf(order, request.productIds))
  if (JSON.stringify(without) === JSON.stringify(readLeftOut(request.leftOut))) return
  await db.reviewRequest.update({ where: { shop_id: { shop, id: request.id } }, data: { leftOut: asJson(without) } })
}

export const readLeftOut = (stored: unknown): LeftOut[] =>
  (Array.isArray(stored) ? (stored as LeftOut[]) : []).map(({ productId, because }) => ({ productId, because }))

const notPast = (at: Date): Date => (at < now() ? now() : at)

export const scheduleRequest = (tx: Tx, shop: string, id: string, runAt: Date): Promise<void> =>
  enqueue(tx, 'send-request', { shop, id }, { key: `request:${shop}:${id}`, runAt })

/** A merchant's own decision about one request. */
export async function skipRequest(shop: string, id: string): Promise<boolean> {
  const skipped = { state: 'skipped', because: 'merchant' }
  const { count } = await db.reviewRequest.updateMany({ where: { shop, id, state: 'planned' }, data: skipped })
  return count > 0
}

/** Thought better of: planned as it was. When its time comes, everything is looked at again. */
export const unskipRequest = (shop: string, id: string): Promise<boolean> =>
  transact(async (tx) => {
    const [request] = await tx.reviewRequest.findMany({ where: { shop, id, state: 'skipped', because: 'merchant' } })
    if (!request) return false
    await tx.reviewRequest.update({ where: { shop_id: { shop, id } }, data: { state: 'planned', because: null } })
    // What was refused meanwhile for having been skipped would keep its place.
    await tx.message.deleteMany({ where: { shop, key: `request:${id}:0`, state: 'refused', because: 'merchant' } })
    await scheduleRequest(tx, shop, id, notPast(request.sendAt))
    return true
  })

export const sendRequestNow = (shop: string, id: string): Promise<boolean> =>
  transact(async (tx) => {
    const at = later(now(), 0)
    const { count } = await tx.reviewRequest.updateMany({ where: { shop, id, state: 'planned' }, data: { sendAt: at, byHand: true } })
    if (count > 0) await scheduleRequest(tx, shop, id, at)
    return count > 0
  })

const NO_ADDRESS = 'no-postal-address'

/** Nothing is lost: it is neither sent nor skipped, and looked at again by itself. */
export const waitForAddress = (shop: string, id: string): Promise<void> =>
  transact(async (tx) => {
    await tx.reviewRequest.updateMany({ where: { shop, id }, data: { because: NO_ADDRESS } })
    await scheduleRequest(tx, shop, id, later(now(), DAYS))
  })

/** Requests and reminders that the missing address keeps back. */
export const countWaiting = (shop: string): Promise<number> =>
  db.reviewRequest.count({ where: { shop, because: NO_ADDRESS, state: { in: ['planned', 'sent'] } } })

/** The address is there: they leave now, each after everything is looked at again. */
export async function releaseRequests(tx: Tx, shop: string): Promise<void> {
  const waiting = await tx.reviewRequest.findMany({ where: { shop, because: NO_ADDRESS }, select: { id: true } })
  for (const { id } of waiting) await scheduleRequest(tx, shop, id, now())
  await enqueue(tx, 'release-messages', {})
}

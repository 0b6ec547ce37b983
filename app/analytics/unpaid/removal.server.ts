import { now } from '#app/platform/clock.server.ts'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import type { JobTask } from '#app/platform/jobs.ts'
import { AdminRefused } from '#app/platform/shopify/admin.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { later, MINUTES } from '#app/values/time.ts'
import { attribute } from '../attribution.ts'
import { reads } from '../reads.server.ts'
import { editOrder } from './order-edit.server.ts'
import { removalOf, type Removal } from './removal.ts'
import { words } from './words.ts'

const KIND = 'remove-unpaid'
const keyOf = (orderId: ShopifyId): string => `${KIND}:${orderId}`

// A charge's own webhook may come after the order's; what the shopper's browser reported need not be waited for.
const PAYMENT_MAY_BE_LATE = 15 * MINUTES

export interface RemovalState {
  state: 'open' | 'planned' | 'failed' | 'done'
  removal: Removal
  reason: string | null
  doneAt: Date | null
}

/** What nobody paid for on this order and what was done about it; null when there never was anything. */
export async function readRemoval(shop: string, orderId: ShopifyId): Promise<RemovalState | null> {
  const effect = await db.effect.findUnique({ where: { shop_key: { shop, key: keyOf(orderId) } } })
  const open = await removable(db, shop, orderId)
  if (!effect) return open && { state: 'open', removal: open, reason: null, doneAt: null }
  const removal = effect.request as unknown as Removal
  const isMore = open?.lines.some(({ id }) => !removal.lines.some((line) => line.id === id))
  if (effect.state !== 'planned' && open && isMore) return { state: 'open', removal: open, reason: null, doneAt: null }
  // Paid for, or taken out by hand, since it failed: nothing is left to do.
  if (effect.state === 'failed' && !open) return null
  return { state: effect.state as RemovalState['state'], removal, reason: effect.reason, doneAt: effect.doneAt }
}

/** Written down with its job before Shopify is asked; asked for twice it happens once. */
export const planRemoval = (shop: string, orderId: ShopifyId): Promise<void> =>
  transact(async (tx) => {
    const removal = await removable(tx, shop, orderId)
    if (!removal) return
    const key = keyOf(orderId)
    const where = { shop_key: { shop, key } }
    const planned = { state: 'planned', request: { ...removal }, reason: null, doneAt: null }
    await tx.effect.upsert({ where, create: { shop, key, kind: KIND, ...planned }, update: planned })
    await enqueue(tx, 'remove-unpaid', { shop, orderId })
  })

export const removeUnpaid: JobTask<'remove-unpaid'> = async ({ shop, orderId }, { last }) => {
  const where = { shop_key: { shop, key: keyOf(orderId) } }
  const effect = await db.effect.update({ where, data: { attempts: { increment: 1 } } })
  if (effect.state !== 'planned') return
  try {
    const outcome = await editOrder(shop, orderId, effect.request as unknown as Removal)
    await db.effect.update({
      where,
      data: outcome.ok ? { state: 'done', doneAt: now() } : { state: 'failed', reason: words.whyNot[outcome.because] },
    })
  } catch (error) {
    const refused = error instanceof AdminRefused
    if (refused || last)
      await db.effect.update({ where, data: { state: 'failed', reason: refused ? sayRefusal(error) : words.unreachable } })
    if (!refused) throw error
  }
}

const sayRefusal = ({ reasons }: AdminRefused): string => words.refused(reasons.map(({ message }) => message).join(' '))

async function removable(tx: Tx, shop: string, orderId: ShopifyId): Promise<Removal | null> {
  const order = await reads().readPaidOrder(tx, shop, orderId)
  const signed = order?.checkoutToken ? await reads().readSigned(tx, shop, order.checkoutToken) : null
  if (!order || !signed) return null
  const earnings = attribute(order, signed.initial, signed.signings)
  const titles = new Map(order.lines.map(({ id, title }) => [id, title]))
  return removalOf({ earnings, signings: signed.signings, titles }, later(now(), -PAYMENT_MAY_BE_LATE))
}

import { log } from '#app/platform/log.server.ts'
import type { BlockRequest } from '../contract.ts'
import { inTime } from './in-time.server.ts'
import type { BlockReads, PageOrder } from './reads.ts'
import { orderIdIn, standingOf, type Standing, type Visitor } from './visitor.ts'

/** What became of the order that a page names. `soon`: neither we nor Shopify know it yet. */
export type Claimed = { state: 'known'; order: PageOrder; standing: Exclude<Standing, 'stranger'> } | { state: 'soon' | 'not-hers' }

// A page that names an order which is not there must not cost the shop its share of Shopify's answers.
const MOST_AT_ONCE = 8
const NOT_AGAIN_MS = 1_000
const PATIENCE_MS = 2_500
const MOST_REMEMBERED = 1_000
const asked = new Map<string, { at: number; answer: Promise<void> }>()

/**
 * The order that the page names, if it is the visitor's. The thank-you page opens before the webhook of its order: then Shopify is asked once,
 * and what it says enters the mirror as if the webhook had brought it. Where Shopify has not made the order yet, the page asks again.
 */
export async function claimOrder(visitor: Visitor, request: BlockRequest, reads: BlockReads): Promise<Claimed> {
  const orderId = request.orderId ? orderIdIn(request.orderId) : null
  // Whoever brings neither an account nor a checkout can be nobody's buyer.
  if (!orderId || !(visitor.customerId || request.checkoutToken)) return { state: 'not-hers' }
  const order = (await reads.findPageOrder(visitor.shop, orderId)) ?? (await fetched(visitor.shop, orderId, reads))
  if (!order) return { state: 'soon' }
  const standing = standingOf(order, visitor, { orderId, checkoutToken: request.checkoutToken })
  return standing === 'stranger' ? { state: 'not-hers' } : { state: 'known', order, standing }
}

async function fetched(shop: string, orderId: string, reads: BlockReads): Promise<PageOrder | null> {
  const key = `${shop} ${orderId}`
  const before = asked.get(key)
  if (!before || performance.now() - before.at > NOT_AGAIN_MS) {
    if (underWay >= MOST_AT_ONCE) return null
    if (asked.size > MOST_REMEMBERED) asked.clear()
    asked.set(key, { at: performance.now(), answer: ask(shop, orderId, reads) })
  }
  await inTime(asked.get(key)?.answer ?? Promise.resolve(), PATIENCE_MS)
  return reads.findPageOrder(shop, orderId)
}

let underWay = 0

async function ask(shop: string, orderId: string, reads: BlockReads): Promise<void> {
  underWay += 1
  try {
    await reads.fetchOrder(shop, orderId)
  } catch (error) {
    // The webhook will bring it.
    log.warn({ err: error, shop }, 'an order could not be read from Shopify')
  } finally {
    underWay -= 1
  }
}

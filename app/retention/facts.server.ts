import { db } from '#app/platform/db.server.ts'
import type { Channel } from '#app/platform/messaging/message.ts'
import { hashOf } from '#app/platform/messaging/suppression.server.ts'
import { refusalOf } from '#app/platform/messaging/timing.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { messageSettings, type Manners } from '#app/values/manners.ts'
import { isFirstOrder, type OrderToFollow } from './automation.ts'
import type { Reach, Unreachable } from './consent.ts'
import { reads, type Met, type OrderKnown } from './reads.server.ts'
import type { AutomationKind } from './settings.ts'

/** An order with all that decides about it, for each automation. */
export interface OrderFacts extends OrderKnown {
  met: Met | null
  reach: Reach
  /** Automations that have written to her about it, or are about to. */
  begun: readonly AutomationKind[]
}

/** Of orders older than Encore the mirror keeps no address: `supposed` takes it that their buyers have one. */
export async function readFacts(shop: string, settings: unknown, orderIds: readonly ShopifyId[], supposed = false): Promise<OrderFacts[]> {
  const known = await reads().readOrders(shop, orderIds)
  const orders = supposed ? known.map((order) => ({ ...order, email: order.email ?? (order.customerId && SUPPOSED) })) : known
  const ids = orders.map(({ orderId }) => orderId)
  const tokens = orders.flatMap(({ checkoutToken }) => checkoutToken ?? [])
  const [met, suppressed, begun] = await Promise.all([reads().readMet(shop, tokens), suppressedAmong(shop, orders), begunAmong(shop, ids)])
  const { manners } = messageSettings(settings)
  return orders.map((order) => ({
    ...order,
    met: met.get(order.checkoutToken ?? '') ?? null,
    reach: { email: reachBy('email', order, manners, suppressed), sms: reachBy('sms', order, manners, suppressed) },
    begun: begun.get(order.orderId) ?? [],
  }))
}

const SUPPOSED = 'supposed'

/** What one automation needs to know. */
export const factsFor = (kind: AutomationKind, order: OrderFacts): OrderToFollow => ({
  placedAt: order.placedAt,
  boughtAt: order.boughtAt,
  ofLink: order.ofLink,
  cancelled: order.cancelled,
  goods: order.goods,
  isFirst: isFirstOrder(order),
  nextOrderAt: order.nextOrderAt,
  met: order.met?.what ?? null,
  hadOther: order.begun.some((one) => one !== kind),
  reach: order.reach,
})

/** Where it goes: the number that agreed to text messages is hers by Shopify's record, which need not be the one on the order. */
export async function readAddress(shop: string, channel: Channel, { email, customerId }: OrderKnown): Promise<string | null> {
  if (channel === 'email') return email
  return customerId && (await reads().readNumber(shop, customerId))
}

function reachBy(channel: Channel, order: OrderKnown, manners: Manners, list: ReadonlyMap<string, string>): Unreachable | null {
  const address = channel === 'email' ? order.email : order.phone
  if (channel === 'email' ? !address : !order.customerId) return 'no-address'
  const { country, region, consent, smsConsent } = order
  const addressee = { country, region, consent, smsConsent }
  return refusalOf({ weight: 'offer', channel, addressee, manners, suppressed: (address && list.get(hashOf(channel, address))) || null })
}

async function suppressedAmong(shop: string, orders: readonly OrderKnown[]): Promise<Map<string, string>> {
  const hashes = orders.flatMap(({ email, phone }) => [
    ...(email ? [hashOf('email', email)] : []),
    ...(phone ? [hashOf('sms', phone)] : []),
  ])
  const rows = await db.suppression.findMany({ where: { shop, address: { in: hashes } }, select: { address: true, because: true } })
  return new Map(rows.map(({ address, because }) => [address, because]))
}

async function begunAmong(shop: string, orderIds: readonly ShopifyId[]): Promise<Map<string, AutomationKind[]>> {
  const rows = await db.followUp.findMany({
    where: { shop, orderId: { in: [...orderIds] }, writtenAt: { not: null }, state: { in: ['planned', 'sent'] } },
    select: { orderId: true, automation: true },
  })
  const found = Map.groupBy(rows, ({ orderId }) => orderId)
  return new Map([...found].map(([orderId, some]) => [orderId, some.map(({ automation }) => automation as AutomationKind)]))
}

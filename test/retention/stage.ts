import { readAddressee } from '#app/catalog/addressee.server.ts'
import { readCompanions } from '#app/catalog/companions.server.ts'
import { listOrderIds } from '#app/catalog/to-ask.server.ts'
import { readOrdersToFollow } from '#app/catalog/to-follow.server.ts'
import { db } from '#app/platform/db.server.ts'
import { sendMessage } from '#app/platform/messaging/send.server.ts'
import { followOrder } from '#app/retention/follow-ups.server.ts'
import { followBy, type Met, type RetentionReads, type SaleTerms } from '#app/retention/reads.server.ts'
import { followUpMessages, followUpSettled, sendFollowUp } from '#app/retention/send.server.ts'
import type { AutomationKind } from '#app/retention/settings.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { ok } from '#app/values/outcome.ts'
import { rows, SHOP } from '../platform/world.ts'

export const met = new Map<string, Met>()
export const sold: SaleTerms[] = []
/** Whether the engine has something for who keeps less than when it was asked first. */
export const engine = { fitsAnew: true }
const engineOffer = {
  items: [{ productId: '5', variantId: '51', quantity: 1, title: 'Case', imageUrl: null, price: 900, was: 1_000, praise: [] }],
  take: 'all' as const,
  percent: 10,
  currency: 'EUR',
  placementId: 'placement-1',
  offerId: 'offer-1',
  stepId: 'step-1',
  headline: 'Passt dazu',
  body: '',
}
const reads: RetentionReads = {
  readShop,
  readOrders: readOrdersToFollow,
  listOrderIds,
  readCompanions,
  readMet: async (_, tokens) => new Map([...met].filter(([token]) => tokens.includes(token))),
  chooseOffer: async (_, __, { anew }) =>
    anew ? (engine.fitsAnew ? { ...engineOffer, placementId: 'placement-2', headline: 'Passt auch' } : null) : engineOffer,
  takeOffer: async (shop, take) => {
    sold.push(take)
    return ok({ url: `https://${shop}/cart/${take.taken.map(({ variantId }) => `${variantId}:1`).join()}?discount=CODE`, marks: ['CODE'] })
  },
  sellByLink: async (shop, sale) => {
    sold.push(sale)
    return ok({ url: `https://${shop}/cart/${sale.taken.map(({ variantId }) => `${variantId}:1`).join()}`, marks: [sale.key] })
  },
  readNumber: async () => '+4915112345678',
  readPraise: async (_, ids) => new Map(ids.map((id) => [id, ['4.5 of 5', '“Fits.” Ann']])),
  readPrices: async (_, ids, country) => new Map(country === 'GB' ? ids.map((id) => [id, { amount: 700, currency: 'GBP' }]) : []),
  readOrderWorth: async (tx, shop, id) => {
    const order = await tx.order.findUnique({ where: { shop_id: { shop, id } } })
    if (!order) return null
    const codes = order.discountCodes.map((code) => ({ code, amount: 100 }))
    return {
      at: order.processedAt,
      cancelled: order.cancelledAt !== null,
      codes,
      offerRef: order.offerRef,
      discount: 100,
      revenue: Number(order.total),
    }
  },
}
followBy(reads)

const send = sendMessage(followUpMessages, readAddressee)
const attempt = { number: 1, last: true }
export const plan = (orderId: string) => followOrder(SHOP, orderId)
export const write = (automation: AutomationKind, orderId: string) => sendFollowUp({ shop: SHOP, automation, orderId }, attempt)
export async function leave(automation: AutomationKind, orderId: string): Promise<void> {
  const key = `follow-up:${automation}:${orderId}`
  await send({ shop: SHOP, key }, attempt)
  const message = await db.message.findUnique({ where: { shop_key: { shop: SHOP, key } } })
  if (message?.state === 'sent' || message?.state === 'refused')
    await followUpSettled({ shop: SHOP, key, kind: automation, state: message.state, because: message.because })
}
export async function all(automation: AutomationKind, orderId: string): Promise<void> {
  await plan(orderId)
  await write(automation, orderId)
  await leave(automation, orderId)
}
export const stateOf = async (automation: AutomationKind, orderId: string) => {
  const row = await db.followUp.findUnique({ where: { shop_automation_orderId: { shop: SHOP, automation, orderId } } })
  return row && [row.state, row.because]
}

const TABLES =
  'follow_up follow_up_sale message suppression fulfillment return_line order_line order_transaction "order" customer variant product shop'.split(
    ' ',
  )

export async function forgetAll(): Promise<void> {
  met.clear()
  sold.length = 0
  for (const table of TABLES) await rows(`delete from ${table}`)
}

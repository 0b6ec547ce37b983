import { now } from '#app/platform/clock.server.ts'
import { HOURS, later } from '#app/values/time.ts'
import type { MirroredOrder } from '../catalog-reads.ts'
import type { BlockSurface } from '../contract.ts'
import { readDeeds } from '../placements/deeds.server.ts'
import { askAlone } from '../decide/known.server.ts'
import { groundOf, type Ground } from '../decide/offer.server.ts'
import { place, type LinkSurface, type Place } from '../placements/placement.ts'
import type { Purchase } from '../decide/purchase.ts'
import type { Snapshots } from '../decide/snapshots.server.ts'
import type { BlockReads, PageOrder } from './reads.ts'
import { isOn, type BlockSettings } from './settings.ts'
import { readBlockSettings } from '../settings/settings.server.ts'

/** Everything that an answer about offers rests on where they are bought by a link: on a block, or by mail. */
export interface BlockGround extends Ground {
  surface: LinkSurface
  order: PageOrder
  settings: BlockSettings
  until: Date // the offer stands
  place: Place
}

/** Null: the order has no checkout of ours, or its lines have not come yet. */
export async function groundOfBlock(
  shop: string,
  order: PageOrder,
  { surface, locale }: { surface: BlockSurface; locale: string },
  { reads, snapshots }: { reads: BlockReads; snapshots: Snapshots },
): Promise<BlockGround | null> {
  const mirrored = order.checkoutToken ? await reads.readMirrored(shop, order.checkoutToken) : null
  if (!mirrored || !order.checkoutToken) return null
  const purchase = purchaseOf(shop, order.checkoutToken, mirrored, locale)
  const [ground, deeds, boughtSince, settings] = await Promise.all([
    groundOf(purchase, snapshots, askAlone, surface),
    readDeeds(shop, purchase.referenceId),
    order.customerId ? reads.readBoughtSince(shop, order.customerId, order.processedAt) : [],
    readBlockSettings(shop),
  ])
  const until = later(order.processedAt, settings.hours * HOURS)
  const [on, expired] = [isOn(settings, surface), until <= now()]
  const circumstances = { on, expired, cancelled: order.cancelled, afterPayment: 'over' as const, deeds, boughtSince }
  return { ...ground, surface, order, settings, until, place: place(surface, circumstances) }
}

/** The same purchase as Shopify's token tells it on the page after payment, from the order that it became. */
export function purchaseOf(shop: string, referenceId: string, order: MirroredOrder, locale: string): Purchase {
  const lines = order.lines.flatMap(({ productId, variantId, quantity, total }) =>
    productId && variantId ? [{ productId, variantId, quantity, total: Math.max(0, total) }] : [],
  )
  return {
    shop,
    referenceId,
    locale,
    lines,
    customerId: order.customerId,
    country: order.country,
    total: order.originalTotal,
    currency: order.currency,
    paidIn: order.presentmentCurrency,
    presentmentTotal: order.presentmentTotal ?? order.originalTotal,
    hasSubscription: false,
    tokenMadeAt: order.processedAt.getTime(),
  }
}

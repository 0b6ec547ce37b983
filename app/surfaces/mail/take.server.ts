import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { dayEnd } from '#app/values/time.ts'
import { whyUnavailable } from '#app/offers/availability.ts'
import { discountOfAll } from '../accept/changeset.ts'
import type { BlockSources } from '../block/answer.server.ts'
import { deliveryCode, priceCode } from '../block/code-terms.ts'
import { prepareOfferCodes, takeOfferCodes } from '../block/give-codes.server.ts'
import { languagesInTime } from '../block/languages.server.ts'
import { permalink, REF_ATTRIBUTE } from '../block/permalink.ts'
import { asSoldNow } from '../block/sold-now.server.ts'
import { takePlaced, type Led } from '../block/take.server.ts'
import type { Best } from '../decide/best.ts'
import type { Taken } from '../accept/choice.ts'
import type { RefusalReason } from '../refusals.ts'
import { groundOfMail, type MailTerms } from './ground.server.ts'

/** A step of an offer that a mail has shown, and what of it she takes. */
export interface MailTake extends MailTerms {
  referenceId: string
  placementId: string
  stepId: string
  take: 'all' | 'one'
  /** All that the mail showed of it. */
  shown: readonly Taken[]
  taken: readonly Taken[]
}

/** She follows the link of an offer: seen for sure by now, and taken as on a block, with the same limits and the same codes. */
export async function takeMailOffer(shop: string, asked: MailTake, sources: BlockSources): Promise<Outcome<Led, RefusalReason>> {
  const ground = await groundOfMail(shop, asked.referenceId, 'taking', asked, sources)
  if (!ground?.known.installed) return refuse('shop-not-installed')
  const row = await db.placement.findUnique({ where: { shop_id: { shop, id: asked.placementId } } })
  if (!row?.offerId || row.offerVersion === null) return refuse('offer-gone')
  const { offerId, offerVersion: version, snapshotId, decidedAt } = row
  const { placementId, stepId, shown, taken } = asked
  const event = { shop, placementId, stepId, kind: 'shown', offerId, productIds: shown.map(({ productId }) => productId), at: now() }
  await db.placementEvent.createMany({ data: [event], skipDuplicates: true })
  const best: Best = { [stepId]: shown.map(({ productId, variantId }) => [productId, variantId] as const) }
  const choice =
    asked.take === 'all' ? {} : { choice: taken.map(({ variantId, quantity }) => ({ variantId: Number(variantId), quantity })) }
  const placement = { id: placementId, offerId, version, snapshotId, fallback: false, best, country: ground.purchase.country, decidedAt }
  return takePlaced(ground, placement, { stepId, locale: asked.locale, ...choice }, sources)
}

/** What a shop sells by a link though no offer of the merchant's stands behind it. */
export interface PlainSale extends MailTerms {
  /** What it is about: the same sale has the same codes. */
  key: string
  name: string // of the discount
  taken: readonly Taken[]
  percent: number
  orderName: string
}

export async function sellByLink(shop: string, sale: PlainSale, sources: BlockSources): Promise<Outcome<Led, RefusalReason>> {
  const { taken, key, together, orderName, locale } = sale
  const ids = taken.map(({ variantId }) => variantId)
  const { reads } = await asSoldNow(sources, shop, ids)
  const variants = await reads.readVariants(shop, ids)
  const shelf = new Map(variants.map((one) => [one.variantId, one]))
  for (const { variantId, quantity } of taken) {
    const because = whyUnavailable(shelf.get(variantId), quantity)
    if (because) return refuse(because)
  }
  const codes = await codesFor(shop, sale, shelf)
  if (!codes) return refuse('codes-not-ready')
  const note = { [together ? 'Ship together with' : 'Follows']: orderName }
  const link = { shop, taken, codes, attributes: { [REF_ATTRIBUTE]: key, ...note }, locale }
  return ok({ url: permalink({ ...link, languages: await languagesInTime(sources.reads, shop) }), marks: [...codes, key] })
}

async function codesFor(shop: string, sale: PlainSale, shelf: ReadonlyMap<string, { price: number }>): Promise<string[] | null> {
  const known = await db.shop.findUniqueOrThrow({ where: { shop }, select: { currency: true, timeZone: true } })
  const expiry = dayEnd(sale.until, known.timeZone)
  const discount = sale.percent > 0 ? ({ kind: 'percentage', percent: sale.percent } as const) : ({ kind: 'none' } as const)
  const lines = sale.taken.map(({ productId, variantId, quantity }) => {
    const unitPrice = shelf.get(variantId)?.price ?? 0
    return { productId, variantId, quantity, unitPrice, discount: Math.round((unitPrice * quantity * sale.percent) / 100) }
  })
  const price = priceCode({
    offerId: sale.name,
    step: { id: 'mail', gift: false, discount, subscription: null },
    lines,
    off: discountOfAll(lines),
    currency: known.currency,
    expiry,
  })
  const wanted = [...(price ? [price] : []), ...(sale.together ? [deliveryCode(expiry)] : [])]
  await transact((tx) => prepareOfferCodes(tx, shop, wanted, expiry.expiresAt))
  const ids = wanted.map(({ key }) => key)
  return takeOfferCodes(shop, sale.key, ids)
}

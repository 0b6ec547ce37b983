import { amountOff, priceOf } from '#app/offers/step.ts'
import type { OpenFunnel, OpenStep } from '#app/offers/funnel.ts'
import { unitPriceOf } from '#app/offers/plan-price.ts'
import type { Shelf } from '#app/offers/availability.ts'
import { pool } from '#app/platform/db.server.ts'
import type { BlockSources } from '../block/answer.server.ts'
import { sayPlan, viewSteps } from '../block/block-view.ts'
import { findBlockOffer } from '../block/offer.server.ts'
import { pricedIn } from '../block/priced.server.ts'
import { prepareFor } from '../block/wanted.server.ts'
import { placementId } from '../placements/placement.server.ts'
import { placementsStored } from '../placements/placements.server.ts'
import { voiceOf } from '../voice.ts'
import type { BlockProduct } from '../contract.ts'
import type { BlockGround } from '../block/ground.server.ts'
import type { BlockReads } from '../block/reads.ts'
import { groundOfMail, type MailTerms } from './ground.server.ts'
import { praiseOf } from './praise.ts'

/** What a mail shows of an offer's first step, and what its link will sell. Amounts are minor units of `currency`, for one piece. */
export interface MailOffer {
  offerId: string
  placementId: string
  stepId: string
  take: 'all' | 'one'
  percent: number // 0: nothing, or an amount
  currency: string | null // that she pays in; null: the prices cannot be told in it
  items: {
    productId: string
    variantId: string
    quantity: number
    title: string
    imageUrl: string | null
    price: number
    was: number
    praise: string[] // what other buyers say of it
  }[]
  headline: string
  body: string
}

/** Decided as on any surface, with a trace; null: nothing fits, or she has met something elsewhere. `anew`: what was decided before reached nobody. */
export async function chooseMailOffer(
  shop: string,
  referenceId: string,
  { anew = false, ...terms }: MailTerms & { anew?: boolean },
  sources: BlockSources,
): Promise<MailOffer | null> {
  if (anew) await forgetMailPlacement(shop, placementId(shop, 'email', referenceId))
  const ground = await groundOfMail(shop, referenceId, 'choosing', terms, sources)
  if (!ground?.known.installed) return null
  const found = await findBlockOffer(ground)
  await placementsStored()
  if (!found?.funnel.first) return null
  await prepareFor(ground, found.id, found.funnel, ground.purchase.country, sources.reads)
  const told = await tell(ground, found.id, found.funnel, terms.locale, sources.reads)
  return { offerId: found.id, placementId: ground.id, ...told }
}

/** Not what she has met or taken meanwhile. */
const forgetMailPlacement = (shop: string, id: string) => pool.query(FORGET, [shop, id])
const FORGET = `delete from placement p where p.shop = $1 and p.id = $2
  and not exists (select from placement_event e where e.shop = p.shop and e.placement_id = p.id)
  and not exists (select from changeset x where x.shop = p.shop and x.placement_id = p.id)`

/** Its first step in her language and, if that can be, in the currency that she pays in. */
async function tell(ground: BlockGround, offerId: string, funnel: OpenFunnel, locale: string, reads: BlockReads) {
  const { snapshot, purchase } = ground
  const priced = await pricedIn(ground, { funnel, shelf: snapshot.shelf }, purchase.country, reads)
  const goods = priced?.funnel.first ? priced : { funnel, shelf: snapshot.shelf }
  const currency = goods === priced ? purchase.paidIn : null
  const step = goods.funnel.first ?? funnel.first!
  const voice = voiceOf(snapshot, locale)
  const quotes = await reads.readQuotes(
    purchase.shop,
    step.offered.map(({ productId }) => productId),
    voice.language,
  )
  const view = viewSteps(offerId, goods.funnel, goods.shelf, { ...voice, currency: currency ?? voice.currency }, quotes)
  const { headline = '', body = '', products = [] } = view?.steps.find(({ id }) => id === step.id) ?? {}
  const discount = priceOf(step)
  return {
    stepId: step.id,
    take: step.items.kind === 'bundle' ? ('all' as const) : ('one' as const),
    percent: discount.kind === 'percentage' ? discount.percent : 0,
    currency,
    items: itemsOf(step, goods.shelf, products, step.subscription ? sayPlan(step, voice) : null),
    headline,
    body,
  }
}

const MOST = 3 // A mail is no catalogue.

function itemsOf(step: OpenStep, shelf: Shelf, views: readonly BlockProduct[], plan: string | null): MailOffer['items'] {
  const shown = step.items.kind === 'bundle' ? step.offered : step.offered.slice(0, step.items.kind === 'best' ? step.items.show : MOST)
  return shown.flatMap(({ productId, variantId, quantity }, index) => {
    const variant = shelf.get(variantId)
    if (!variant) return []
    const { title, variantTitle, image } = variant
    const was = unitPriceOf(step, variant)
    const named = [title, ...(variantTitle ? [variantTitle] : []), ...(plan ? [plan] : [])].join(' – ')
    const price = was - amountOff(priceOf(step), was)
    const praise = praiseOf(views[index]?.stars, views[index]?.quote)
    return [{ productId, variantId, quantity, title: named, imageUrl: image?.url ?? null, price, was, praise }]
  })
}

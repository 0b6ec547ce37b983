import { amountOff, priceOf } from '#app/offers/step.ts'
import { stepOf, type OpenStep } from '#app/offers/funnel.ts'
import type { Shelf } from '#app/offers/availability.ts'
import type { BlockSources } from '../block/answer.server.ts'
import { viewSteps } from '../block/block-view.ts'
import { findBlockOffer } from '../block/offer.server.ts'
import { prepareFor } from '../block/wanted.server.ts'
import { placementsStored } from '../placements.server.ts'
import { voiceOf } from '../voice.ts'
import { groundOfMail, type MailTerms } from './ground.server.ts'

/** What a mail shows of an offer's first step, and what its link will sell. Amounts are minor units of the shop's currency, for one piece. */
export interface MailOffer {
  offerId: string
  placementId: string
  stepId: string
  take: 'all' | 'one'
  percent: number // 0: nothing, or an amount
  items: {
    productId: string
    variantId: string
    quantity: number
    title: string
    imageUrl: string | null
    price: number
    was: number
  }[]
  headline: string
  body: string
}

/** Decided as on any surface, with a trace; null: nothing fits, or she has met something elsewhere. */
export async function chooseMailOffer(
  shop: string,
  referenceId: string,
  terms: MailTerms,
  sources: BlockSources,
): Promise<MailOffer | null> {
  const ground = await groundOfMail(shop, referenceId, 'choosing', terms, sources)
  if (!ground?.known.installed) return null
  const found = await findBlockOffer(ground)
  await placementsStored()
  const step = found && stepOf(found.funnel.steps, found.funnel.first?.id ?? null)
  if (!found || !step) return null
  await prepareFor(ground, found.id, found.funnel)
  const voice = voiceOf(ground.snapshot, terms.locale)
  const view = viewSteps(found.id, found.funnel, ground.snapshot.shelf, voice, new Map())
  const { headline = '', body = '' } = view?.steps.find(({ id }) => id === step.id) ?? {}
  const discount = priceOf(step)
  return {
    offerId: found.id,
    placementId: ground.id,
    stepId: step.id,
    take: step.items.kind === 'bundle' ? 'all' : 'one',
    percent: discount.kind === 'percentage' ? discount.percent : 0,
    items: itemsOf(step, ground.snapshot.shelf),
    headline,
    body,
  }
}

const MOST = 3 // A mail is no catalogue.

function itemsOf(step: OpenStep, shelf: Shelf): MailOffer['items'] {
  const shown = step.items.kind === 'bundle' ? step.offered : step.offered.slice(0, step.items.kind === 'best' ? step.items.show : MOST)
  return shown.flatMap(({ productId, variantId, quantity }) => {
    const variant = shelf.get(variantId)
    if (!variant) return []
    const { title, variantTitle, image, price: was } = variant
    const named = variantTitle ? `${title} – ${variantTitle}` : title
    const price = was - amountOff(priceOf(step), was)
    return [{ productId, variantId, quantity, title: named, imageUrl: image?.url ?? null, price, was }]
  })
}

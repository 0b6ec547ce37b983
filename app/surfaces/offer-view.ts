import type { OpenFunnel, Shelf } from '#app/offers/funnel.ts'
import type { Discount, Step } from '#app/offers/offer.ts'
import { formatMoney } from '#app/values/money.ts'
import { changesOf } from './changeset.ts'
import type { OfferView, ProductView, StepView } from './contract.ts'
import { catalogueOf, fill, type Catalogue, type Language } from './wording/catalogue.ts'

/** What the extension draws: only steps that can be shown now, in the shopper's language. Null when nothing can. */
export function viewOffer(offerId: string, funnel: OpenFunnel, shelf: Shelf, currency: string, language: Language): OfferView | null {
  if (!funnel.first) return null
  const words = catalogueOf(language)
  const steps = funnel.steps.map((step) => viewStep(step, shelf, currency, words, language))
  return { offerId, first: funnel.first.id, wording: words.words, steps }
}

function viewStep(step: Step, shelf: Shelf, currency: string, words: Catalogue, language: Language): StepView {
  const products = step.products.map(({ variantId, quantity }) => viewProduct(variantId, quantity, shelf))
  const discount = sayDiscount(step.discount, currency, words, language)
  return {
    id: step.id,
    products,
    changes: changesOf(step, shelf, currency, words),
    headline: step.wording.headline || fill(words.headline, { product: products[0]?.title ?? '' }),
    body: step.wording.body || (discount ? fill(words.body, { discount }) : ''),
    onAccept: step.onAccept,
    onDecline: step.onDecline,
  }
}

function viewProduct(variantId: string, quantity: number, shelf: Shelf): ProductView {
  const variant = shelf.get(variantId)
  return {
    variantId: Number(variantId),
    title: variant?.title ?? '',
    variantTitle: variant?.variantTitle ?? null,
    image: variant?.image ?? null,
    quantity,
  }
}

function sayDiscount(discount: Discount, currency: string, words: Catalogue, language: Language): string {
  if (discount.kind === 'none') return ''
  if (discount.kind === 'percentage') return fill(words.discount, { percent: String(discount.percent) })
  return `−${formatMoney({ amount: discount.amount, currency }, language)}`
}

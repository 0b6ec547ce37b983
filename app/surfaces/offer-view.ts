import type { OpenFunnel, Shelf } from '#app/offers/funnel.ts'
import { namedProducts, priceOf, type Discount, type Step } from '#app/offers/step.ts'
import { formatMoney } from '#app/values/money.ts'
import { changesOf } from './changeset.ts'
import type { OfferView, ProductView, StepView } from './contract.ts'
import type { Language } from '#app/values/languages.ts'
import { catalogueOf, fill, type Catalogue } from './wording/catalogue.ts'

/** What the extension draws: only steps that can be shown now, in the shopper's language. Null when nothing can. */
export function viewOffer(offerId: string, funnel: OpenFunnel, shelf: Shelf, currency: string, language: Language): OfferView | null {
  if (!funnel.first) return null
  const words = catalogueOf(language)
  const steps = funnel.steps.map((step) => viewStep(step, shelf, currency, words, language))
  return { offerId, first: funnel.first.id, wording: words.words, steps }
}

function viewStep(step: Step, shelf: Shelf, currency: string, words: Catalogue, language: Language): StepView {
  const products = namedProducts(step).map(({ variantId, quantity }) => viewProduct(variantId, quantity, shelf))
  const written = step.wording[language]
  const discount = sayDiscount(priceOf(step), currency, words, language)
  return {
    id: step.id,
    products,
    changes: changesOf(step, shelf, currency, words),
    headline: written?.headline || fill(words.headline, { product: products[0]?.title ?? '' }),
    body: written?.body || (discount ? fill(words.body, { discount }) : ''),
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

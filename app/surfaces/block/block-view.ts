import type { Shelf } from '#app/offers/availability.ts'
import type { OpenFunnel, OpenStep } from '#app/offers/funnel.ts'
import { formatMoney } from '#app/values/money.ts'
import { linesOf } from '../changeset.ts'
import type { BlockProduct, BlockStep, BlockVariant, ProductView, StepView } from '../contract.ts'
import { viewOffer } from '../offer-view.ts'
import type { Voice } from '../voice.ts'
import { fill } from '../wording/catalogue.ts'
import type { Quote } from './reads.ts'

/** The steps of a funnel as the block draws them, in the currency of the voice: every price is told at once, because nobody calculates it there. */
export function viewSteps(
  offerId: string,
  funnel: OpenFunnel,
  shelf: Shelf,
  voice: Voice,
  quotes: ReadonlyMap<string, Quote>,
): { first: string; steps: BlockStep[] } | null {
  // Words that promise one click and the same parcel are for the page after payment.
  const { headline, headlineOfSeveral, body, giftBody } = voice.words.block
  const own = { ...voice.words, headline, headlineOfSeveral, body, giftBody }
  const view = viewOffer(offerId, funnel, shelf, { ...voice, words: own })
  if (!view) return null
  const steps = view.steps.map((step, index) => viewStep(step, funnel.steps[index]!, shelf, voice, quotes))
  return { first: view.first, steps }
}

function viewStep(view: StepView, step: OpenStep, shelf: Shelf, voice: Voice, quotes: ReadonlyMap<string, Quote>): BlockStep {
  const all = view.take === 'all'
  const products = view.products.map((product, index) => viewProduct(product, step, step.offered[index]!.productId, shelf, voice, quotes))
  const isFixed = products.every(({ variants }) => variants.length === 1)
  return {
    id: view.id,
    all,
    headline: view.headline,
    body: view.body,
    products,
    ...(all && isFixed ? { total: say(voice, costOf(step, step.offered, shelf)) } : {}),
    accept: voice.words.block.accept,
    decline: view.decline ?? voice.words.words.decline,
    onDecline: view.onDecline,
  }
}

function viewProduct(
  { title, stars, image, variants, quantity }: ProductView,
  step: OpenStep,
  productId: string,
  shelf: Shelf,
  voice: Voice,
  quotes: ReadonlyMap<string, Quote>,
): BlockProduct {
  const quote = quotes.get(productId)
  const viewVariant = (variant: ProductView['variants'][number]): BlockVariant[] => {
    const variantId = String(variant.variantId)
    if (!shelf.has(variantId) || (variant.most ?? quantity) < quantity) return []
    const one = { productId, variantId, quantity: 1 }
    const [price, was] = [costOf(step, [one], shelf), shelf.get(variantId)?.price ?? 0]
    return [
      {
        variantId: variant.variantId,
        title: variant.title,
        price: say(voice, price),
        ...(was > price && step.crossedOut ? { was: say(voice, was) } : {}),
        total: say(voice, costOf(step, [{ ...one, quantity }], shelf)),
        ...(variant.image ? { image: variant.image } : {}),
      },
    ]
  }
  return {
    title,
    ...(stars ? { stars } : {}),
    ...(quote ? { quote: { text: quote.text, by: quote.author } } : {}),
    image,
    quantity,
    ...(quantity > 1 ? { amount: fill(voice.words.words.quantity, { count: String(quantity) }) } : {}),
    variants: variants.flatMap(viewVariant),
  }
}

const costOf = (step: OpenStep, taken: readonly { productId: string; variantId: string; quantity: number }[], shelf: Shelf): number =>
  linesOf(step, taken, shelf).reduce((sum, { unitPrice, quantity, discount }) => sum + unitPrice * quantity - discount, 0)

const say = ({ currency, language }: Voice, amount: number): string => formatMoney({ amount, currency }, language)

import type { Shelf } from '#app/offers/availability.ts'
import type { OpenFunnel, OpenStep } from '#app/offers/funnel.ts'
import { unitPriceOf } from '#app/offers/plan-price.ts'
import type { Step } from '#app/offers/step.ts'
import { exponentOf, formatMoney } from '#app/values/money.ts'
import { linesOf } from '../accept/changeset.ts'
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
  return { first: view.first, steps: onTheWay(steps, view.first) }
}

/** From here a no leads on; what follows a yes is offered once that is bought. */
function onTheWay(steps: readonly BlockStep[], first: string): BlockStep[] {
  const step = steps.find(({ id }) => id === first)
  return step ? [step, ...(step.onDecline ? onTheWay(steps, step.onDecline) : [])] : []
}

function viewStep(view: StepView, step: OpenStep, shelf: Shelf, voice: Voice, quotes: ReadonlyMap<string, Quote>): BlockStep {
  const all = view.take === 'all'
  const [sums, { language, currency }] = [all && view.products.length > 1, voice]
  const products = view.products.map((product, index) =>
    viewProduct(product, step.offered[index]!.productId, { step, sums, shelf, voice, quotes }),
  )
  const isFixed = products.every(({ variants, least: chooses }) => variants.length === 1 && chooses === undefined)
  return {
    id: view.id,
    all,
    headline: view.headline,
    body: view.body,
    ...planOf(step, voice),
    products,
    ...(all && isFixed ? { total: say(voice, costOf(step, step.offered, shelf)) } : {}),
    ...(sums && !isFixed ? { sum: { language, currency, exponent: exponentOf(currency) } } : {}),
    accept: voice.words.block.accept,
    decline: view.decline ?? voice.words.words.decline,
    onDecline: view.onDecline,
  }
}

interface Around {
  step: OpenStep
  sums: boolean // over several products
  shelf: Shelf
  voice: Voice
  quotes: ReadonlyMap<string, Quote>
}

function viewProduct(
  { title, stars, image, variants, quantity, least, most }: ProductView,
  productId: string,
  around: Around,
): BlockProduct {
  const { quotes, voice } = around
  const quote = quotes.get(productId)
  const range = { quantity, least, most: Math.min(most, least + MOST_QUANTITIES - 1) }
  const choosesAmount = range.most > least && range.most >= quantity
  const viewed = variants.flatMap((variant) => viewVariant(variant, { productId, ...range, choosesAmount }, around))
  return {
    title,
    ...(stars ? { stars } : {}),
    ...(quote ? { quote: { text: quote.text, by: quote.author } } : {}),
    image,
    quantity,
    ...(choosesAmount ? { least } : quantity > 1 ? { amount: fill(voice.words.words.quantity, { count: String(quantity) }) } : {}),
    variants: viewed,
  }
}

const MOST_QUANTITIES = 12 // Each has a price of its own in the answer.

interface Asked {
  productId: string
  quantity: number
  least: number
  most: number
  choosesAmount: boolean
}

function viewVariant(
  variant: ProductView['variants'][number],
  { productId, quantity, least, most, choosesAmount }: Asked,
  { step, sums, shelf, voice }: Around,
): BlockVariant[] {
  const variantId = String(variant.variantId)
  if (!shelf.has(variantId) || (variant.most ?? quantity) < quantity) return []
  const costs = (count: number) => costOf(step, [{ productId, variantId, quantity: count }], shelf)
  const [price, was] = [costs(1), unitPriceOf(step, shelf.get(variantId)!)]
  const counts = Array.from({ length: Math.min(most, variant.most ?? most) - least + 1 }, (_, more) => least + more)
  return [
    {
      variantId: variant.variantId,
      title: variant.title,
      price: say(voice, price),
      ...(was > price && step.crossedOut ? { was: say(voice, was) } : {}),
      total: say(voice, costs(quantity)),
      ...(choosesAmount ? { totals: counts.map((count) => say(voice, costs(count))) } : {}),
      ...(sums ? { amounts: (choosesAmount ? counts : [quantity]).map(costs) } : {}),
      ...(variant.image ? { image: variant.image } : {}),
    },
  ]
}

const costOf = (step: OpenStep, taken: readonly { productId: string; variantId: string; quantity: number }[], shelf: Shelf): number =>
  linesOf(step, taken, shelf).reduce((sum, { unitPrice, quantity, discount }) => sum + unitPrice * quantity - discount, 0)

const planOf = (step: OpenStep, voice: Voice): { plan?: string } => (step.subscription ? { plan: sayPlan(step, voice) } : {})

/** Shopify's checkout says the rest, and asks for her consent there: our code takes something off the first delivery alone. */
export const sayPlan = ({ subscription, discount }: Pick<Step, 'subscription' | 'discount'>, { words }: Voice): string =>
  [words.subscription, ...(subscription?.name ? [subscription.name] : []), ...(discount.kind === 'none' ? [] : [words.firstDelivery])].join(
    ' · ',
  )

const say = ({ currency, language, words }: Voice, amount: number): string =>
  amount === 0 ? words.words.free : formatMoney({ amount, currency }, language)

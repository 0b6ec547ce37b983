import { atMostOf, variantsOf, whyUnavailable, type OfferedVariant, type Shelf, type Stars } from '#app/offers/availability.ts'
import type { OpenFunnel, OpenStep } from '#app/offers/funnel.ts'
import { priceOf, type StepProduct } from '#app/offers/step.ts'
import { numberFormat } from '#app/values/formats.ts'
import { isolate } from '#app/values/languages.ts'
import { formatMoney } from '#app/values/money.ts'
import { MOST_NAME, shorten } from '#app/values/short.ts'
import { deliveryLineOf, discountOf, discountOfAll, linesOf, planOf, sayPercent } from './accept/changeset.ts'
import { takenAtFirst } from './accept/choice.ts'
import type { ChangeDiscount, OfferView, Picture, ProductView, StepView, VariantView } from './contract.ts'
import type { Voice } from './voice.ts'
import { fill } from './wording/catalogue.ts'
import { fillWritten } from './wording/written.ts'

/** What the extension draws: only steps that can be shown now, in the shopper's language. Null when nothing can. */
export function viewOffer(offerId: string, funnel: OpenFunnel, shelf: Shelf, voice: Voice): OfferView | null {
  if (!funnel.first) return null
  const steps = funnel.steps.map((step) => viewStep(step, shelf, voice))
  return { offerId, first: funnel.first.id, wording: voice.words.words, steps }
}

function viewStep(step: OpenStep, shelf: Shelf, voice: Voice): StepView {
  const shown = step.items.kind === 'best' ? step.offered.slice(0, step.items.show) : step.offered
  const first = shelf.get(shown[0]?.variantId ?? '')
  const discount = discountOf(step, undefined, voice)
  const plan = planOf(step, voice)
  const delivery = deliveryLineOf(step, voice)
  return {
    id: step.id,
    take: step.items.kind === 'bundle' ? 'all' : 'one',
    products: shown.map((product) => viewProduct(step, product, discount, shelf, voice)),
    ...(discount ? { discount } : {}),
    ...(plan ? { plan, planName: step.subscription?.name || voice.words.subscription } : {}),
    ...(delivery ? { delivery } : {}),
    crossedOut: step.crossedOut,
    ...textsOf(step, first?.title ?? '', shelf, voice),
    onAccept: step.onAccept,
    onDecline: step.onDecline,
  }
}

/** The merchant's words in the shopper's language, else ours. */
function textsOf(step: OpenStep, title: string, shelf: Shelf, voice: Voice) {
  const { words, language, firstName } = voice
  const product = isolate(shorten(title, MOST_NAME), language)
  const saved = discountOfAll(linesOf(step, takenAtFirst(step), shelf))
  const saving = saved > 0 ? saySaving(step, saved, voice) : ''
  const { headline = '', body = '', accept = '', decline = '' } = step.wording[language] ?? {}
  const write = (text: string) => fillWritten(text, { product, saving, first_name: firstName })
  const own = step.gift ? words.giftBody : saving && fill(words.body, { discount: sayDiscount(step, saving, voice) })
  return {
    headline: write(headline) || fill(ownHeadline(step, words), { product }),
    body: write(body) || own,
    ...(accept ? { accept: accept.includes('{total}') ? accept : `${accept} · {total}` } : {}),
    ...(decline ? { decline } : {}),
  }
}

function ownHeadline(step: OpenStep, words: Voice['words']): string {
  if (step.gift) return words.giftHeadline
  return isChoice(step) ? words.headlineOfSeveral : words.headline
}

const isChoice = ({ items, offered }: OpenStep): boolean =>
  items.kind !== 'bundle' && Math.min(offered.length, items.kind === 'best' ? items.show : Infinity) > 1

/** What stays true whatever she chooses: a share of the price, or the amount off what is chosen at first. */
function saySaving(step: OpenStep, saved: number, { currency, language }: Voice): string {
  const discount = priceOf(step)
  if (discount.kind === 'percentage' && !step.gift)
    return numberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(discount.percent / 100)
  return formatMoney({ amount: saved, currency }, language)
}

const sayDiscount = ({ discount }: OpenStep, saving: string, voice: Voice): string =>
  discount.kind === 'percentage' ? sayPercent(discount.percent, voice) : `−${saving}`

const MOST_VARIANTS = 100 // As many as Shopify's own pages load at once.

function viewProduct(step: OpenStep, product: StepProduct, ofStep: ChangeDiscount | null, shelf: Shelf, voice: Voice): ProductView {
  const chosen = shelf.get(product.variantId)
  const others = product.anyVariant ? variantsOf(shelf, product.productId).filter((one) => one !== chosen) : []
  const variants = [...(chosen ? [chosen] : []), ...others.filter((one) => !whyUnavailable(one, product.least))].slice(0, MOST_VARIANTS)
  const image = pictureOf(step, chosen)
  return {
    title: isolate(chosen?.title ?? '', voice.language),
    ...(step.stars && chosen?.stars ? { stars: sayStars(chosen.stars, voice) } : {}),
    ...(isChoice(step) && chosen ? pricesOf(step, chosen, shelf, voice) : {}),
    image,
    variants: variants.map((variant) => viewVariant(step, variant, { image, ofStep, most: product.most }, voice)),
    quantity: product.quantity,
    least: product.least,
    most: Math.max(product.quantity, Math.min(product.most, ...(chosen ? [atMostOf(chosen, product.most)] : []))),
  }
}

/** To one decimal, as her language writes it. */
export function sayStars({ count, sum, rewarded }: Stars, { words, language }: Voice): string {
  const number = (value: number, digits = 0) =>
    numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  const told = { average: number(sum / count, 1), count: number(count), rewarded: number(rewarded) }
  return fill(rewarded > 0 ? words.starsRewarded : words.stars, told)
}

function viewVariant(
  step: OpenStep,
  variant: OfferedVariant,
  usual: { image: Picture | null; ofStep: ChangeDiscount | null; most: number },
  voice: Voice,
): VariantView {
  const image = pictureOf(step, variant)
  const discount = discountOf(step, variant, voice)
  const most = atMostOf(variant, usual.most)
  return {
    variantId: Number(variant.variantId),
    title: variant.variantTitle && isolate(variant.variantTitle, voice.language),
    ...(image && image.url !== usual.image?.url ? { image } : {}),
    ...(most < usual.most ? { most } : {}),
    ...(discount && discount.value !== usual.ofStep?.value ? { discount } : {}),
  }
}

function pictureOf({ image }: OpenStep, variant: OfferedVariant | undefined): Picture | null {
  if (image.kind === 'none') return null
  if (image.kind === 'own') return { url: image.url, alt: image.alt }
  return (image.kind === 'product' ? (variant?.productImage ?? variant?.image) : variant?.image) ?? null
}

/** What one costs, and what it would cost without the discount. */
function pricesOf(step: OpenStep, { productId, variantId }: OfferedVariant, shelf: Shelf, { currency, language }: Voice) {
  const lines = linesOf(step, [{ productId, variantId, quantity: 1 }], shelf)
  const [was, off] = [lines[0]?.unitPrice ?? 0, discountOfAll(lines)]
  const say = (amount: number) => formatMoney({ amount, currency }, language)
  return { price: say(was - off), ...(off > 0 && step.crossedOut ? { was: say(was) } : {}) }
}

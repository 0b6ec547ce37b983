import { formatMoney } from '#app/values/money.ts'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import { STEP_WORDS } from './step-words.ts'
import type { Items, Step, StepProduct, StepWording } from '../step.ts'
import { list, type Words } from '../rules/words.ts'

const GONE = 'something no longer in the shop'

/** What a step is, part by part, in the words of the editor. */
export const STEP_PARTS: Readonly<Record<string, (step: Step, words: Words, steps: readonly Step[]) => string>> = {
  [STEP_WORDS.items.label]: ({ items }, words) => sayItems(items, words),
  [STEP_WORDS.price]: sayPrice,
  [STEP_WORDS.delivery]: ({ shipping, gift }, words) =>
    gift
      ? STEP_WORDS.deliveries.free
      : shipping.kind === 'fixed'
        ? sayAmount(shipping.amount, words)
        : STEP_WORDS.deliveries[shipping.kind],
  [STEP_WORDS.subscription]: ({ subscription }) =>
    subscription ? `${STEP_WORDS.subscribed}: ${subscription.name || `plan ${subscription.sellingPlanId}`}` : STEP_WORDS.once,
  [STEP_WORDS.image]: ({ image }) => (image.kind === 'own' ? image.url : STEP_WORDS.images[image.kind]),
  [STEP_WORDS.shown]: ({ stars }) => (stars ? STEP_WORDS.reviews : STEP_WORDS.noReviews),
  [STEP_WORDS.wording]: sayWording,
  [STEP_WORDS.onAccept]: ({ onAccept }, _, steps) => sayNext(onAccept, steps),
  [STEP_WORDS.onDecline]: ({ onDecline }, _, steps) => sayNext(onDecline, steps),
}

const sayAmount = (amount: number, { currency }: Words): string => formatMoney({ amount, currency }, 'en')

function sayItems(items: Items, { names }: Words): string {
  if (items.kind !== 'best') {
    const said = items.products.map(
      (product) =>
        `${sayPieces(product)} ${names.variants[product.variantId]?.title ?? GONE}${product.anyVariant ? ' or another variant' : ''}`,
    )
    return list(said, items.kind === 'choice' ? 'or' : 'and')
  }
  const from =
    items.from.kind === 'collection'
      ? (names.collections[items.from.collectionId]?.title ?? GONE)
      : list(items.from.productIds.map((id) => names.products[id]?.title ?? GONE))
  return `${STEP_WORDS.showOptions[items.show - 1] ?? ''} of ${from}, ${sayPieces(items)}`
}

const sayPieces = ({ quantity, least, most }: Pick<StepProduct, 'quantity' | 'least' | 'most'>): string =>
  least === most ? `${quantity} ×` : `${quantity} × (${least} to ${most})`

function sayPrice({ gift, discount, crossedOut }: Step, words: Words): string {
  if (gift) return 'Free gift'
  if (discount.kind === 'none') return STEP_WORDS.discounts.none
  const off = discount.kind === 'percentage' ? `${discount.percent} % off` : `${sayAmount(discount.amount, words)} off each`
  return crossedOut ? `${off}, the price before crossed out` : off
}

const WORDED = ['headline', 'body', 'accept', 'decline'] as const satisfies readonly (keyof StepWording)[]

function sayWording({ wording }: Step): string {
  const said = Object.entries(wording).flatMap(([language, written]) =>
    WORDED.filter((part) => written?.[part]).map(
      (part) => `${STEP_WORDS[part]} in ${LANGUAGE_NAMES[language as keyof typeof LANGUAGE_NAMES]}: “${written?.[part]}”`,
    ),
  )
  return said.length > 0 ? said.join('; ') : STEP_WORDS.own
}

const sayNext = (id: string | null, steps: readonly Step[]): string => {
  const number = steps.findIndex((step) => step.id === id) + 1
  return number > 0 ? STEP_WORDS.toStep(number) : STEP_WORDS.toEnd
}

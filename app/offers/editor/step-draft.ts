import { amountTyped, formatDecimal } from '#app/values/money.ts'
import type { Language } from '#app/values/languages.ts'
import { percentTyped, wholeTyped } from '#app/values/typed.ts'
import type { Discount, Items, Shipping, Step, StepImage, StepProduct, StepWording } from '../step.ts'

/** How many, as text: `least` and `most` count only where the shopper may change it. */
export interface PiecesDraft {
  quantity: string
  least: string
  most: string
  fixed: boolean
}
export interface ProductDraft extends PiecesDraft {
  productId: string
  variantId: string
  anyVariant: boolean
}
/** A step while it is written. What another kind of items needs is kept, so that trying one out loses nothing. */
export interface StepDraft {
  id: string
  kind: Items['kind']
  products: ProductDraft[]
  best: PiecesDraft & { from: 'collection' | 'products'; collectionId: string; productIds: string[]; show: string; anyVariant: boolean }
  discount: { kind: Discount['kind']; value: string }
  gift: boolean
  shipping: { kind: Shipping['kind']; value: string }
  subscription: { sellingPlanId: string; name: string; recurringShipping: string } | null
  wording: Partial<Record<Language, StepWording>>
  image: { kind: StepImage['kind']; url: string; alt: string }
  crossedOut: boolean
  stars: boolean
  onAccept: string | null
  onDecline: string | null
}

const ONE: PiecesDraft = { quantity: '1', least: '1', most: '1', fixed: true }
const NO_WORDS: StepWording = { headline: '', body: '', accept: '', decline: '' }

export const emptyStep = (id: string): StepDraft => ({
  id,
  kind: 'bundle',
  products: [],
  best: { ...ONE, from: 'collection', collectionId: '', productIds: [], show: '1', anyVariant: true },
  discount: { kind: 'none', value: '' },
  gift: false,
  shipping: { kind: 'with-order', value: '' },
  subscription: null,
  wording: {},
  image: { kind: 'variant', url: '', alt: '' },
  crossedOut: true,
  stars: true,
  onAccept: null,
  onDecline: null,
})

export const newProduct = (productId: string, variantId: string): ProductDraft => ({ ...ONE, productId, variantId, anyVariant: false })

export const wordingOf = (step: StepDraft, language: Language): StepWording => step.wording[language] ?? NO_WORDS

export function stepDraftOf(step: Step, currency: string): StepDraft {
  const { items, discount, shipping, subscription, image, ...same } = step
  const decimal = (amount: number) => formatDecimal(amount, currency)
  const empty = emptyStep(step.id)
  return {
    ...same,
    kind: items.kind,
    products: items.kind === 'best' ? [] : items.products.map(productDraftOf),
    best: items.kind === 'best' ? bestDraftOf(items) : empty.best,
    discount: { kind: discount.kind, value: valueOf(discount, decimal) },
    shipping: { kind: shipping.kind, value: shipping.kind === 'fixed' ? decimal(shipping.amount) : '' },
    subscription: subscription && { ...subscription, recurringShipping: decimal(subscription.recurringShipping) },
    image: image.kind === 'own' ? image : { ...empty.image, kind: image.kind },
  }
}

const valueOf = (discount: Discount, decimal: (amount: number) => string): string =>
  discount.kind === 'percentage' ? String(discount.percent) : discount.kind === 'fixed' ? decimal(discount.amount) : ''

const piecesDraftOf = ({ quantity, least, most }: Pick<StepProduct, 'quantity' | 'least' | 'most'>): PiecesDraft => ({
  quantity: String(quantity),
  least: String(least),
  most: String(most),
  fixed: least === quantity && most === quantity,
})

const productDraftOf = (product: StepProduct): ProductDraft => ({ ...product, ...piecesDraftOf(product) })

const bestDraftOf = (items: Extract<Items, { kind: 'best' }>): StepDraft['best'] => ({
  ...piecesDraftOf(items),
  from: items.from.kind,
  collectionId: items.from.kind === 'collection' ? items.from.collectionId : '',
  productIds: items.from.kind === 'products' ? items.from.productIds : [],
  show: String(items.show),
  anyVariant: items.anyVariant,
})

/** What the draft says, for `checkOffer` to judge: text that is no number stays NaN. */
export function stepOfDraft(draft: StepDraft, currency: string): unknown {
  const { kind: _, products: __, best: ___, subscription, image, ...same } = draft
  return {
    ...same,
    items: itemsOf(draft),
    // A gift has neither, and what was typed before it became one must not stand in the way of saving it.
    discount: discountOf(draft.gift ? NO_DISCOUNT : draft.discount, currency),
    shipping: shippingOf(draft, currency),
    subscription: subscription && { ...subscription, recurringShipping: amountTyped(subscription.recurringShipping || '0', currency) },
    wording: Object.fromEntries(Object.entries(draft.wording).filter(([, words]) => Object.values(words).some(Boolean))),
    image: image.kind === 'own' ? image : { kind: image.kind },
  }
}

function itemsOf({ kind, products, best }: StepDraft): unknown {
  if (kind !== 'best')
    return {
      kind,
      products: products.map(({ productId, variantId, anyVariant, ...some }) => ({ productId, variantId, anyVariant, ...pieces(some) })),
    }
  const from =
    best.from === 'collection' ? { kind: best.from, collectionId: best.collectionId } : { kind: best.from, productIds: best.productIds }
  return { kind, from, show: Number(best.show), anyVariant: best.anyVariant, ...pieces(best) }
}

function pieces({ quantity, least, most, fixed }: PiecesDraft): object {
  const number = wholeTyped(quantity)
  return fixed ? { quantity: number, least: number, most: number } : { quantity: number, least: wholeTyped(least), most: wholeTyped(most) }
}

const NO_DISCOUNT = { kind: 'none', value: '' } as const

function shippingOf({ gift, shipping: { kind, value } }: StepDraft, currency: string): unknown {
  if (gift) return { kind: 'with-order' }
  return kind === 'fixed' ? { kind, amount: amountTyped(value, currency) } : { kind }
}

function discountOf({ kind, value }: StepDraft['discount'], currency: string): unknown {
  if (kind === 'none') return { kind }
  return kind === 'percentage' ? { kind, percent: percentTyped(value) } : { kind, amount: amountTyped(value, currency) }
}

/** The first `step-N` that no step of the draft has. */
export function nextStepId(steps: readonly { id: string }[]): string {
  const taken = new Set(steps.map((step) => step.id))
  for (let number = steps.length + 1; ; number += 1) if (!taken.has(`step-${number}`)) return `step-${number}`
}

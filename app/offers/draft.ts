import { DateTime } from 'luxon'
import { formatDecimal } from '#app/values/money.ts'
import type { StoredOffer } from './listing.ts'
import type { OfferStatus } from './offer.ts'
import { namedProducts, type Discount, type Step } from './step.ts'
import { amountOf, groupDraftOf, numberOf, ruleOfDraft, type GroupDraft } from './rules/rule-draft.ts'

/** An offer while it is being written: what the fields hold, so amounts, numbers and times are still text. */
export type StepDraft = Omit<Step, 'discount' | 'items' | 'wording'> & {
  products: { productId: string; variantId: string; quantity: string }[]
  wording: { headline: string; body: string }
  stored: Pick<Step, 'items' | 'wording'> | null // what the editor does not show yet
  discount: { kind: Discount['kind']; value: string }
}
export interface OfferDraft {
  title: string
  status: OfferStatus
  rules: GroupDraft
  steps: StepDraft[]
  priority: string
  schedule: { startsAt: string; endsAt: string } // local, as <input type="datetime-local"> holds it
}

/** The shop's currency and time zone: what an amount and a time of day mean. */
export interface Terms {
  currency: string
  timeZone: string
}

const LOCAL = "yyyy-MM-dd'T'HH:mm"

export const emptyStep = (id: string): StepDraft => ({
  id,
  products: [],
  discount: { kind: 'none', value: '' },
  gift: false,
  shipping: { kind: 'with-order' },
  subscription: null,
  image: { kind: 'variant' },
  crossedOut: true,
  wording: { headline: '', body: '' },
  stored: null,
  onAccept: null,
  onDecline: null,
})

export const emptyDraft = (): OfferDraft => ({
  title: '',
  status: 'draft',
  rules: { key: 'root', kind: 'all', rules: [] },
  steps: [emptyStep('step-1')],
  priority: '0',
  schedule: { startsAt: '', endsAt: '' },
})

/** The first `step-N` that no step of the draft has. */
export function nextStepId(steps: readonly { id: string }[]): string {
  const taken = new Set(steps.map((step) => step.id))
  for (let number = steps.length + 1; ; number += 1) if (!taken.has(`step-${number}`)) return `step-${number}`
}

export function draftOf({ definition, status }: Pick<StoredOffer, 'definition' | 'status'>, terms: Terms): OfferDraft {
  const local = (time: string | null) => (time ? DateTime.fromISO(time, { zone: terms.timeZone }).toFormat(LOCAL) : '')
  return {
    title: definition.title,
    status,
    rules: groupDraftOf(definition.rules, 'root', terms.currency),
    steps: definition.steps.map((step) => stepDraftOf(step, terms)),
    priority: String(definition.priority),
    schedule: { startsAt: local(definition.schedule.startsAt), endsAt: local(definition.schedule.endsAt) },
  }
}

function stepDraftOf(step: Step, { currency }: Terms): StepDraft {
  const value: Record<Discount['kind'], (discount: Discount) => string> = {
    none: () => '',
    percentage: (discount) => (discount.kind === 'percentage' ? String(discount.percent) : ''),
    fixed: (discount) => (discount.kind === 'fixed' ? formatDecimal(discount.amount, currency) : ''),
  }
  const { items, wording, ...shown } = step
  return {
    ...shown,
    stored: { items, wording },
    wording: wording.en ?? { headline: '', body: '' },
    products: namedProducts(step).map((product) => ({ ...product, quantity: String(product.quantity) })),
    discount: { kind: step.discount.kind, value: value[step.discount.kind](step.discount) },
  }
}

/** What the draft says, for `checkOffer` to judge: text that is no number stays NaN and a time that is none stays text. */
export function candidateOf(draft: OfferDraft, terms: Terms): unknown {
  return {
    title: draft.title,
    rules: ruleOfDraft(draft.rules, terms.currency),
    steps: draft.steps.map(({ products, stored, wording, ...step }) => ({
      ...step,
      items: itemsOf(products, stored),
      wording: { ...stored?.wording, ...(wording.headline || wording.body || stored?.wording.en ? { en: wording } : {}) },
      discount: discountOf(step.discount, terms),
    })),
    priority: numberOf(draft.priority),
    schedule: { startsAt: instant(draft.schedule.startsAt, terms), endsAt: instant(draft.schedule.endsAt, terms) },
  }
}

function itemsOf(products: StepDraft['products'], stored: StepDraft['stored']): unknown {
  if (stored?.items.kind === 'best') return stored.items
  const before = new Map((stored?.items.products ?? []).map((product) => [product.variantId, product]))
  const chosen = products.map(({ quantity: typed, ...product }) => {
    const quantity = numberOf(typed)
    const ranged = before.get(product.variantId)
    return { ...(ranged?.quantity === quantity ? ranged : { anyVariant: ranged?.anyVariant ?? false }), ...product, quantity }
  })
  return { kind: stored?.items.kind ?? 'bundle', products: chosen }
}

function discountOf({ kind, value }: StepDraft['discount'], { currency }: Terms): unknown {
  if (kind === 'none') return { kind }
  return kind === 'percentage' ? { kind, percent: numberOf(value) } : { kind, amount: amountOf(value, currency) }
}

function instant(local: string, { timeZone }: Terms): string | null {
  return local ? (DateTime.fromISO(local, { zone: timeZone }).toISO({ suppressMilliseconds: true }) ?? local) : null
}

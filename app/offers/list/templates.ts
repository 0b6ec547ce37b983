import { emptyDraft, type OfferDraft } from '../editor/draft.ts'
import { emptyCondition, type ConditionDraft, type RuleDraft } from '../rules/rule-draft.ts'
import { emptyStep, type StepDraft } from '../editor/step-draft.ts'

/** A good beginning: what it is for, and what the merchant still has to say. */
export interface Template {
  id: string
  title: string
  about: string
  todo: readonly string[]
  fill: (draft: OfferDraft, currency: string) => OfferDraft
}

const CHOOSE_TRIGGER = 'Under “Who sees it”, choose the products that should bring the offer up.'
const CHOOSE_PRODUCT = 'Under “Step 1”, choose what to offer.'
const CHECK_DISCOUNT = 'Check the discount: it is off what this step adds, not off the order.'

const when = (kind: ConditionDraft['kind'], currency: string, values: ConditionDraft['values'] = {}): RuleDraft => {
  const empty = emptyCondition(kind, `template-${kind}`, currency)
  return { ...empty, values: { ...empty.values, ...values } }
}
const all = (draft: OfferDraft, ...rules: RuleDraft[]): OfferDraft['rules'] => ({ ...draft.rules, kind: 'all', rules })
const step = (id: string, edit: Partial<StepDraft>): StepDraft => ({ ...emptyStep(id), ...edit })
const percentage = (value: string): StepDraft['discount'] => ({ kind: 'percentage', value })
const english = (headline: string, body = ''): StepDraft['wording'] => ({ en: { headline, body, accept: '', decline: '' } })

export const TEMPLATES: readonly Template[] = [
  {
    id: 'accessory',
    title: 'An accessory for what was just bought',
    about: 'A case for a phone, a filter for a machine: whoever bought the one is offered the other, a little cheaper.',
    todo: [CHOOSE_TRIGGER, CHOOSE_PRODUCT, CHECK_DISCOUNT],
    fill: (draft, currency) => ({
      ...draft,
      title: 'Accessory',
      rules: all(draft, when('product', currency)),
      steps: [step('step-1', { discount: percentage('10') })],
    }),
  },
  {
    id: 'bundle',
    title: 'A set that costs less together',
    about: 'Two or three things that belong together, added at once with a discount on all of them.',
    todo: ['Under “Step 1”, choose two to five products.', CHECK_DISCOUNT, 'Say who sees it, or leave it open to every purchase.'],
    fill: (draft) => ({
      ...draft,
      title: 'Set',
      steps: [step('step-1', { discount: percentage('15'), wording: english('Complete your set', 'Everything together, {saving} off.') })],
    }),
  },
  {
    id: 'gift',
    title: 'A free gift above an order value',
    about: 'Thanks for a large order, at no charge. The shopper still chooses to take it.',
    todo: ['Set the order value from which it is given.', CHOOSE_PRODUCT, 'Set a limit, so that gifts do not run away with you.'],
    fill: (draft, currency) => ({
      ...draft,
      title: 'Free gift',
      rules: all(draft, when('order-value', currency, { atLeast: '100' })),
      steps: [step('step-1', { gift: true })],
      caps: { ...draft.caps, times: '1', days: '365' },
    }),
  },
  {
    id: 'first-order',
    title: 'A reason to come back, on the first order',
    about: 'New shoppers are offered a bestseller of yours at a good price, while they are still pleased.',
    todo: [CHOOSE_PRODUCT, CHECK_DISCOUNT],
    fill: (draft, currency) => ({
      ...draft,
      title: 'First order',
      rules: all(draft, when('order-count', currency, { is: 'first-time' })),
      steps: [step('step-1', { discount: percentage('20') })],
    }),
  },
  {
    id: 'win-back',
    title: 'Something new for returning shoppers',
    about: 'Whoever ordered before is offered what fits best from a collection: in stock, and not bought before.',
    todo: ['Under “Step 1”, choose the collection to pick from.', CHECK_DISCOUNT],
    fill: (draft, currency) => ({
      ...draft,
      title: 'Returning shoppers',
      rules: all(draft, when('order-count', currency, { is: 'returning' })),
      steps: [step('step-1', { kind: 'best', best: { ...emptyStep('').best, show: '2' }, discount: percentage('10') })],
    }),
  },
  {
    id: 'choice',
    title: 'Pick one of several',
    about: 'Two to ten products side by side; the shopper takes one.',
    todo: ['Under “Step 1”, choose two to ten products.', 'Say who sees it, or leave it open to every purchase.'],
    fill: (draft) => ({
      ...draft,
      title: 'Pick one',
      steps: [step('step-1', { kind: 'choice', discount: percentage('10'), wording: english('Which one goes with it?') })],
    }),
  },
  {
    id: 'downsell',
    title: 'A second, smaller offer after a no',
    about: 'Whoever declines the first step is shown something cheaper instead.',
    todo: [CHOOSE_PRODUCT, 'Under “Step 2”, choose something that costs less.', CHECK_DISCOUNT],
    fill: (draft) => ({
      ...draft,
      title: 'Offer and smaller offer',
      steps: [step('step-1', { onDecline: 'step-2', discount: percentage('10') }), step('step-2', { discount: percentage('20') })],
    }),
  },
  {
    id: 'subscription',
    title: 'What runs out, by subscription',
    about: 'Coffee, vitamins, filters: whoever bought it once can have it regularly. Shopify asks for consent.',
    todo: [CHOOSE_TRIGGER, CHOOSE_PRODUCT, 'Choose a selling plan of your subscription app.'],
    fill: (draft, currency) => ({
      ...draft,
      title: 'Subscription',
      rules: all(draft, when('product', currency)),
      steps: [step('step-1', { subscription: { ...NO_PLAN } })],
    }),
  },
]

const NO_PLAN = { sellingPlanId: '', name: '', recurringShipping: '' }

/** The draft to begin with; an id that names no template begins with an empty one. */
export function draftFrom(id: string | null, currency: string): { draft: OfferDraft; template: Template | null } {
  const template = TEMPLATES.find((one) => one.id === id) ?? null
  return { draft: template ? template.fill(emptyDraft(), currency) : emptyDraft(), template }
}

import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { OfferDefinition } from './offer.ts'
import { AT_MOST_SHOWN, shownAt } from './ways.ts'
import { namedProducts, Step } from './step.ts'
import { problemOf } from './rules/field.ts'
import { fieldsOfKind, isWithinLimits, problemsWithin } from './rules/rules.ts'

/** Path in the definition (`steps.0.products`) -> what the merchant should do about it. */
export type Problems = Readonly<Record<string, string>>

const MESSAGES: Readonly<Record<string, string>> = {
  title: 'Give the offer a name of at most 120 characters',
  'steps.*.items.products': 'Choose one to five products to offer',
  'steps.*.items.products.*.quantity': 'Enter a whole number from 1 to 99',
  'steps.*.items.products.*.least': 'Enter a whole number from 1 to 99',
  'steps.*.items.products.*.most': 'Enter a whole number from 1 to 99',
  'steps.*.items.from.productIds': 'Choose at least one product, at most 250',
  'steps.*.items.from.collectionId': 'Choose a collection',
  'steps.*.items.show': 'Show one to three products',
  'steps.*.items.quantity': 'Enter a whole number from 1 to 99',
  'steps.*.items.least': 'Enter a whole number from 1 to 99',
  'steps.*.items.most': 'Enter a whole number from 1 to 99',
  'steps.*.shipping.amount': 'Enter an amount above 0',
  'steps.*.subscription.sellingPlanId': 'Choose a selling plan',
  'steps.*.subscription.recurringShipping': 'Enter an amount, or 0 for free delivery',
  'steps.*.image.url': 'Enter the address of an image that begins with https://',
  'steps.*.wording.*.accept': 'Use at most 40 characters',
  'steps.*.wording.*.decline': 'Use at most 40 characters',
  'caps.perShopper.times': 'Enter a whole number from 1 to 99',
  'caps.perShopper.days': 'Enter a whole number of days from 1 to 3,650',
  'caps.total': 'Enter a whole number above 0',
  'caps.budget': 'Enter an amount above 0',
  'steps.*.discount.percent': 'Enter a percentage above 0, at most 100',
  'steps.*.discount.amount': 'Enter an amount above 0',
  'steps.*.wording.*.headline': 'Use at most 120 characters',
  'steps.*.wording.*.body': 'Use at most 600 characters',
  steps: 'An offer has one to six steps',
  shownOn: 'Choose at least one place',
  priority: 'Enter a whole number from 0 to 1,000,000',
  'schedule.startsAt': 'Enter a date and a time',
  'schedule.endsAt': 'Enter a date and a time',
}

const CHOICE = 'Choose two to ten products to offer'

/** The one judgement of an offer, for the editor beside each field and for the server at the door. */
export function checkOffer(candidate: unknown): Outcome<OfferDefinition, 'invalid'> {
  const parsed = OfferDefinition.safeParse(candidate)
  const problems = parsed.success
    ? crossProblems(parsed.data)
    : { ...partProblems(candidate), ...shapeProblems(parsed.error.issues, candidate) }
  return parsed.success && Object.keys(problems).length === 0 ? ok(parsed.data) : refuse('invalid', problems)
}

export const problemsOf = (outcome: Outcome<OfferDefinition, 'invalid'>): Problems =>
  outcome.ok ? {} : ((outcome.detail ?? {}) as Problems)

function shapeProblems(issues: readonly Issue[], candidate: unknown): Problems {
  return Object.fromEntries(
    issues.map((issue) => ruleProblem(issue, candidate) ?? [issue.path.join('.'), messageFor(issue.path, candidate) ?? issue.message]),
  )
}

type Issue = { path: PropertyKey[]; message: string }

/** A rule's field is worded by its kind, and stands for all that it holds; what is wrong with the tree itself is worded where its limits are. */
function ruleProblem({ path, message }: Issue, candidate: unknown): [path: string, problem: string] | undefined {
  if (path[0] !== 'rules') return undefined
  const at = path.findLastIndex((part, index) => typeof part === 'number' && path[index - 1] === 'rules')
  const field = fieldsOfKind(kindAt(candidate, path.slice(0, at + 1))).find(({ name }) => name === path[at + 1])
  return field ? [path.slice(0, at + 2).join('.'), problemOf(field)] : [path.join('.'), message]
}

/** What kind of thing stands at this place, if any does. */
function kindAt(candidate: unknown, path: readonly PropertyKey[]): unknown {
  const inner = path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], candidate)
  return (inner as { kind?: unknown } | undefined)?.kind
}

function messageFor(path: PropertyKey[], candidate: unknown): string | undefined {
  const general = path.map((part, at) => (/^\d+$/.test(String(part)) || path[at - 1] === 'wording' ? '*' : String(part)))
  if (general.join('.') === 'steps.*.items.products' && kindAt(candidate, path.slice(0, -1)) === 'choice') return CHOICE
  for (let length = general.length; length > 0; length -= 1) {
    const message = MESSAGES[general.slice(0, length).join('.')]
    if (message) return message
  }
  return undefined
}

const crossProblems = (offer: OfferDefinition): Problems => ({
  ...scheduleProblems(offer.schedule),
  ...ruleProblems(offer.rules),
  ...Object.assign({}, ...offer.steps.map((step, index) => stepProblems(step, `steps.${index}`))),
  ...funnelProblems(offer),
})

/** Of what is well formed though something else is not: a field says what is wrong with it when it is left, not once all the others are right. */
function partProblems(candidate: unknown): Problems {
  const { rules, steps, schedule } = (candidate ?? {}) as Record<string, unknown>
  const dates = OfferDefinition.shape.schedule.safeParse(schedule)
  const each = (Array.isArray(steps) ? steps : []).map((step, index) => {
    const parsed = Step.safeParse(step)
    return parsed.success ? stepProblems(parsed.data, `steps.${index}`) : {}
  })
  return {
    ...(dates.success ? scheduleProblems(dates.data) : {}),
    ...(isWithinLimits(rules) ? ruleProblems(rules) : {}),
    ...Object.assign({}, ...each),
  }
}

function scheduleProblems({ startsAt, endsAt }: OfferDefinition['schedule']): Problems {
  const backwards = startsAt && endsAt && Date.parse(endsAt) <= Date.parse(startsAt)
  return backwards ? { 'schedule.endsAt': 'The end must be after the start' } : {}
}

function stepProblems(step: Step, path: string): Problems {
  const problems: Record<string, string> = {}
  const pieces = (ranged: { quantity: number; least: number; most: number }, at: string) => {
    if (ranged.least > ranged.quantity) problems[`${at}.least`] = 'The least cannot be above the quantity at first'
    if (ranged.most < ranged.quantity) problems[`${at}.most`] = 'The most cannot be below the quantity at first'
  }
  if (step.items.kind === 'best') pieces(step.items, `${path}.items`)
  namedProducts(step).forEach((product, index) => pieces(product, `${path}.items.products.${index}`))
  if (step.subscription && step.gift) problems[`${path}.gift`] = 'A gift cannot be a subscription: choose one of the two'
  return problems
}

/** An empty group within another would match always or never, which no one means who leaves it so. */
function ruleProblems(rule: unknown, path = 'rules'): Problems {
  const inner = (rule as { rules?: unknown } | null)?.rules
  if (!Array.isArray(inner))
    return Object.fromEntries(Object.entries(problemsWithin(rule)).map(([field, problem]) => [`${path}.${field}`, problem]))
  const empty = inner.length === 0 && path !== 'rules'
  return Object.assign(
    empty ? { [path]: 'Add a condition to this group, or remove it' } : {},
    ...inner.map((each, index) => ruleProblems(each, `${path}.rules.${index}`)),
  ) as Problems
}

/** Steps lead only forward, each is reached, and no way through them shows more than three. */
function funnelProblems({ steps }: OfferDefinition): Problems {
  const problems: Record<string, string> = {}
  const place = new Map(steps.map((step, index) => [step.id, index]))
  const shown = shownAt(steps)
  steps.forEach((step, index) => {
    if (place.get(step.id) !== index) problems[`steps.${index}.id`] = 'Two steps have the same name'
    if (!shown[index])
      problems[`steps.${index}.items.products`] = 'No earlier step leads here: choose it as the next step of another, or delete it'
    if ((shown[index] ?? 0) > AT_MOST_SHOWN) problems[`steps.${index}.items.products`] = 'A shopper sees at most three steps in a row'
    for (const way of ['onAccept', 'onDecline'] as const) {
      const next = step[way] === null ? null : (place.get(step[way]) ?? -1)
      if (next === null) continue
      if (next <= index) problems[`steps.${index}.${way}`] = 'Choose a later step'
    }
  })
  return problems
}

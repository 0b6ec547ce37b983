import type { OfferedVariant } from '#app/offers/availability.ts'
import type { OfferInForce } from '#app/offers/compile.ts'
import { NO_FACTS, type Facts } from '#app/offers/facts.ts'
import { OfferDefinition } from '#app/offers/offer.ts'
import { Step, type StepProduct } from '#app/offers/step.ts'
import type { Surface } from '#app/offers/surface.ts'
import { Rules } from '#app/offers/rules/rules.ts'

export const facts = (over: Partial<Facts> = {}): Facts => ({
  ...NO_FACTS,
  lines: [{ productId: '1', variantId: '11', quantity: 1, total: 5_000 }],
  total: 5_000,
  country: 'DE',
  earlierOrders: { atLeast: 0, atMost: 0 },
  ...over,
})

type Named = Partial<StepProduct> & Pick<StepProduct, 'productId' | 'variantId'>

export const bundle = (...products: Named[]) => ({ kind: 'bundle', products }) as const

export const step = (id: string, over: Partial<Omit<Step, 'items'>> & { items?: unknown } = {}): Step =>
  Step.parse({
    id,
    items: bundle({ productId: '9', variantId: '91' }),
    discount: { kind: 'none' },
    onAccept: null,
    onDecline: null,
    ...over,
  })

interface OfferSpec {
  priority?: number
  rules?: unknown[] // all of them
  steps?: Step[]
  startsAt?: string
  endsAt?: string
  shownOn?: readonly Surface[]
}

export const offer = (
  id: string,
  { priority = 0, rules = [], steps = [step('first')], startsAt, endsAt, shownOn }: OfferSpec = {},
): OfferInForce => ({
  id,
  version: 1,
  priority,
  definition: OfferDefinition.parse({
    title: id,
    rules: Rules.parse({ kind: 'all', rules }),
    steps,
    priority,
    schedule: { startsAt: startsAt ?? null, endsAt: endsAt ?? null },
    shownOn,
  }),
})

export const variant = (variantId: string, over: Partial<OfferedVariant> = {}): OfferedVariant => ({
  variantId,
  productId: '9',
  title: 'Case',
  variantTitle: null,
  image: null,
  productImage: null,
  price: 2_000,
  cost: null,
  stock: 5,
  tracked: true,
  oversell: false,
  status: 'active',
  published: true,
  deleted: false,
  ...over,
})

export const shelf = (...variants: OfferedVariant[]) =>
  new Map((variants.length ? variants : [variant('91')]).map((each) => [each.variantId, each]))

import { z } from 'zod'
import { percentageOf } from '../values/money.ts'

/** What a review shows decides its tier; what it says never does (R1). The order is the order of worth. */
export const TIERS = ['text', 'photo', 'video'] as const
export type Tier = (typeof TIERS)[number]

const id = z.string().regex(/^\d+$/)
const minor = z.number().int().min(1).max(1_000_000_000)

/** What one code is worth. Amounts are minor units of the shop's currency. */
export const Value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percentage'), percent: z.number().min(1).max(100).multipleOf(0.5) }),
  z.object({ kind: z.literal('amount'), amount: minor }),
  // Nobody knows what a delivery will cost the shop: the merchant says what the budget shall count.
  z.object({ kind: z.literal('free-shipping'), worth: minor }),
  // Its title is what was promised, whatever the product is called later.
  z.object({ kind: z.literal('gift'), variantId: id, title: z.string().trim().min(1).max(200), worth: minor }),
  z.object({ kind: z.literal('store-credit'), amount: minor }),
])
export type Value = z.infer<typeof Value>

const cap = z.number().int().min(1).max(1_000_000).nullable()
const ids = z.array(id).min(1).max(100)

/** The merchant's terms. A version of them never changes: what was promised is kept. */
export const Terms = z
  .object({
    values: z.object({ text: Value.nullable(), photo: Value.nullable(), video: Value.nullable() }),
    minimumOrder: minor.nullable(),
    buys: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('everything') }),
      z.object({ kind: z.literal('products'), ids }),
      z.object({ kind: z.literal('collections'), ids }),
    ]),
    subscriptions: z.boolean(),
    // A discount for each shopper, which nobody else can use: one call to Shopify for each code.
    bound: z.boolean().default(false),
    combinesWith: z.object({ orders: z.boolean(), products: z.boolean(), shipping: z.boolean() }),
    days: z.number().int().min(1).max(365),
    caps: z.object({ shopper: cap, product: cap, order: cap, day: cap }),
    budget: minor.nullable(), // a calendar month
    who: z.enum(['verified', 'all']),
    prefix: z.string().regex(/^[A-Z0-9]{2,12}$/),
    settleMinutes: z.number().int().min(10).max(30),
  })
  .refine(({ values }) => TIERS.some((tier) => values[tier] !== null), { path: ['values', 'text'], message: 'nothing-promised' })
  // Shopify counts towards a minimum only what the discount is good for: a gift would have to be its own.
  .refine(({ values, minimumOrder }) => minimumOrder === null || !pays(values, 'gift'), { path: ['giftMinimum'] })
  .refine(({ values, who }) => who === 'verified' || !pays(values, 'store-credit'), { path: ['creditWho'] })
export type Terms = z.infer<typeof Terms>

/** Store credit goes to her account; everything else is a code. */
export const isCode = (value: Value | null): boolean => value !== null && value.kind !== 'store-credit'

/** Whether reviews of some tier get something of this kind. */
export function pays(values: Readonly<Record<Tier, Value | null>>, kind: Value['kind']): boolean {
  return TIERS.some((tier) => values[tier]?.kind === kind)
}

export const DEFAULT_TERMS: Terms = {
  values: { text: { kind: 'percentage', percent: 10 }, photo: { kind: 'percentage', percent: 15 }, video: null },
  minimumOrder: null,
  buys: { kind: 'everything' },
  subscriptions: false,
  bound: false,
  combinesWith: { orders: false, products: true, shipping: true },
  days: 90,
  caps: { shopper: 5, product: null, order: null, day: null },
  budget: null,
  who: 'verified',
  prefix: 'THANKS',
  settleMinutes: 15,
}

export interface Program {
  version: number
  active: boolean
  terms: Terms
  createdAt: Date
}

/** The best tier that the review reaches and the terms pay for; null when they pay for none that it reaches. */
export function tierOf(media: { photos: number; videos: number }, { values }: Terms): Tier | null {
  const reached: Record<Tier, boolean> = { text: true, photo: media.photos > 0 || media.videos > 0, video: media.videos > 0 }
  return TIERS.findLast((tier) => reached[tier] && values[tier] !== null) ?? null
}

/** What the budget counts for a code that may yet be redeemed. `typicalOrder`: minor units. */
export function expectedCost(value: Value, terms: Terms, typicalOrder: number): number {
  switch (value.kind) {
    case 'percentage':
      return percentageOf(Math.max(typicalOrder, terms.minimumOrder ?? 0), value.percent)
    case 'amount':
    case 'store-credit':
      return value.amount
    case 'free-shipping':
    case 'gift':
      return value.worth
  }
}

/** What the merchant saves: it becomes the next version. */
export const ProgramRequest = z.object({ active: z.boolean(), terms: Terms })
export type ProgramRequest = z.infer<typeof ProgramRequest>

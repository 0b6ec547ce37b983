import { z } from 'zod'
import { Rules } from './rules/rules.ts'

const id = z.string().min(1).max(40)

/** How a step's products are priced: a percentage off, an amount off each unit in minor units of the shop's currency, or nothing off. */
export const Discount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('percentage'), percent: z.number().gt(0).max(100) }),
  z.object({ kind: z.literal('fixed'), amount: z.number().int().positive() }),
])
export type Discount = z.infer<typeof Discount>

export const StepProduct = z.object({
  productId: z.string().regex(/^\d+$/),
  variantId: z.string().regex(/^\d+$/),
  quantity: z.number().int().min(1).max(99),
})
export type StepProduct = z.infer<typeof StepProduct>

export const Step = z.object({
  id,
  products: z.array(StepProduct).min(1).max(5),
  discount: Discount,
  wording: z.object({ headline: z.string().trim().max(120).default(''), body: z.string().trim().max(600).default('') }),
  onAccept: id.nullable(),
  onDecline: id.nullable(),
})
export type Step = z.infer<typeof Step>

/** What the merchant wants to propose. Steps form a funnel without loops that starts at the first step. */
export const OfferDefinition = z.object({
  title: z.string().trim().min(1, 'Give the offer a name').max(120),
  rules: Rules,
  steps: z.array(Step).min(1).max(6),
  priority: z.number().int().min(0).max(1_000_000).default(0),
  schedule: z.object({ startsAt: z.iso.datetime({ offset: true }).nullable(), endsAt: z.iso.datetime({ offset: true }).nullable() }),
})
export type OfferDefinition = z.infer<typeof OfferDefinition>

export const OfferStatus = z.enum(['draft', 'active', 'paused'])
export type OfferStatus = z.infer<typeof OfferStatus>

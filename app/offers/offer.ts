import { z } from 'zod'
import { Arm } from './experiment/arm.ts'
import { EVERY_PURCHASE, Rules } from './rules/rules.ts'
import { Step } from './step.ts'
import { SURFACES } from './surface.ts'

/** How often an offer may be accepted: by one shopper within so many days, by all together, and until this much discount was given. */
export const Caps = z.object({
  perShopper: z
    .object({ times: z.number().int().min(1).max(99), days: z.number().int().min(1).max(3_650) })
    .nullable()
    .default(null),
  total: z.number().int().min(1).max(1_000_000_000).nullable().default(null),
  budget: z.number().int().positive().nullable().default(null), // minor units of the shop's currency
})
export type Caps = z.infer<typeof Caps>

/** What the merchant wants to propose. Steps form a funnel without loops that starts at the first step. */
export const OfferDefinition = z.object({
  title: z.string().trim().min(1, 'Give the offer a name').max(120),
  rules: Rules.default(EVERY_PURCHASE),
  steps: z.array(Step).min(1).max(6),
  priority: z.number().int().min(0).max(1_000_000).default(0),
  schedule: z.object({ startsAt: z.iso.datetime({ offset: true }).nullable(), endsAt: z.iso.datetime({ offset: true }).nullable() }),
  chooseBy: z.enum(['priority', 'value']).default('priority'), // value: Encore ranks it among others of the same priority by what it earns
  caps: Caps.default({ perShopper: null, total: null, budget: null }),
  // Not the `surfaces` that offers had before there was a choice: those are meant for everywhere.
  shownOn: z
    .array(z.enum(SURFACES))
    .min(1)
    .default([...SURFACES]),
  arm: Arm.optional(), // while an A/B test runs; only the test sets it
})
export type OfferDefinition = z.infer<typeof OfferDefinition>

export const OfferStatus = z.enum(['draft', 'active', 'paused'])
export type OfferStatus = z.infer<typeof OfferStatus>

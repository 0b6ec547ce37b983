import { z } from 'zod'

export const SORTS = ['newest', 'oldest', 'featured', 'lowest', 'highest'] as const
export type Sort = (typeof SORTS)[number]

/** The merchant's choices for what shoppers see; kept in the shop's settings under `reviewDisplay`. */
export const DisplaySettings = z.object({
  /** Never the highest or the lowest first: a page that opens with praise misleads (R6). */
  sort: z.enum(['newest', 'featured']).default('newest'),
  perPage: z.number().int().min(5).max(20).default(10),
})
export type DisplaySettings = z.infer<typeof DisplaySettings>

const Stored = z
  .object({ reviewDisplay: DisplaySettings.catch(DisplaySettings.parse({})) })
  .catch({ reviewDisplay: DisplaySettings.parse({}) })

export const displaySettings = (settings: unknown): DisplaySettings => Stored.parse(settings).reviewDisplay

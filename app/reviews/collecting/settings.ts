import { z } from 'zod'

/** The same question again, in whatever capitals. */
export function isAskedAbove(questions: readonly string[], at: number): boolean {
  const [own, ...above] = [questions[at] ?? '', ...questions.slice(0, at)].map((question) => question.trim().toLowerCase())
  return own !== '' && above.includes(own ?? '')
}

/** How reviews come in; kept in the shop's settings under `collecting`. */
export const CollectingSettings = z.object({
  /** By signed link only, or any visitor too: hers are then unverified. */
  writers: z.enum(['invited', 'anyone']).default('invited'),
  /** `spam`: only what the spam rules hold waits. `all`: everything waits until the merchant has looked. `low`: low ratings wait (R5). */
  holding: z.enum(['spam', 'all', 'low']).default('spam'),
  /** With `low`: ratings up to this one wait. */
  holdUpTo: z.number().int().min(1).max(4).default(2),
  /** The merchant's own questions, asked with every review. */
  questions: z
    .array(z.string().trim().min(1).max(200))
    .max(5)
    .transform((questions) => questions.filter((_, at) => !isAskedAbove(questions, at)))
    .default([]),
})
export type CollectingSettings = z.infer<typeof CollectingSettings>

const Stored = z
  .object({ collecting: CollectingSettings.catch(CollectingSettings.parse({})) })
  .catch({ collecting: CollectingSettings.parse({}) })

export const collectingSettings = (settings: unknown): CollectingSettings => Stored.parse(settings).collecting

/** What the shop may say of its reviews in public. Whoever holds some back for their rating may not say that all are shown (16 CFR 465.7). */
export const publicClaims = ({ holding }: CollectingSettings): { allShown: boolean } => ({ allShown: holding !== 'low' })

import { z } from 'zod'

/** What a request froze of the reward program when it was sent (R11). */
const Terms = z.object({ programVersion: z.number().int(), incentive: z.string().optional(), lines: z.array(z.string()).optional() })

export interface PromisedTerms {
  programVersion: number
  /** As it is shown beside the review (R4). */
  incentive: string | null
  lines: readonly string[]
}

/** Null: nothing was promised. */
export function promisedTerms(terms: unknown): PromisedTerms | null {
  const parsed = Terms.safeParse(terms)
  if (!parsed.success) return null
  const { programVersion, incentive, lines = [] } = parsed.data
  return { programVersion, incentive: incentive ?? lines[0] ?? null, lines }
}

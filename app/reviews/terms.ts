import { z } from 'zod'

/** What a request froze of the reward program when it was sent (R11). */
const Terms = z.object({ programVersion: z.number().int() }).or(z.object({ version: z.number().int() }))

/** The version of the program that was promised; null: nothing was. */
export function promisedVersion(terms: unknown): number | null {
  const parsed = Terms.safeParse(terms)
  if (!parsed.success) return null
  return 'version' in parsed.data ? parsed.data.version : parsed.data.programVersion
}

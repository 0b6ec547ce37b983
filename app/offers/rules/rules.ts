import { z } from 'zod'

const ids = z.array(z.string().regex(/^\d+$/)).min(1).max(250)

/** One targeting condition. Each kind gets its own file beside this one: schema, sentence, check. */
export const Rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('product'), productIds: ids }),
  z.object({ kind: z.literal('variant'), variantIds: ids }),
  z.object({ kind: z.literal('collection'), collectionIds: ids }),
  z.object({ kind: z.literal('order-value'), atLeast: z.number().int().nonnegative().nullable(), atMost: z.number().int().nonnegative().nullable() }),
  z.object({ kind: z.literal('country'), countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1).max(250) }),
  z.object({ kind: z.literal('order-count'), is: z.enum(['first-time', 'returning']) }),
])
export type Rule = z.infer<typeof Rule>

/** One level of all / any / not. No rules at all means every purchase. */
export const Rules = z.object({ all: z.array(Rule).max(20).default([]), any: z.array(Rule).max(20).default([]), not: z.array(Rule).max(20).default([]) })
export type Rules = z.infer<typeof Rules>

import { z } from 'zod'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

export const variant = ruleKind({
  schema: z.object({ kind: z.literal('variant'), variantIds: pickedIds }),
  sentence: ({ variantIds }, { names }) => `the shopper bought ${either(variantIds, names.variants)}`,
  check({ variantIds }) {
    const wanted = new Set(variantIds)
    return ({ lines }) => lines.some((line) => wanted.has(line.variantId))
  },
  keys: ({ variantIds }) => ({ key: 'variant', values: variantIds }),
  selectivity: ({ variantIds }) => Math.min(1, variantIds.length / 3_000),
})

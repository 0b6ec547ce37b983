import { z } from 'zod'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

export const product = ruleKind({
  schema: z.object({ kind: z.literal('product'), productIds: pickedIds }),
  sentence: ({ productIds }, { names }) => `the shopper bought ${either(productIds, names.products)}`,
  check({ productIds }) {
    const wanted = new Set(productIds)
    return ({ lines }) => lines.some((line) => wanted.has(line.productId))
  },
  keys: ({ productIds }) => ({ key: 'product', values: productIds }),
  selectivity: ({ productIds }) => Math.min(1, productIds.length / 1_000),
})

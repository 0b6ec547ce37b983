import { z } from 'zod'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

export const variant = ruleKind({
  kind: 'variant',
  schema: z.object({ kind: z.literal('variant'), variantIds: pickedIds }),
  title: 'Bought a variant',
  group: 'products',
  fields: [{ name: 'variantIds', label: 'Variants', type: 'variants' }],
  empty: () => ({ kind: 'variant', variantIds: [] }),
  sentence: ({ variantIds }, { names }) => `bought ${either(variantIds, names.variants)}`,
  opposite: ({ variantIds }, { names }) => `did not buy ${either(variantIds, names.variants)}`,
  check({ variantIds }) {
    const wanted = new Set(variantIds)
    return ({ lines }) => lines.some((line) => wanted.has(line.variantId))
  },
  keys: ({ variantIds }) => ({ key: 'variant', values: variantIds }),
  selectivity: ({ variantIds }) => Math.min(1, variantIds.length / 3_000),
  source: 'the purchase itself',
})

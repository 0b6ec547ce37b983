import { z } from 'zod'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

/** That she wrote one, never what she thought: a rating may decide nothing. */
export const reviewed = ruleKind({
  kind: 'reviewed',
  schema: z.object({ kind: z.literal('reviewed'), productIds: pickedIds }),
  title: 'Has reviewed a product',
  group: 'shopper',
  fields: [{ name: 'productIds', label: 'Products', type: 'products' }],
  empty: () => ({ kind: 'reviewed', productIds: [] }),
  sentence: ({ productIds }, { names }) => `have reviewed ${either(productIds, names.products)}`,
  opposite: ({ productIds }, { names }) => `have not reviewed ${either(productIds, names.products)}`,
  check({ productIds }) {
    const wanted = new Set(productIds)
    return (facts) => (facts.reviewed === null ? 'unknown' : facts.reviewed.some((id) => wanted.has(id)))
  },
  names: ({ productIds }) => ({ of: 'reviewed', values: productIds }),
  needs: 'reviews',
  keys: () => null,
  selectivity: () => 0.1,
  source: 'the reviews that Encore holds; a guest is not known again',
})

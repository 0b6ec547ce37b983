import { z } from 'zod'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

export const product = ruleKind({
  kind: 'product',
  schema: z.object({ kind: z.literal('product'), productIds: pickedIds }),
  title: 'Bought a product',
  group: 'products',
  fields: [{ name: 'productIds', label: 'Products', type: 'products' }],
  empty: () => ({ kind: 'product', productIds: [] }),
  sentence: ({ productIds }, { names }) => `bought ${either(productIds, names.products)}`,
  opposite: ({ productIds }, { names }) => `did not buy ${either(productIds, names.products)}`,
  check({ productIds }) {
    const wanted = new Set(productIds)
    return ({ lines }) => lines.some((line) => wanted.has(line.productId))
  },
  keys: ({ productIds }) => ({ key: 'product', values: productIds }),
  selectivity: ({ productIds }) => Math.min(1, productIds.length / 1_000),
  source: 'the purchase itself',
})

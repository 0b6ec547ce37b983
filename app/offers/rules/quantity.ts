import { z } from 'zod'
import { boundProblems, pieces, saysBetween, within } from './bounds.ts'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

/** Pieces of the named products together; both ends count. */
export const quantity = ruleKind({
  kind: 'quantity',
  schema: z.object({ kind: z.literal('quantity'), productIds: pickedIds, atLeast: pieces, atMost: pieces }),
  title: 'Quantity of a product',
  group: 'products',
  fields: [
    { name: 'productIds', label: 'Products', type: 'products' },
    { name: 'atLeast', label: 'At least', type: 'number', min: 0, max: 100_000, optional: true },
    { name: 'atMost', label: 'At most', type: 'number', min: 0, max: 100_000, optional: true, help: 'Either may stay empty.' },
  ],
  empty: () => ({ kind: 'quantity', productIds: [], atLeast: 2, atMost: null }),
  sentence: (rule, { names }) => `bought ${saysBetween(rule)} of ${either(rule.productIds, names.products)}`,
  opposite: (rule, { names }) => `did not buy ${saysBetween(rule)} of ${either(rule.productIds, names.products)}`,
  problems: boundProblems,
  check(rule) {
    const wanted = new Set(rule.productIds)
    return ({ lines }) =>
      within(
        rule,
        lines.reduce((sum, line) => sum + (wanted.has(line.productId) ? line.quantity : 0), 0),
      )
  },
  // None of them at all can be what it asks for.
  keys: ({ productIds, atLeast }) => (atLeast ? { key: 'product', values: productIds } : null),
  selectivity: ({ productIds }) => Math.min(1, productIds.length / 2_000),
  source: 'the purchase itself',
})

import { z } from 'zod'
import { boundProblems, pieces, saysBetween, within } from './bounds.ts'
import { ruleKind } from './kind.ts'

export const items = ruleKind({
  kind: 'items',
  schema: z.object({ kind: z.literal('items'), atLeast: pieces, atMost: pieces }),
  title: 'Number of items',
  group: 'order',
  fields: [
    { name: 'atLeast', label: 'At least', type: 'number', min: 0, max: 100_000, optional: true },
    {
      name: 'atMost',
      label: 'At most',
      type: 'number',
      min: 0,
      max: 100_000,
      optional: true,
      help: 'Pieces in the whole order. Either may stay empty.',
    },
  ],
  empty: () => ({ kind: 'items', atLeast: 2, atMost: null }),
  sentence: (rule) => `bought ${saysBetween(rule)} items`,
  opposite: (rule) => `did not buy ${saysBetween(rule)} items`,
  problems: boundProblems,
  check:
    (rule) =>
    ({ lines }) =>
      within(
        rule,
        lines.reduce((sum, { quantity }) => sum + quantity, 0),
      ),
  keys: () => null,
  selectivity: () => 0.4,
  source: 'the purchase itself',
})

import { z } from 'zod'
import { boundProblems, pieces, saysBetween, within, type Bounds } from './bounds.ts'
import { ruleKind } from './kind.ts'

/** The last number decides: `at least 1 item`, `1 to 5 items`. */
const saysItems = (rule: Bounds): string => `${saysBetween(rule)} ${(rule.atMost ?? rule.atLeast) === 1 ? 'item' : 'items'}`

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
  sentence: (rule) => `bought ${saysItems(rule)}`,
  opposite: (rule) => `did not buy ${saysItems(rule)}`,
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

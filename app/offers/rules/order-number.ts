import { z } from 'zod'
import { boundProblems, saysBetween, surelyWithin, type Bounds } from './bounds.ts'
import { ruleKind } from './kind.ts'

const nth = z.number().int().min(1).max(100_000).nullable()
const says = (rule: Bounds): string => saysBetween(rule, (value) => `number ${value.toLocaleString('en')}`)

/** This order included: the first is number 1. */
export const orderNumber = ruleKind({
  kind: 'order-number',
  schema: z.object({ kind: z.literal('order-number'), atLeast: nth, atMost: nth }),
  title: 'How many orders the shopper has made',
  group: 'shopper',
  fields: [
    { name: 'atLeast', label: 'At least', type: 'number', min: 1, max: 100_000, optional: true },
    {
      name: 'atMost',
      label: 'At most',
      type: 'number',
      min: 1,
      max: 100_000,
      optional: true,
      help: 'This order counts too: the first is 1.',
    },
  ],
  empty: () => ({ kind: 'order-number', atLeast: 3, atMost: null }),
  sentence: (rule) => `are at order ${says(rule)}`,
  opposite: (rule) => `are not at order ${says(rule)}`,
  problems: boundProblems,
  check: ({ atLeast, atMost }) => {
    const before = { atLeast: atLeast === null ? null : atLeast - 1, atMost: atMost === null ? null : atMost - 1 }
    return ({ earlierOrders }) => surelyWithin(before, earlierOrders)
  },
  keys: () => null,
  selectivity: () => 0.4,
  source: 'the shopper’s earlier orders; a guest has none that Encore could count',
})

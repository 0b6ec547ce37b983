import { z } from 'zod'
import { boundProblems, surelyWithin, type Bounds } from './bounds.ts'
import { ruleKind } from './kind.ts'

const nth = z.number().int().min(1).max(100_000).nullable()
const PLURALS = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ordinal = (value: number): string =>
  Number.isNaN(value) ? '…' : `${value.toLocaleString('en')}${ENDS[PLURALS.select(value)] ?? 'th'}`

/** `their 3rd order or a later one`, `their 2nd to 5th order`. */
function says({ atLeast, atMost }: Bounds): string {
  if (atLeast !== null && atMost !== null)
    return `their ${atLeast === atMost ? ordinal(atLeast) : `${ordinal(atLeast)} to ${ordinal(atMost)}`} order`
  if (atMost !== null) return `their ${ordinal(atMost)} order or an earlier one`
  return `their ${atLeast === null ? '…' : ordinal(atLeast)} order or a later one`
}

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
  sentence: (rule) => `are making ${says(rule)}`,
  opposite: (rule) => `are not making ${says(rule)}`,
  problems: boundProblems,
  check: ({ atLeast, atMost }) => {
    const before = { atLeast: atLeast === null ? null : atLeast - 1, atMost: atMost === null ? null : atMost - 1 }
    return ({ earlierOrders }) => surelyWithin(before, earlierOrders)
  },
  keys: () => null,
  selectivity: () => 0.4,
  source: 'the shopper’s earlier orders; a guest has none that Encore could count',
})

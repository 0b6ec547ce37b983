import { z } from 'zod'
import { hasEarlierOrders } from '../facts.ts'
import { not } from '../truth.ts'
import { ruleKind } from './kind.ts'

/** Counts orders before this one; see `earlierOrders` for guests and for customers we have not met. */
export const orderCount = ruleKind({
  kind: 'order-count',
  schema: z.object({ kind: z.literal('order-count'), is: z.enum(['first-time', 'returning']) }),
  title: 'First-time or returning shopper',
  group: 'shopper',
  fields: [
    {
      name: 'is',
      label: 'Shopper',
      type: 'choice',
      options: [
        { value: 'first-time', label: 'This is the first order' },
        { value: 'returning', label: 'Has ordered before' },
      ],
    },
  ],
  empty: () => ({ kind: 'order-count', is: 'first-time' }),
  sentence: ({ is }) => (is === 'first-time' ? 'order for the first time' : 'have ordered before'),
  opposite: ({ is }) => (is === 'first-time' ? 'have ordered before' : 'order for the first time'),
  check:
    ({ is }) =>
    (facts) =>
      is === 'returning' ? hasEarlierOrders(facts, 1) : not(hasEarlierOrders(facts, 1)),
  keys: () => null,
  selectivity: () => 0.5,
  source: 'the shopper’s earlier orders; a guest has none that Encore could count',
})

import { z } from 'zod'
import { hasEarlierOrders } from '../facts.ts'
import { not } from '../truth.ts'
import { ruleKind } from './kind.ts'

/** Counts orders before this one; see `earlierOrders` for guests and for customers we have not met. */
export const orderCount = ruleKind({
  schema: z.object({ kind: z.literal('order-count'), is: z.enum(['first-time', 'returning']) }),
  sentence: ({ is }) => (is === 'first-time' ? 'it is the shopper’s first order' : 'the shopper has ordered before'),
  check:
    ({ is }) =>
    (facts) =>
      is === 'returning' ? hasEarlierOrders(facts, 1) : not(hasEarlierOrders(facts, 1)),
  keys: () => null,
  selectivity: () => 0.5,
})

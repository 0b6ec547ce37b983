import { z } from 'zod'
import { ruleKind } from './kind.ts'

const SAYS = {
  active: { is: 'have a running subscription', not: 'have no running subscription', label: 'Has a running subscription' },
  before: { is: 'had a subscription that has ended', not: 'have no subscription that has ended', label: 'Had one that has ended' },
  never: { is: 'never had a subscription', not: 'have or had a subscription', label: 'Never had one' },
} as const
type Is = keyof typeof SAYS

/** Our own word, of a time that Shopify's does not tell of: she had subscribed by then, and whether that still ran is not known. */
export const HAS_SUBSCRIBED = 'HAS_SUBSCRIBED'

/** Shopify's own word for it, `Customer.productSubscriberStatus`: subscriptions of other apps count too. */
const MEANS: Readonly<Record<string, Is>> = {
  ACTIVE: 'active',
  PAUSED: 'active',
  CANCELLED: 'before',
  EXPIRED: 'before',
  FAILED: 'before',
  NEVER_SUBSCRIBED: 'never',
}

export const subscription = ruleKind({
  kind: 'subscription',
  schema: z.object({ kind: z.literal('subscription'), is: z.enum(['active', 'before', 'never']) }),
  title: 'Owns a subscription',
  group: 'shopper',
  fields: [{ name: 'is', label: 'Shopper', type: 'choice', options: Object.entries(SAYS).map(([value, { label }]) => ({ value, label })) }],
  empty: () => ({ kind: 'subscription', is: 'active' }),
  sentence: ({ is }) => SAYS[is].is,
  opposite: ({ is }) => SAYS[is].not,
  check:
    ({ is }) =>
    ({ subscriber }) => {
      if (subscriber === HAS_SUBSCRIBED) return is === 'never' ? false : 'unknown'
      const means = subscriber === null ? undefined : MEANS[subscriber]
      return means === undefined ? 'unknown' : means === is
    },
  keys: () => null,
  selectivity: ({ is }) => (is === 'never' ? 0.8 : 0.1),
  source: 'the shopper’s customer account as Encore has read it; a guest has none',
})

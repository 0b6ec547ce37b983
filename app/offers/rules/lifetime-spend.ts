import { z } from 'zod'
import { formatMoney } from '#app/values/money.ts'
import { boundProblems, minorUnits, saysBetween, surelyWithin } from './bounds.ts'
import { ruleKind } from './kind.ts'

/** Minor units of the shop's currency, this order not included. */
export const lifetimeSpend = ruleKind({
  kind: 'lifetime-spend',
  schema: z.object({ kind: z.literal('lifetime-spend'), atLeast: minorUnits, atMost: minorUnits }),
  title: 'Lifetime spend',
  group: 'shopper',
  fields: [
    { name: 'atLeast', label: 'At least', type: 'amount', optional: true },
    { name: 'atMost', label: 'At most', type: 'amount', optional: true, help: 'All that the shopper spent here before this order.' },
  ],
  empty: () => ({ kind: 'lifetime-spend', atLeast: null, atMost: null }),
  sentence: (rule, { currency }) => `had spent ${saysBetween(rule, (amount) => formatMoney({ amount, currency }, 'en'))} before`,
  opposite: (rule, { currency }) => `had not spent ${saysBetween(rule, (amount) => formatMoney({ amount, currency }, 'en'))} before`,
  problems: boundProblems,
  check: (rule) => (facts) => surelyWithin(rule, facts.spent),
  keys: () => null,
  selectivity: () => 0.4,
  source: 'the shopper’s customer account as Shopify last told it; a guest has none',
})

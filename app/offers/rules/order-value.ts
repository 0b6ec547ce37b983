import { z } from 'zod'
import { formatMoney } from '#app/values/money.ts'
import { ruleKind } from './kind.ts'
import { boundProblems, minorUnits as amount, saysBetween, within } from './bounds.ts'

/** Minor units of the shop's currency; both ends count. A total in another currency is not compared: it is not known. */
export const orderValue = ruleKind({
  kind: 'order-value',
  schema: z.object({ kind: z.literal('order-value'), atLeast: amount, atMost: amount }),
  title: 'Order value',
  group: 'order',
  fields: [
    { name: 'atLeast', label: 'At least', type: 'amount', optional: true },
    {
      name: 'atMost',
      label: 'At most',
      type: 'amount',
      optional: true,
      help: 'The order’s total with tax and shipping, in the shop’s currency. Either may stay empty. For one market, put it in a group with the market’s countries.',
    },
  ],
  empty: () => ({ kind: 'order-value', atLeast: null, atMost: null }),
  sentence: (rule, { currency }) => `spent ${saysBetween(rule, (amount) => formatMoney({ amount, currency }, 'en'))}`,
  opposite: (rule, { currency }) => `did not spend ${saysBetween(rule, (amount) => formatMoney({ amount, currency }, 'en'))}`,
  problems: boundProblems,
  check:
    (rule) =>
    ({ total }) =>
      total === null ? 'unknown' : within(rule, total),
  keys: () => null,
  selectivity: () => 0.5,
  source: 'the order’s total in the shop’s currency',
})

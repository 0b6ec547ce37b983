import { z } from 'zod'
import { formatMoney } from '#app/values/money.ts'
import { boundProblems, minorUnits, saysBetween, within } from './bounds.ts'
import { ruleKind } from './kind.ts'

const currencyCode = z.string().regex(/^[A-Z]{3}$/)

/** Bounds of a market's own: minor units of that currency, compared with what the shopper paid in it. */
export const presentmentValue = ruleKind({
  kind: 'presentment-value',
  schema: z.object({ kind: z.literal('presentment-value'), currency: currencyCode, atLeast: minorUnits, atMost: minorUnits }),
  title: 'Order value in a market’s currency',
  group: 'order',
  fields: [
    { name: 'currency', label: 'Currency', type: 'currency' },
    { name: 'atLeast', label: 'At least', type: 'amount', in: 'currency', optional: true },
    {
      name: 'atMost',
      label: 'At most',
      type: 'amount',
      in: 'currency',
      optional: true,
      help: 'The order’s total with tax and shipping, in that currency. Who pays in another does not match. Where markets share a currency, put it in a group with the market’s countries.',
    },
  ],
  empty: () => ({ kind: 'presentment-value', currency: '', atLeast: null, atMost: null }),
  sentence: (rule) => `paid ${saysIn(rule)}`,
  opposite: (rule) => `did not pay ${saysIn(rule)}`,
  problems: boundProblems,
  check: (rule) => (facts) => {
    if (facts.currency === null) return 'unknown'
    if (facts.currency !== rule.currency) return false
    return facts.presentmentTotal === null ? 'unknown' : within(rule, facts.presentmentTotal)
  },
  keys: ({ currency }) => ({ key: 'currency', values: [currency] }),
  selectivity: () => 0.2,
  source: 'the order’s total in the currency that the shopper paid in',
})

const saysIn = ({ currency, ...bounds }: { currency: string; atLeast: number | null; atMost: number | null }): string =>
  currency ? saysBetween(bounds, (amount) => formatMoney({ amount, currency }, 'en')) : '…'

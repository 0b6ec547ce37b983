import { z } from 'zod'
import { boundProblems, saysBetween, within } from './bounds.ts'
import { ruleKind } from './kind.ts'

const percent = z.number().min(0).max(100).nullable()
const say = (value: number): string => `${value.toLocaleString('en')} %`

/** Of the goods at full price, shipping aside. */
export const discountShare = ruleKind({
  kind: 'discount-share',
  schema: z.object({ kind: z.literal('discount-share'), atLeast: percent, atMost: percent }),
  title: 'Discount share of the order',
  group: 'order',
  fields: [
    { name: 'atLeast', label: 'At least', type: 'percent', optional: true },
    { name: 'atMost', label: 'At most', type: 'percent', optional: true, help: 'How much of the goods’ full price was taken off.' },
  ],
  empty: () => ({ kind: 'discount-share', atLeast: null, atMost: 20 }),
  sentence: (rule) => `got ${saysBetween(rule, say)} off`,
  opposite: (rule) => `did not get ${saysBetween(rule, say)} off`,
  problems: boundProblems,
  check: (rule) => (facts) => (facts.discountShare === null ? 'unknown' : within(rule, facts.discountShare)),
  needs: 'checkout',
  keys: () => null,
  selectivity: () => 0.5,
  source: 'the checkout, which Shopify tells before the payment',
})

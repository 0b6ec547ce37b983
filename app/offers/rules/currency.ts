import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { list } from './words.ts'

const names = new Intl.DisplayNames('en', { type: 'currency' })
const say = (code: string): string => names.of(code) ?? code

export const currency = ruleKind({
  kind: 'currency',
  schema: z.object({
    kind: z.literal('currency'),
    currencies: z
      .array(z.string().regex(/^[A-Z]{3}$/))
      .min(1)
      .max(250),
  }),
  title: 'Currency',
  group: 'order',
  fields: [{ name: 'currencies', label: 'Currencies', type: 'currencies' }],
  empty: () => ({ kind: 'currency', currencies: [] }),
  sentence: ({ currencies }) => `pay in ${list(currencies.map(say))}`,
  opposite: ({ currencies }) => `do not pay in ${list(currencies.map(say))}`,
  check({ currencies }) {
    const wanted = new Set(currencies)
    return (facts) => (facts.currency === null ? 'unknown' : wanted.has(facts.currency))
  },
  keys: ({ currencies }) => ({ key: 'currency', values: currencies }),
  selectivity: ({ currencies }) => Math.min(1, currencies.length / 4),
  source: 'the purchase itself',
})

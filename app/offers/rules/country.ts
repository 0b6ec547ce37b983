import { z } from 'zod'
import { countryName } from '../countries.ts'
import { ruleKind } from './kind.ts'
import { list } from './words.ts'

const code = z.string().regex(/^[A-Z]{2}$/)

export const country = ruleKind({
  kind: 'country',
  schema: z.object({ kind: z.literal('country'), countries: z.array(code).min(1).max(250) }),
  title: 'Shipping country',
  group: 'order',
  fields: [{ name: 'countries', label: 'Countries', type: 'countries' }],
  empty: () => ({ kind: 'country', countries: [] }),
  sentence: ({ countries }) => `ship to ${list(countries.map(countryName))}`,
  opposite: ({ countries }) => `do not ship to ${list(countries.map(countryName))}`,
  check({ countries }) {
    const wanted = new Set(countries)
    return (facts) => (facts.country === null ? 'unknown' : wanted.has(facts.country))
  },
  keys: ({ countries }) => ({ key: 'country', values: countries }),
  selectivity: ({ countries }) => Math.min(1, countries.length / 5),
  source: 'the shipping address of the purchase',
})

import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { fold, quoted, typedTexts } from './texts.ts'
import { list } from './words.ts'

const PARAMETERS = ['source', 'medium', 'campaign', 'term', 'content'] as const
const named = ({ parameter, values }: { parameter: string; values: readonly string[] }) =>
  values.map((value) => `${parameter}=${fold(value)}`)

export const utm = ruleKind({
  kind: 'utm',
  schema: z.object({ kind: z.literal('utm'), parameter: z.enum(PARAMETERS), values: typedTexts }),
  title: 'UTM parameter',
  group: 'journey',
  fields: [
    { name: 'parameter', label: 'Parameter', type: 'choice', options: PARAMETERS.map((value) => ({ value, label: `utm_${value}` })) },
    { name: 'values', label: 'Values', type: 'texts' },
  ],
  empty: () => ({ kind: 'utm', parameter: 'source', values: [] }),
  sentence: ({ parameter, values }) => `came with utm_${parameter} ${list(quoted(values))}`,
  opposite: ({ parameter, values }) => `did not come with utm_${parameter} ${list(quoted(values))}`,
  check(rule) {
    const wanted = new Set(named(rule))
    return (facts) => (facts.utm === null ? 'unknown' : facts.utm.some((one) => wanted.has(one)))
  },
  names: (rule) => ({ of: 'utm', values: named(rule) }),
  needs: 'checkout',
  keys: (rule) => ({ key: 'utm', values: named(rule) }),
  selectivity: () => 0.05,
  source: 'the page on which the shopper arrived, which Shopify tells with the checkout',
})

/** `utm_source=Newsletter` in an address -> `source=newsletter`. */
export function utmIn(landingPage: string): string[] {
  const query = new URLSearchParams(landingPage.split('?')[1]?.split('#')[0] ?? '')
  const found: string[] = []
  for (const name of PARAMETERS) {
    const value = query.get(`utm_${name}`)
    if (value) found.push(`${name}=${fold(value)}`)
  }
  return found
}

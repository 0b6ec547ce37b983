import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { list } from './words.ts'
import { regionName } from '../regions.ts'

/** ISO 3166-2: `US-CA`. */
const say = regionName

export const region = ruleKind({
  kind: 'region',
  schema: z.object({
    kind: z.literal('region'),
    regions: z
      .array(z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))
      .min(1)
      .max(250),
  }),
  title: 'Shipping region',
  group: 'order',
  fields: [{ name: 'regions', label: 'Regions', type: 'regions', help: 'A name, or a region’s code, such as DE-BY.' }],
  empty: () => ({ kind: 'region', regions: [] }),
  sentence: ({ regions }) => `ship to ${list(regions.map(say))}`,
  opposite: ({ regions }) => `do not ship to ${list(regions.map(say))}`,
  check({ regions }) {
    const wanted = new Set(regions)
    return (facts) => (facts.region === null ? 'unknown' : wanted.has(facts.region))
  },
  needs: 'checkout',
  keys: ({ regions }) => ({ key: 'region', values: regions }),
  selectivity: ({ regions }) => Math.min(1, regions.length / 20),
  source: 'the shipping address, which Shopify tells with the checkout or the order',
})

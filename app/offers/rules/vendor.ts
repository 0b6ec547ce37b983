import { z } from 'zod'
import { traitCheck } from '../traits.ts'
import { ruleKind } from './kind.ts'
import { fold, quoted, typedTexts } from './texts.ts'
import { list } from './words.ts'

const traits = (texts: readonly string[]) => texts.map((text) => `vendor:${fold(text)}`)

export const vendor = ruleKind({
  kind: 'vendor',
  schema: z.object({ kind: z.literal('vendor'), vendors: typedTexts }),
  title: 'Bought a product of a vendor',
  group: 'products',
  fields: [{ name: 'vendors', label: 'Vendors', type: 'texts', suggest: 'vendors' }],
  empty: () => ({ kind: 'vendor', vendors: [] }),
  sentence: ({ vendors }) => `bought something by ${list(quoted(vendors))}`,
  opposite: ({ vendors }) => `bought nothing by ${list(quoted(vendors))}`,
  check: ({ vendors }) => traitCheck(traits(vendors)),
  names: ({ vendors }) => ({ of: 'traits', values: traits(vendors) }),
  keys: ({ vendors }) => ({ key: 'trait', values: traits(vendors) }),
  selectivity: ({ vendors }) => Math.min(1, vendors.length / 20),
  source: 'the products as Encore has read them from the shop',
})

import { z } from 'zod'
import { traitCheck } from '../traits.ts'
import { ruleKind } from './kind.ts'
import { fold, quoted, typedTexts } from './texts.ts'
import { list } from './words.ts'

const traits = (texts: readonly string[]) => texts.map((text) => `type:${fold(text)}`)

export const productType = ruleKind({
  kind: 'product-type',
  schema: z.object({ kind: z.literal('product-type'), types: typedTexts }),
  title: 'Bought a product of a type',
  group: 'products',
  fields: [{ name: 'types', label: 'Product types', type: 'texts', suggest: 'product-types' }],
  empty: () => ({ kind: 'product-type', types: [] }),
  sentence: ({ types }) => `bought something of type ${list(quoted(types))}`,
  opposite: ({ types }) => `bought nothing of type ${list(quoted(types))}`,
  check: ({ types }) => traitCheck(traits(types)),
  names: ({ types }) => ({ of: 'traits', values: traits(types) }),
  keys: ({ types }) => ({ key: 'trait', values: traits(types) }),
  selectivity: ({ types }) => Math.min(1, types.length / 20),
  source: 'the products as Encore has read them from the shop',
})

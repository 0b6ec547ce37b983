import { z } from 'zod'
import { traitCheck } from '../traits.ts'
import { ruleKind } from './kind.ts'
import { fold, quoted, typedTexts } from './texts.ts'
import { list } from './words.ts'

const traits = (texts: readonly string[]) => texts.map((text) => `tag:${fold(text)}`)

export const productTag = ruleKind({
  kind: 'product-tag',
  schema: z.object({ kind: z.literal('product-tag'), tags: typedTexts }),
  title: 'Bought a product with a tag',
  group: 'products',
  fields: [{ name: 'tags', label: 'Product tags', type: 'texts', suggest: 'product-tags' }],
  empty: () => ({ kind: 'product-tag', tags: [] }),
  sentence: ({ tags }) => `bought something tagged ${list(quoted(tags))}`,
  opposite: ({ tags }) => `bought nothing tagged ${list(quoted(tags))}`,
  check: ({ tags }) => traitCheck(traits(tags)),
  names: ({ tags }) => ({ of: 'traits', values: traits(tags) }),
  keys: ({ tags }) => ({ key: 'trait', values: traits(tags) }),
  selectivity: ({ tags }) => Math.min(1, tags.length / 20),
  source: 'the products as Encore has read them from the shop',
})

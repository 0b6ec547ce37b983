import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { fold, quoted, typedTexts } from './texts.ts'
import { list } from './words.ts'

export const customerTag = ruleKind({
  kind: 'customer-tag',
  schema: z.object({ kind: z.literal('customer-tag'), tags: typedTexts }),
  title: 'Customer tag',
  group: 'shopper',
  fields: [{ name: 'tags', label: 'Customer tags', type: 'texts', suggest: 'customer-tags' }],
  empty: () => ({ kind: 'customer-tag', tags: [] }),
  sentence: ({ tags }) => `are tagged ${list(quoted(tags))}`,
  opposite: ({ tags }) => `are not tagged ${list(quoted(tags))}`,
  check({ tags }) {
    const wanted = new Set(tags.map(fold))
    return ({ customerTags }) => (customerTags === null ? 'unknown' : customerTags.some((tag) => wanted.has(tag)))
  },
  names: ({ tags }) => ({ of: 'customerTags', values: tags.map(fold) }),
  keys: ({ tags }) => ({ key: 'customer-tag', values: tags.map(fold) }),
  selectivity: () => 0.1,
  source: 'the shopper’s customer account as Encore has read it; a guest has none',
})

import { z } from 'zod'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

/** Membership at the time of the purchase, automatic collections included: the facts carry it, the rule only names the collections. */
export const collection = ruleKind({
  kind: 'collection',
  schema: z.object({ kind: z.literal('collection'), collectionIds: pickedIds }),
  title: 'Bought from a collection',
  group: 'products',
  fields: [{ name: 'collectionIds', label: 'Collections', type: 'collections' }],
  empty: () => ({ kind: 'collection', collectionIds: [] }),
  sentence: ({ collectionIds }, { names }) => `bought something from ${either(collectionIds, names.collections)}`,
  opposite: ({ collectionIds }, { names }) => `bought nothing from ${either(collectionIds, names.collections)}`,
  check({ collectionIds }) {
    const wanted = new Set(collectionIds)
    return ({ collections, unknownCollections, unmirrored }) =>
      collections.some((id) => wanted.has(id)) || (unmirrored || unknownCollections.some((id) => wanted.has(id)) ? 'unknown' : false)
  },
  keys: ({ collectionIds }) => ({ key: 'collection', values: collectionIds }),
  selectivity: ({ collectionIds }) => Math.min(1, collectionIds.length / 20),
  source: 'the shop’s collections as Encore has read them',
})

import { z } from 'zod'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

/** Membership at the time of the purchase, automatic collections included: the facts carry it, the rule only names the collections. */
export const collection = ruleKind({
  schema: z.object({ kind: z.literal('collection'), collectionIds: pickedIds }),
  sentence: ({ collectionIds }, { names }) => `the shopper bought something from ${either(collectionIds, names.collections)}`,
  check({ collectionIds }) {
    const wanted = new Set(collectionIds)
    return ({ collections, unknownCollections }) =>
      collections.some((id) => wanted.has(id)) || (unknownCollections.some((id) => wanted.has(id)) ? 'unknown' : false)
  },
  keys: ({ collectionIds }) => ({ key: 'collection', values: collectionIds }),
  selectivity: ({ collectionIds }) => Math.min(1, collectionIds.length / 20),
})

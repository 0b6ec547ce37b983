import { compile, inOrder, type OfferBook, type OfferInForce } from '#app/offers/compile.ts'
import type { Shelf } from '#app/offers/funnel.ts'
import { namedBy } from '#app/offers/rules/rules.ts'
import { namedProducts } from '#app/offers/step.ts'
import type { ShopFacts } from './facts-of.ts'

/** Everything of a shop that a decision can see, in memory. */
export interface Snapshot extends ShopFacts {
  shop: string
  version: number
  id: string // names the set of offers, see the table `snapshot`
  installed: boolean
  locale: string
  fallbackOfferId: string | null
  book: OfferBook
  shelf: Shelf
}

export interface SnapshotParts extends Omit<ShopFacts, 'collectionsOf' | 'unknownCollections'> {
  shop: string
  version: number
  id: string
  installed: boolean
  locale: string
  fallbackOfferId: string | null
  offers: readonly OfferInForce[]
  shelf: Shelf
  collections: { known: readonly string[]; members: readonly { collectionId: string; productId: string }[] }
}

export function assemble({ offers, collections, ...parts }: SnapshotParts): Snapshot {
  const known = new Set(collections.known)
  const collectionsOf = new Map<string, string[]>()
  for (const { collectionId, productId } of collections.members)
    collectionsOf.get(productId)?.push(collectionId) ?? collectionsOf.set(productId, [collectionId])
  const unknownCollections = collectionsNamed(offers).filter((id) => !known.has(id))
  return { ...parts, collectionsOf, unknownCollections, book: compile(offers, parts.shelf) }
}

/** What the trace keeps of the offers; in the order in which they were tried, so that equal sets read alike. */
export const listed = (offers: readonly OfferInForce[]) => inOrder(offers).map(({ id, version, priority }) => ({ id, version, priority }))

export const variantsOffered = (offers: readonly OfferInForce[]): string[] => [
  ...new Set(offers.flatMap(({ definition }) => definition.steps.flatMap((step) => namedProducts(step).map(({ variantId }) => variantId)))),
]

export const collectionsNamed = (offers: readonly OfferInForce[]): string[] => [
  ...new Set(offers.flatMap(({ definition }) => namedBy(definition.rules, 'collections'))),
]

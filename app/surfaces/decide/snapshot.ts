import { compile, inOrder, type OfferBook, type OfferInForce } from '#app/offers/compile.ts'
import type { Shelf } from '#app/offers/availability.ts'
import { sourceKey } from '#app/offers/offered.ts'
import type { Stock } from '#app/offers/compile.ts'
import { namedBy } from '#app/offers/rules/rules.ts'
import { askedBy, marksByProduct } from '#app/offers/told.ts'
import { namedProducts } from '#app/offers/step.ts'
import { greets } from '../wording/written.ts'
import type { BestSource } from '../catalog-reads.ts'
import type { Overrides } from '../wording/overrides.ts'
import type { ShopFacts } from './facts-of.ts'

/** Everything of a shop that a decision can see, in memory. */
export interface Snapshot extends ShopFacts {
  shop: string
  version: number
  id: string // names the set of offers, see the table `snapshot`
  installed: boolean
  locale: string
  country: string // in which it is at home
  fallbackOfferId: string | null
  overrides: Overrides
  book: OfferBook
  shelf: Shelf
  stock: Stock
}

export interface SnapshotParts extends Omit<ShopFacts, 'marksOf' | 'unknownCollections' | 'named' | 'needs'> {
  shop: string
  version: number
  id: string
  installed: boolean
  locale: string
  country: string
  fallbackOfferId: string | null
  overrides: Overrides
  offers: readonly OfferInForce[]
  shelf: Shelf
  stock: Stock
  collections: { known: readonly string[]; members: readonly { collectionId: string; productId: string }[] }
  traits: readonly { productId: string; trait: string }[]
}

export function assemble({ offers, collections, traits, ...parts }: SnapshotParts): Snapshot {
  const known = new Set(collections.known)
  const { named, needs } = askedBy(offers.map(({ definition }) => definition.rules))
  return {
    ...parts,
    named,
    // A best match leaves out what she has bought before.
    needs: new Set([
      ...needs,
      ...(sourcesOf(offers).length > 0 ? ['history' as const] : []),
      ...(offers.some(({ definition }) => definition.caps.perShopper) ? ['caps' as const] : []),
      ...(offers.some(({ definition }) => definition.steps.some((step) => greets(step))) ? ['name' as const] : []),
    ]),
    marksOf: marksByProduct(collections.members, traits),
    unknownCollections: collectionsNamed(offers).filter((id) => !known.has(id)),
    book: compile(offers, parts.shelf, parts.stock),
  }
}

/** What the trace keeps of the offers; in the order in which they were tried, so that equal sets read alike. */
export const listed = (offers: readonly OfferInForce[]) => inOrder(offers).map(({ id, version, priority }) => ({ id, version, priority }))

const stepsOf = (offers: readonly OfferInForce[]) => offers.flatMap(({ definition }) => definition.steps)

export const variantsOffered = (offers: readonly OfferInForce[]): string[] => [
  ...new Set(stepsOf(offers).flatMap((step) => namedProducts(step).map(({ variantId }) => variantId))),
]

/** The products of which the shopper may choose a variant. */
export const productsOffered = (offers: readonly OfferInForce[]): string[] => [
  ...new Set(
    stepsOf(offers).flatMap((step) => namedProducts(step).flatMap(({ productId, anyVariant }) => (anyVariant ? [productId] : []))),
  ),
]

export const plansNamed = (offers: readonly Pick<OfferInForce, 'definition'>[]): string[] => [
  ...new Set(offers.flatMap(({ definition }) => definition.steps.flatMap(({ subscription }) => subscription?.sellingPlanId ?? []))),
]

export const sourcesOf = (offers: readonly OfferInForce[]): BestSource[] => [
  ...new Map(
    stepsOf(offers).flatMap(({ items }) => {
      if (items.kind !== 'best') return []
      const key = sourceKey(items.from)
      const { collectionId = null, productIds = [] } = items.from as { collectionId?: string; productIds?: string[] }
      return [[key, { key, collectionId, productIds }] as const]
    }),
  ).values(),
]

export const collectionsNamed = (offers: readonly OfferInForce[]): string[] => [
  ...new Set(offers.flatMap(({ definition }) => namedBy(definition.rules, 'collections'))),
]

export const traitsNamed = (offers: readonly OfferInForce[]): string[] => [
  ...askedBy(offers.map(({ definition }) => definition.rules)).named.traits,
]

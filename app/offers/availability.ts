import type { Plans } from './plan-price.ts'

export interface Picture {
  url: string
  alt: string
}

/** What published reviews come to, those included that were thanked for. Shown, and never asked by a decision. */
export interface Stars {
  count: number
  sum: number
  rewarded: number
}

/** A variant as an offer needs it: what it shows, and whether it can be sold. */
export interface OfferedVariant {
  variantId: string
  productId: string
  title: string
  variantTitle: string | null
  image: Picture | null // its own, or the product's
  productImage: Picture | null
  stars?: Stars | undefined // of the product, where it has reviews
  price: number // minor units of the shop's currency
  plans?: Plans | undefined // by which offers sell it as a subscription, see `unitPriceOf`
  cost: number | null // of one unit to the shop; null: not known
  stock: number
  tracked: boolean
  oversell: boolean
  status: string // of the product: active | draft | archived
  published: boolean
  deleted: boolean
}

/** The variants that offers name, by id. Of a product whose variant the shopper may choose it holds all, in the shop's order. */
export type Shelf = ReadonlyMap<string, OfferedVariant>

export type Unavailable = 'deleted' | 'archived' | 'unpublished' | 'sold-out'

/** Why the variant cannot be sold in this quantity, or null when it can. A variant that our mirror lacks counts as deleted. */
export function whyUnavailable(variant: OfferedVariant | undefined, quantity: number): Unavailable | null {
  if (!variant || variant.deleted) return 'deleted'
  if (variant.status === 'archived') return 'archived'
  if (variant.status !== 'active' || !variant.published) return 'unpublished'
  return variant.tracked && !variant.oversell && variant.stock < quantity ? 'sold-out' : null
}

/** How many of it can be sold, at most `most`. */
export const atMostOf = ({ tracked, oversell, stock }: OfferedVariant, most: number): number =>
  tracked && !oversell ? Math.min(most, stock) : most

const byProduct = new WeakMap<Shelf, Map<string, OfferedVariant[]>>()

export function variantsOf(shelf: Shelf, productId: string): readonly OfferedVariant[] {
  const known = byProduct.get(shelf) ?? grouped(shelf)
  byProduct.set(shelf, known)
  return known.get(productId) ?? []
}

function grouped(shelf: Shelf): Map<string, OfferedVariant[]> {
  const products = new Map<string, OfferedVariant[]>()
  for (const variant of shelf.values()) products.get(variant.productId)?.push(variant) ?? products.set(variant.productId, [variant])
  return products
}

/** A variant as an offer needs it: what it shows, and whether it can be sold. */
export interface OfferedVariant {
  variantId: string
  productId: string
  title: string
  variantTitle: string | null
  image: { url: string; alt: string } | null
  price: number // minor units of the shop's currency
  cost: number | null // of one unit to the shop; null: not known
  stock: number
  tracked: boolean
  oversell: boolean
  status: string // of the product: active | draft | archived
  published: boolean
  deleted: boolean
}

export type Unavailable = 'deleted' | 'archived' | 'unpublished' | 'sold-out'

/** Why the variant cannot be sold in this quantity, or null when it can. A variant that our mirror lacks counts as deleted. */
export function whyUnavailable(variant: OfferedVariant | undefined, quantity: number): Unavailable | null {
  if (!variant || variant.deleted) return 'deleted'
  if (variant.status === 'archived') return 'archived'
  if (variant.status !== 'active' || !variant.published) return 'unpublished'
  return variant.tracked && !variant.oversell && variant.stock < quantity ? 'sold-out' : null
}

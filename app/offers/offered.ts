import { variantsOf, whyUnavailable, type Shelf, type Unavailable } from './availability.ts'
import type { Items, StepProduct } from './step.ts'

/** The products of a `best` step in the order in which they sell, by `sourceKey`. */
export type Ranked = ReadonlyMap<string, readonly string[]>

type Source = Extract<Items, { kind: 'best' }>['from']
export const sourceKey = (from: Source): string =>
  from.kind === 'collection' ? `collection ${from.collectionId}` : `products ${from.productIds.join(' ')}`

const MOST_CANDIDATES = 100 // Enough that what a shopper has had already leaves something.

/** What of the step can be sold now: all of a bundle or nothing, else each that can be. Of a best match: the candidates, best first. */
export function offeredNow(items: Items, shelf: Shelf, ranked: Ranked): { offered: StepProduct[]; because: Unavailable | null } {
  const listed = items.kind === 'best' ? candidates(items, shelf, ranked) : items.products.map((product) => sellable(product, shelf))
  const missing = listed.find((one): one is Unavailable => typeof one === 'string')
  const offered = listed.filter((one) => typeof one !== 'string')
  if (items.kind === 'bundle' && missing) return { offered: [], because: missing }
  return { offered, because: offered.length > 0 ? null : (missing ?? 'sold-out') }
}

/** With any variant allowed another one stands in for the chosen one when that is sold out. */
function sellable(product: StepProduct, shelf: Shelf): StepProduct | Unavailable {
  const because = whyUnavailable(shelf.get(product.variantId), product.quantity)
  if (!because || !product.anyVariant) return because ?? product
  const other = variantsOf(shelf, product.productId).find((variant) => !whyUnavailable(variant, product.quantity))
  return other ? { ...product, variantId: other.variantId } : because
}

function candidates(items: Extract<Items, { kind: 'best' }>, shelf: Shelf, ranked: Ranked): StepProduct[] {
  const { anyVariant, quantity, least, most } = items
  const found: StepProduct[] = []
  for (const productId of ranked.get(sourceKey(items.from)) ?? []) {
    const variant = variantsOf(shelf, productId).find((one) => !whyUnavailable(one, quantity))
    if (variant) found.push({ productId, variantId: variant.variantId, anyVariant, quantity, least, most })
    if (found.length === MOST_CANDIDATES) break
  }
  return found
}

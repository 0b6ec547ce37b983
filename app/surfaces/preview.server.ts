import { openFunnel } from '#app/offers/funnel.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { db } from '#app/platform/db.server.ts'
import type { CatalogReads } from './catalog-reads.ts'
import { previewed, type PreviewAnswer, type PreviewRequest } from './preview.ts'
import { variantsOffered } from './snapshot.ts'
import { viewOffer } from './offer-view.ts'

let reads: CatalogReads
/** Handed in by the wiring. */
export const previewBy = (given: CatalogReads): void => void (reads = given)

/** What a shopper would be shown of an offer as it is being written, by the code that shows her the saved one. */
export async function previewOffer(shop: string, request: PreviewRequest): Promise<PreviewAnswer> {
  const { definition, unfinished } = previewed(request.steps)
  const [terms, variants] = await Promise.all([
    db.shop.findUnique({ where: { shop }, select: { currency: true } }),
    reads.readVariants(shop, variantsOffered([inForce(definition)])),
  ])
  const currency = terms?.currency ?? 'USD'
  const shelf = new Map(variants.map((variant) => [variant.variantId, variant]))
  const funnel = openFunnel(definition, shelf)
  return {
    offer: viewOffer('preview', funnel, shelf, currency, request.language),
    prices: { currency, variants: Object.fromEntries(variants.map(({ variantId, price }) => [variantId, price])) },
    unfinished,
    closed: [...funnel.closed],
  }
}

const inForce = (definition: OfferDefinition) => ({ id: 'preview', version: 0, priority: 0, definition })

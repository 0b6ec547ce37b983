import { namedProducts } from '#app/offers/step.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import type { Names } from '#app/offers/rules/words.ts'
import { warningsOf, type Warning } from '#app/offers/warnings.ts'
import { db } from '#app/platform/db.server.ts'
import type { CatalogReads } from './catalog-reads.ts'
import { activeOffers } from './decide/versions.server.ts'
import { WORDING_WORDS as words } from './wording/wording-words.ts'
import { unfilled } from './wording/written.ts'

let reads: CatalogReads
/** Handed in by the wiring. */
export const warnBy = (given: CatalogReads): void => void (reads = given)

/** What a merchant would want to know of an offer before it goes live, beside the offers that are active and what the shop has left. */
export async function warningsFor(shop: string, id: string | null, definition: OfferDefinition, names: Names): Promise<Warning[]> {
  const [row, others] = await Promise.all([db.shop.findUnique({ where: { shop }, select: { currency: true } }), activeOffers(shop)])
  const all = [definition, ...others.map((offer) => offer.definition)]
  const named = all.flatMap(({ steps }) => steps.flatMap((step) => namedProducts(step).map(({ variantId }) => variantId)))
  const shelf = new Map((await reads.readVariants(shop, [...new Set(named)])).map((variant) => [variant.variantId, variant]))
  return [...warningsOf(definition, { id, others, shelf, words: { names, currency: row?.currency ?? 'USD' } }), ...unfilledIn(definition)]
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' })

const unfilledIn = ({ steps }: OfferDefinition): Warning[] =>
  steps.flatMap((step, stepIndex) =>
    unfilled(step).map(({ language, text }) => ({
      kind: 'placeholder',
      stepIndex,
      says: words.unfilled(stepIndex + 1, NAMES.of(language) ?? language, text),
    })),
  )

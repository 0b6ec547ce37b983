import { explain, type Explained } from '#app/offers/decide.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'

/** One offer's part in a purchase; `explained` names the rule that said no by its group and place in `definition.rules`. */
export interface OfferVerdict {
  offerId: string
  version: number
  definition: OfferDefinition
  explained: Explained
}

export const verdictsOf = (...[offers, facts, decided]: Parameters<typeof explain>): OfferVerdict[] =>
  explain(offers, facts, decided).map(({ offer: { id, version, definition }, explained }) => ({
    offerId: id,
    version,
    definition,
    explained,
  }))

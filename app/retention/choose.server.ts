import { now } from '#app/platform/clock.server.ts'
import { percentageOff } from '#app/values/money.ts'
import { chooseCompanions } from './companions.ts'
import type { OrderFacts } from './facts.server.ts'
import type { Chosen } from './offered.ts'
import { reads, type OfferTerms } from './reads.server.ts'
import type { AutomationKind, RetentionSettings } from './settings.ts'

interface For {
  shop: string
  order: OrderFacts
  settings: RetentionSettings
  terms: OfferTerms
}

/** What is offered about an order; null: nothing fits. */
export const CHOOSE: Readonly<Record<AutomationKind, (of: For) => Promise<Chosen | null>>> = {
  'missed-offer': async ({ shop, order, terms }) => (order.checkoutToken ? reads().chooseOffer(shop, order.checkoutToken, terms) : null),
  'bounce-back': companionsFor,
}

async function companionsFor({ shop, order, settings }: For): Promise<Chosen | null> {
  const { percent, products: most } = settings['bounce-back']
  const without = new Set([...order.productIds, ...order.hadBefore, ...(order.met?.productIds ?? [])])
  const chosen = chooseCompanions(await reads().readCompanions(shop, order.productIds, now()), { percent, most, without })
  if (chosen.length === 0) return null
  const items = chosen.map(({ productId, variantId, title, imageUrl, price }) => ({
    productId,
    variantId,
    title,
    imageUrl,
    quantity: 1,
    price: percentageOff(price, percent),
    was: price,
  }))
  return { items, take: 'one', percent, placementId: null, offerId: null, stepId: null, headline: '', body: '' }
}

import { now } from '#app/platform/clock.server.ts'
import { percentageOff, type Money } from '#app/values/money.ts'
import { keptProducts } from './automation.ts'
import { chooseCompanions, type Candidate } from './companions.ts'
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

async function companionsFor({ shop, order, settings, terms }: For): Promise<Chosen | null> {
  const { percent, products: most } = settings['bounce-back']
  const without = new Set([...order.productIds, ...order.hadBefore, ...(order.met?.productIds ?? [])])
  const chosen = chooseCompanions(await reads().readCompanions(shop, keptProducts(order), now()), { percent, most, without })
  if (chosen.length === 0) return null
  const ids = chosen.map(({ productId }) => productId)
  const [praise, prices] = await Promise.all([reads().readPraise(shop, ids, terms.locale), pricesFor(shop, order, chosen)])
  const items = chosen.map(({ productId, variantId, title, imageUrl, price }) => ({
    productId,
    variantId,
    title,
    imageUrl,
    quantity: 1,
    was: prices?.get(variantId)?.amount ?? price,
    price: percentageOff(prices?.get(variantId)?.amount ?? price, percent),
    praise: praise.get(productId) ?? [],
  }))
  const currency = prices ? order.paidIn : null
  return { items, take: 'one', percent, currency, placementId: null, offerId: null, stepId: null, headline: '', body: '' }
}

/** In the currency that she pays in. Null: they cannot be told in it, and the checkout will. */
async function pricesFor(shop: string, { currency, paidIn, country }: OrderFacts, chosen: readonly Candidate[]) {
  if (paidIn === currency) return new Map<string, Money>()
  const ids = chosen.map(({ variantId }) => variantId)
  const told = country ? await reads().readPrices(shop, ids, country) : null
  return told && ids.every((id) => told.get(id)?.currency === paidIn) ? told : null
}

import type { CompiledOffer } from '#app/offers/compile.ts'
import { lookupOf } from '#app/offers/lookup.ts'
import type { Group } from '#app/offers/rules/rules.ts'
import { isMetOn } from '#app/offers/surface.ts'
import { isOn, type BlockSettings } from '../block/settings.ts'
import { BLOCK_SURFACES, type ShopMetafield } from '../contract.ts'
import { viewOffer } from '../offer-view.ts'
import type { SurfaceSettings } from '../settings/settings.ts'
import type { Snapshot } from '../decide/snapshot.ts'
import { voiceOf } from '../voice.ts'

const MOST_PRODUCTS = 100 // The metafield travels with every page.

/** Where a block may have an offer, as far as that can be told without asking. */
function placesOf(running: readonly Pick<CompiledOffer, 'definition'>[], blocks: BlockSettings): ShopMetafield['places'] {
  const places: ShopMetafield['places'] = {}
  for (const surface of BLOCK_SURFACES.filter((one) => isOn(blocks, one))) {
    const rules = running.filter(({ definition }) => isMetOn(definition, surface)).map(({ definition }) => definition.rules)
    const products = productsAsked(rules)
    if (rules.length > 0) places[surface] = { hours: blocks.hours, ...(products ? { products } : {}) }
  }
  return places
}

/** Null: not all of them ask for a product by name. */
function productsAsked(rules: readonly Group[]): string[] | null {
  const keys = rules.map((group) => (group.rules.length > 0 ? lookupOf(group)?.keys : undefined) ?? null)
  if (keys.some((each) => each === null || each.some(({ key }) => key !== 'product'))) return null
  const products = [...new Set(keys.flatMap((each) => each!.flatMap(({ values }) => [...values])))]
  return products.length <= MOST_PRODUCTS ? products : null
}

/** What the extension knows before any request. An offer that starts later counts as active: nobody tells Shopify when its hour comes. */
export function shopMetafield(
  snapshot: Snapshot,
  { limitMs, fallbackOfferId, blocks }: SurfaceSettings & { blocks: BlockSettings },
  url: string,
  now: Date,
): ShopMetafield {
  const running = snapshot.installed ? snapshot.book.offers.filter(({ endsAt }) => endsAt > now.getTime()) : []
  const offers = running.filter(({ definition }) => isMetOn(definition, 'post-purchase'))
  const fallback = offers.find(({ id, startsAt }) => id === fallbackOfferId && startsAt <= now.getTime())
  const { shelf, currency, locale, overrides } = snapshot
  const view = fallback ? viewOffer(fallback.id, fallback.funnel, shelf, voiceOf({ currency, overrides }, locale)) : null
  return {
    url,
    active: offers.length > 0,
    limitMs,
    fallback: view,
    places: placesOf(running, blocks),
  }
}

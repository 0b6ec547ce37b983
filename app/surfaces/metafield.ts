import { isMetOn } from '#app/offers/surface.ts'
import type { ShopMetafield } from './contract.ts'
import { viewOffer } from './offer-view.ts'
import type { SurfaceSettings } from './settings/settings.ts'
import type { Snapshot } from './snapshot.ts'
import { voiceOf } from './voice.ts'

/** What the extension knows before any request. An offer that starts later counts as active: nobody tells Shopify when its hour comes. */
export function shopMetafield(snapshot: Snapshot, { limitMs, fallbackOfferId }: SurfaceSettings, url: string, now: Date): ShopMetafield {
  const offers = snapshot.installed
    ? snapshot.book.offers.filter(({ endsAt, definition }) => endsAt > now.getTime() && isMetOn(definition, 'post-purchase'))
    : []
  const fallback = offers.find(({ id, startsAt }) => id === fallbackOfferId && startsAt <= now.getTime())
  const { shelf, currency, locale, overrides } = snapshot
  const view = fallback ? viewOffer(fallback.id, fallback.funnel, shelf, voiceOf({ currency, overrides }, locale)) : null
  return { url, active: offers.length > 0, limitMs, fallback: view }
}

import { stopsAt, type Use } from '../caps.ts'
import type { Caps, OfferDefinition, OfferStatus } from '../offer.ts'
import { isMetOn } from '../surface.ts'

/** One row of the offers list. */
export interface OfferSummary {
  id: string
  title: string
  status: OfferStatus
  priority: number
  archived: boolean
  startsAt: string | null
  endsAt: string | null
  caps: Pick<Caps, 'total' | 'budget'>
  shownOn: OfferDefinition['shownOn']
  tested: number | null // percent of the shoppers that see it in a running A/B test
}

export interface StoredOffer {
  id: string
  version: number
  status: OfferStatus
  archived: boolean
  definition: OfferDefinition
}

export const TABS = ['all', 'active', 'paused', 'draft', 'archived'] as const
export type Tab = (typeof TABS)[number]

/** What an archived offer was does not matter until it is restored, so it is in no other tab. */
export const inTab = (tab: Tab, offer: OfferSummary): boolean =>
  tab === 'archived' ? offer.archived : !offer.archived && (tab === 'all' || offer.status === tab)

/** Active is not yet live before the start, and no longer after the end or once a limit is reached. */
export type Badge = OfferStatus | 'scheduled' | 'ended' | 'stopped' | 'archived'

export function badgeOf(offer: OfferSummary, use: Use | undefined, now: Date): Badge {
  if (offer.archived) return 'archived'
  if (offer.status !== 'active') return offer.status
  if (offer.startsAt && Date.parse(offer.startsAt) > now.getTime()) return 'scheduled'
  if (offer.endsAt && Date.parse(offer.endsAt) <= now.getTime()) return 'ended'
  return use && stopsAt(offer.caps, use) ? 'stopped' : 'active'
}

/** Offers that a shopper may see on the page after payment, and the one that was chosen before whatever became of it. */
export const choosable = (offers: readonly OfferSummary[], chosen: string | null): { id: string; title: string }[] =>
  offers
    .filter((offer) => offer.id === chosen || (!offer.archived && offer.status === 'active' && isMetOn(offer, 'post-purchase')))
    .map(({ id, title, archived, status }) => ({ id, title: archived || status !== 'active' ? `${title} (not active)` : title }))

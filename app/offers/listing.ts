import type { OfferDefinition, OfferStatus } from './offer.ts'

/** One row of the offers list. */
export interface OfferSummary {
  id: string
  title: string
  status: OfferStatus
  priority: number
  archived: boolean
  startsAt: string | null
  endsAt: string | null
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

/** Active is not yet live before the start and no longer after the end. */
export type Badge = OfferStatus | 'scheduled' | 'ended' | 'archived'

export function badgeOf(offer: OfferSummary, now: Date): Badge {
  if (offer.archived) return 'archived'
  if (offer.status !== 'active') return offer.status
  if (offer.startsAt && Date.parse(offer.startsAt) > now.getTime()) return 'scheduled'
  return offer.endsAt && Date.parse(offer.endsAt) <= now.getTime() ? 'ended' : 'active'
}

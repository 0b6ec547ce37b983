import type { Money } from '#app/values/money.ts'
import { badgeOf, inTab, TABS, type Badge, type OfferSummary, type Tab } from './listing.ts'
import type { ListRequest } from './requests.ts'

export interface OfferRow {
  id: string
  title: string
  badge: Badge
  priority: number
  impressions: number
  acceptances: number
  revenue: Money
}
type Totals = Pick<OfferRow, 'impressions' | 'acceptances' | 'revenue'>

const PAGE = 25

/** The page of the list that the URL asks for (`tab`, `page`); what it does not understand is the first page of all. */
export function pageOfOffers(
  offers: readonly OfferSummary[],
  totals: ReadonlyMap<string, Totals>,
  currency: string,
  asked: URLSearchParams,
  now: Date,
) {
  const tab = TABS.find((name) => name === asked.get('tab')) ?? 'all'
  const shown = offers.filter((offer) => inTab(tab, offer))
  const pages = Math.max(1, Math.ceil(shown.length / PAGE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked.get('page') ?? '1', 10) || 1))
  const none: Totals = { impressions: 0, acceptances: 0, revenue: { amount: 0, currency } }
  const rows = shown.slice((page - 1) * PAGE, page * PAGE).map((offer): OfferRow => {
    const { impressions, acceptances, revenue } = totals.get(offer.id) ?? none
    return { id: offer.id, title: offer.title, badge: badgeOf(offer, now), priority: offer.priority, impressions, acceptances, revenue }
  })
  const counts = Object.fromEntries(TABS.map((name) => [name, offers.filter((offer) => inTab(name, offer)).length])) as Record<Tab, number>
  return { rows, tab, counts, page, pages }
}

const offers = (count: number) => (count === 1 ? '1 offer' : `${count} offers`)

/** What the toast says once it is done. */
export const SAID: Record<ListRequest['action'], (count: number) => string> = {
  activate: (count) => `${offers(count)} activated`,
  pause: (count) => `${offers(count)} paused`,
  duplicate: (count) => `${offers(count)} duplicated as draft`,
  archive: (count) => `${offers(count)} archived`,
  restore: (count) => `${offers(count)} restored`,
}

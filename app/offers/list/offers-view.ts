import type { Money } from '#app/values/money.ts'
import type { Use } from '../caps.ts'
import type { Terms } from '../editor/draft.ts'
import { limitsView, type LimitsView } from '../limits-view.ts'
import { pageOf } from '../paging.ts'
import { shutAmong, type ShutPlace, type ShutPlaces } from '../shut.ts'
import { isEverywhere } from '../surface.ts'
import { sayPlaces, SURFACE_WORDS } from '../surface-words.ts'
import { badgeOf, inTab, TABS, type Badge, type OfferSummary, type Tab } from './listing.ts'

export interface OfferRow {
  id: string
  title: string
  badge: Badge
  priority: number
  visits: number // orders that saw it
  acceptedVisits: number // orders that took something of it
  revenue: Money
  limits: LimitsView
  places: string | null // where it is met, unless everywhere
  tested: number | null // percent of the shoppers that see it in a running A/B test
  shut: readonly ShutPlace[] // its places, where none of them is open
}
type Totals = Pick<OfferRow, 'visits' | 'acceptedVisits' | 'revenue'>

export interface OffersView {
  rows: readonly OfferRow[]
  tab: Tab
  search: string
  counts: Readonly<Record<Tab, number>>
  page: number
  pages: number
  at: string | null // the offer that was asked for, if the page holds it
  from: number // rows of this list before the page
  found: number
  /** The neighbours on the pages around, for moving across their edge. */
  above: string | null
  below: string | null
}

/** What is known of the shop's offers besides their own texts. */
interface Known {
  totals: ReadonlyMap<string, Totals>
  uses: ReadonlyMap<string, Use>
  terms: Terms
  shut: ShutPlaces
}

const PAGE = 25
const LONGEST_SEARCH = 120

/** The page of the list that the URL asks for (`tab`, `search`, `page`, or the one that holds the offer `at`); what it does not understand is the first page of all. */
export function pageOfOffers(
  offers: readonly OfferSummary[],
  { totals, uses, terms, shut }: Known,
  asked: URLSearchParams,
  now: Date,
): OffersView {
  const tab = TABS.find((name) => name === asked.get('tab')) ?? 'all'
  const search = (asked.get('search') ?? '').trim().slice(0, LONGEST_SEARCH)
  const found = offers.filter((offer) => inTab(tab, offer) && hasWords(offer.title, search))
  const place = found.findIndex(({ id }) => id === asked.get('at'))
  const { page, pages } = pageOf(place < 0 ? asked.get('page') : String(Math.floor(place / PAGE) + 1), found.length, PAGE)
  const from = (page - 1) * PAGE
  const none: Totals = { visits: 0, acceptedVisits: 0, revenue: { amount: 0, currency: terms.currency } }
  const rows = found.slice(from, from + PAGE).map((offer): OfferRow => {
    const { visits, acceptedVisits, revenue } = totals.get(offer.id) ?? none
    const { id, title, priority, caps, tested } = offer
    const use = uses.get(id)
    const limits = limitsView(caps, use, terms)
    const places = isEverywhere(offer) ? null : SURFACE_WORDS.only(sayPlaces(offer.shownOn))
    const closed = offer.archived ? { all: false, places: [] } : shutAmong(offer.shownOn, shut)
    const row = { id, title, badge: badgeOf(offer, use, now), priority, visits, acceptedVisits, revenue, limits, places, tested }
    return { ...row, shut: closed.all ? closed.places : [] }
  })
  const counts = Object.fromEntries(TABS.map((name) => [name, offers.filter((offer) => inTab(name, offer)).length])) as Record<Tab, number>
  const around = { above: found[from - 1]?.id ?? null, below: found[from + PAGE]?.id ?? null }
  return { rows, tab, search, counts, page, pages, at: found[place]?.id ?? null, from, found: found.length, ...around }
}

/** Each word of the search is somewhere in the title. */
function hasWords(title: string, search: string): boolean {
  const text = title.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

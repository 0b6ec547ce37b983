import type { OfferStatus } from '#app/offers/offer.ts'
import type { Money } from '#app/values/money.ts'
import { sayTime } from '#app/values/time.ts'
import { homeWords } from './home-words.ts'
import { taskSaid } from './task-words.ts'
import { setUpState } from './set-up.ts'

export interface TopOffer {
  id: string
  title: string
  visits: number
  acceptedVisits: number
  revenue: Money
}
export interface OrderRow {
  id: string
  name: string
  placed: string
  offer: string // what became of it
  total: Money
}
export interface TroubleRow {
  kind: 'delivery' | 'job'
  source: string
  id: string
  name: string
  failed: boolean
  attempts: number
  reason: string
  when: string
}

/** Of all offers, or of one. */
interface Numbers {
  visits: number
  acceptedVisits: number
  revenue: Money
}

interface HomeFacts {
  sync: { state: 'running' | 'done' | 'failed'; percent: number; parts: readonly { reason: string | null }[] } | null
  offers: readonly { id: string; title: string; status: OfferStatus; archived: boolean }[]
  totals: Numbers
  byOffer: ReadonlyMap<string, Numbers>
  orders: readonly { id: string; name: string; placedAt: Date; total: Money }[]
  met: ReadonlyMap<string, { said: string; more: string | null }> // of each order, what became of its offer
  troubles: readonly (Omit<TroubleRow, 'when'> & { at: Date; count: number })[]
  asked: boolean
}

const TOP = 5
const NOT_STARTED = { state: 'running', percent: 0, parts: [] } as const

/** What the home page shows, out of what each domain knows. */
export function homeView({ sync, offers, totals, byOffer, orders, met, troubles, asked }: HomeFacts, { timeZone }: { timeZone: string }) {
  const { state, percent, parts } = sync ?? NOT_STARTED
  const live = offers.filter(({ archived }) => !archived)
  return {
    setUp: setUpState({
      sync: { state, percent, reason: parts.find(({ reason }) => reason)?.reason ?? null },
      offers: live.length,
      active: live.filter(({ status }) => status === 'active').length,
      heardFromCheckout: asked,
    }),
    earned: totals,
    offers: topOffers(offers, byOffer),
    orders: orders.map(({ id, name, placedAt, total }): OrderRow => {
      const { said = '', more = null } = met.get(id) ?? {}
      return { id, name, placed: sayTime(placedAt, timeZone), offer: homeWords.offerMet(said, more), total }
    }),
    troubles: troubles.map(({ at, count, name, ...trouble }): TroubleRow => {
      const said = trouble.kind === 'job' ? taskSaid(name, count) : name
      return { ...trouble, name: said, when: sayTime(at, timeZone) }
    }),
  }
}

const topOffers = (offers: HomeFacts['offers'], byOffer: HomeFacts['byOffer']): TopOffer[] =>
  offers
    .flatMap(({ id, title }) => {
      const figures = byOffer.get(id)
      return figures ? [{ id, title, visits: figures.visits, acceptedVisits: figures.acceptedVisits, revenue: figures.revenue }] : []
    })
    .sort((a, b) => b.revenue.amount - a.revenue.amount || b.acceptedVisits - a.acceptedVisits)
    .slice(0, TOP)

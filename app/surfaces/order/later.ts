import type { Silence } from '#app/offers/decide.ts'
import { sayTime } from '#app/values/time.ts'
import type { Surface } from '../placement.ts'
import { words } from '../words.ts'
import { saySilence } from './order-words.ts'

/** One later surface's part in a purchase. Times are ISO 8601. */
export interface Later {
  surface: Surface
  title: string | null // of the offer; null: there was none to show
  because: Silence | null
  elsewhere: readonly string[] // titles of offers that are not meant for this surface
  events: readonly { kind: 'shown' | 'declined'; at: string }[]
  links: readonly { at: string; until: string | null; order: string | null; orderName: string | null }[]
}
export interface Origin {
  surface: Surface
  title: string | null
  orderId: string | null
  orderName: string | null
}

export interface LaterView {
  surface: string
  offer: string | null
  nothing: string | null // why there was no offer
  happened: readonly { what: string; at: string; order: { id: string; name: string } | null }[]
}

/** What each surface showed, and what the shopper did with it, in its order. */
export const laterView = (later: readonly Later[], timeZone: string, now: Date): LaterView[] =>
  later.map(({ surface, title, because, elsewhere, events, links }) => ({
    surface: words.surfaces[surface],
    offer: title,
    nothing: title === null ? sayNothing(because, elsewhere) : null,
    happened: [
      ...events.map(({ kind, at }) => ({ what: words.later[kind], time: at, order: null })),
      ...links.map(({ at, until, order, orderName }) => ({
        what: sayLink(order, until, now),
        time: at,
        order: order && orderName ? { id: order, name: orderName } : null,
      })),
    ]
      .sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
      .map(({ time, ...rest }) => ({ ...rest, at: sayTime(new Date(time), timeZone) })),
  }))

function sayNothing(because: Silence | null, elsewhere: readonly string[]): string {
  const silence = saySilence(because) ?? words.later.nothing
  return elsewhere.length > 0 ? `${silence} ${words.later.elsewhere(elsewhere)}` : silence
}

function sayLink(order: string | null, until: string | null, now: Date): string {
  if (order) return words.later.bought
  return until && Date.parse(until) < now.getTime() ? words.later.ranOut : words.later.taken
}

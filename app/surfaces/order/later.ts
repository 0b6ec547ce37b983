import type { Silence } from '#app/offers/decide.ts'
import type { Facts } from '#app/offers/facts.ts'
import type { Words } from '#app/offers/rules/words.ts'
import { sayTime } from '#app/values/time.ts'
import type { Deed, LinkSurface, Surface } from '../placements/placement.ts'
import type { OfferVerdict } from '../verdicts.ts'
import { words } from '../words.ts'
import { sayLaterVerdict, LATER_WORDS } from './later-words.ts'
import type { NotAsked } from './not-asked.ts'
import type { VerdictView } from './order-view.ts'
import { saySilence } from './order-words.ts'
import { verdictViews } from './verdict-views.ts'

/** What is worked out of what a surface kept of its decision. */
export interface Decided {
  facts: Facts
  verdicts: readonly OfferVerdict[]
  elsewhere: readonly Deed[] // what she did on the other surfaces
}

/** One later surface's part in a purchase. Times are ISO 8601. */
export interface Later extends Decided {
  surface: LinkSurface
  offerId: string | null // null: there was none to show
  title: string | null // of the offer
  decidedAt: Date
  because: Silence | null
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
  verdicts: readonly VerdictView[]
  unlisted: number
  happened: readonly { what: string; at: string; order: { id: string; name: string } | null }[]
}
export interface NotAskedView {
  surface: string
  because: string
  settings: string | null // where the merchant can change it
}

/** What each surface showed, which offers it considered, and what the shopper did with it, in its order. */
export const laterView = (later: readonly Later[], said: Words, timeZone: string, now: Date): LaterView[] =>
  later.map(({ surface, title, because, elsewhere, facts, verdicts, events, links }) => ({
    surface: words.surfaces[surface],
    offer: title,
    nothing: title === null ? sayNothing(because, verdicts) : null,
    ...verdictViews(verdicts, facts, said, (verdict) => sayLaterVerdict(verdict, elsewhere, said)),
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

export const notAskedView = (notAsked: readonly NotAsked[]): NotAskedView[] =>
  notAsked.map(({ surface, because }) => ({
    surface: words.surfaces[surface],
    because: LATER_WORDS.notAsked[because],
    settings: because === 'switched-off' || because === 'not-placed' ? '/settings/blocks' : null,
  }))

export function sayNothing(because: Silence | null, verdicts: readonly OfferVerdict[]): string {
  const left = verdicts.flatMap(({ explained }) => (explained.verdict === 'unavailable' ? [explained.because] : []))
  if (because === 'nothing-available' && left.length > 0 && left.every((why) => why === 'met-before')) return LATER_WORDS.allMet
  return saySilence(because) ?? words.later.nothing
}

function sayLink(order: string | null, until: string | null, now: Date): string {
  if (order) return words.later.bought
  return until && Date.parse(until) < now.getTime() ? words.later.ranOut : words.later.taken
}

import { wayTo, type Channel, type Reach, type Unreachable } from './consent.ts'
import type { Automation, AutomationKind } from './settings.ts'
import { dueAt, staleAt } from './timing.ts'

/** What is known of an order, as far as it decides what its buyer hears afterwards. */
export interface OrderToFollow {
  placedAt: Date
  /** When it was bought: as it was placed, or, if a merchant drafted it, once it was paid. Null: not yet. */
  boughtAt: Date | null
  /** It came of an offer by link: who has just said yes is not asked again. */
  ofLink: boolean
  cancelled: boolean
  /** What is in it: how many she still has of each, and how many of these she sends back or has asked to. */
  goods: readonly { productId: string | null; left: number; goingBack: number; cameBack: number }[]
  /** Null: not known, as of a guest or before the first sync has ended. */
  isFirst: boolean | null
  /** When she placed the order after this one. */
  nextOrderAt: Date | null
  /** What she did with offers on the pages after paying; null: she saw none. */
  met: 'seen' | 'accepted' | null
  /** Another automation has written to her about this order, or is about to. */
  hadOther: boolean
  reach: Reach
}

/** None of this automation's business. */
export type Untriggered = 'not-active' | 'of-offer' | 'saw-offer' | 'not-first' | 'not-known'
export type Stopped =
  | 'cancelled'
  | 'not-paid'
  | 'refunded'
  | 'returned'
  | 'returning'
  | 'accepted-offer'
  | 'bought-again'
  | 'had-other'
  | 'too-late'
  | 'about-returned'
export type FollowUpSkip = Untriggered | Stopped | Unreachable

export type FollowUpPlan =
  { do: 'send'; at: Date; channel: Channel } | { do: 'nothing'; because: Untriggered } | { do: 'skip'; because: Stopped | Unreachable }

/** Which orders concern it; null: this one does. */
const TRIGGERS: Readonly<Record<AutomationKind, (order: OrderToFollow) => Untriggered | null>> = {
  'missed-offer': ({ met }) => (met ? 'saw-offer' : null),
  'bounce-back': ({ isFirst }) => (isFirst ? null : isFirst === null ? 'not-known' : 'not-first'),
}

/** Whether the buyer of an order hears from this automation, when and how, or why not. Asked anew whenever anything of the order changes. */
export function planFollowUp(kind: AutomationKind, order: OrderToFollow, settings: Automation, now: Date): FollowUpPlan {
  const { active, since } = settings
  const boughtAt = order.boughtAt ?? order.placedAt
  if (!active || !since || order.placedAt < new Date(since)) return { do: 'nothing', because: 'not-active' }
  const untriggered = order.ofLink ? 'of-offer' : TRIGGERS[kind](order)
  if (untriggered) return { do: 'nothing', because: untriggered }
  const stopped = whyStopped(order, now)
  if (stopped) return { do: 'skip', because: stopped }
  if (now > staleAt(kind, boughtAt, settings)) return { do: 'skip', because: 'too-late' }
  const way = wayTo(order.reach, settings.sms)
  const at = dueAt(boughtAt, settings)
  if (way.channel !== null) return { do: 'send', at, channel: way.channel }
  // Her consent comes by a webhook of its own, which may be slower than the order's.
  return way.because === 'no-consent' && now < at ? { do: 'send', at, channel: 'email' } : { do: 'skip', because: way.because }
}

/** Whether nothing came before it, by our mirror and by Shopify's own count. Null: nobody knows. */
export function isFirstOrder(of: { customerId: string | null; earlier: number; later: number; counted: number | null }): boolean | null {
  if (of.customerId === null) return null
  if (of.earlier > 0) return false
  return of.counted === null || of.counted - of.later <= 1
}

/** What she keeps of an order. An offer is about this, and about nothing that goes back. */
export const keptProducts = ({ goods }: Pick<OrderToFollow, 'goods'>): string[] => [
  ...new Set(goods.flatMap(({ productId, left, goingBack }) => (productId && left > goingBack ? [productId] : []))),
]

function whyStopped({ cancelled, boughtAt, goods, met, nextOrderAt, hadOther }: OrderToFollow, now: Date): Stopped | null {
  if (cancelled) return 'cancelled'
  if (!boughtAt) return 'not-paid'
  if (goods.every(({ left }) => left <= 0)) return goods.every(({ cameBack }) => cameBack > 0) ? 'returned' : 'refunded'
  if (goods.every(({ left, goingBack }) => left <= goingBack)) return 'returning'
  if (met === 'accepted') return 'accepted-offer'
  if (nextOrderAt && nextOrderAt <= now) return 'bought-again'
  return hadOther ? 'had-other' : null
}

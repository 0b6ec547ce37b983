import type { ShopifyId } from '../../values/ids.ts'
import { DAYS, later } from '../../values/time.ts'
import type { AskingSettings } from './settings.ts'

/** What is known of an order, as far as it decides when its buyer is asked. */
export interface OrderToAsk {
  orderId: ShopifyId
  customerId: ShopifyId | null
  email: string | null
  placedAt: Date
  cancelled: boolean
  abroad: boolean
  /**
   * `left`: how many of them she still has, after refunds and removals. `goingBack`: how many of these she sends back, or has asked to.
   * `cameBack`: how many of the others she has sent back.
   */
  lines: readonly {
    id: ShopifyId
    productId: ShopifyId | null
    collectionIds: readonly ShopifyId[]
    left: number
    goingBack: number
    cameBack: number
  }[]
  /** Empty `lineIds`: which lines are in it is not known, so it counts as all. */
  parcels: readonly { lineIds: readonly ShopifyId[]; leftAt: Date; deliveredAt: Date | null }[]
  /** When she was last asked about another order, or will be. */
  lastAsked: Date | null
  reviewed: readonly ShopifyId[]
  /** Our own list: she wants no more, or the address is dead. */
  suppressed: string | null
}

export const SKIPS = [
  'cancelled',
  'refunded',
  'returned',
  'being-returned',
  'no-product',
  'already-reviewed',
  'asked-lately',
  'no-address',
  'unsubscribed',
  'bounced',
  'complained',
  'too-old',
] as const
export type Skip = (typeof SKIPS)[number] | (string & {})

export type Plan =
  | { do: 'ask'; at: Date; after: 'delivery' | 'fulfilment'; productIds: ShopifyId[] }
  | { do: 'wait'; because: 'not-fulfilled' | 'not-active' }
  | { do: 'skip'; because: Skip }

/** When the buyer of an order is asked, about what, or why not. `byHand`: a merchant chose the order, whenever it was placed. */
export function planRequest(order: OrderToAsk, settings: AskingSettings, byHand = false): Plan {
  if (!byHand && (!settings.active || !settings.since || order.placedAt < new Date(settings.since)))
    return { do: 'wait', because: 'not-active' }
  if (order.cancelled) return { do: 'skip', because: 'cancelled' }
  const kept = order.lines.filter(({ left }) => left > 0)
  if (kept.length === 0) return { do: 'skip', because: whyGone(order.lines) }
  const goods = kept.filter(({ productId }) => productId !== null)
  if (goods.length === 0) return { do: 'skip', because: 'no-product' }
  const staying = goods.filter(stays)
  if (staying.length === 0) return { do: 'skip', because: 'being-returned' }
  const open = staying.filter(({ productId }) => !order.reviewed.includes(productId ?? ''))
  if (open.length === 0) return { do: 'skip', because: 'already-reviewed' }
  // Of a customer Shopify may know what our mirror does not.
  if (!order.email && !order.customerId) return { do: 'skip', because: 'no-address' }
  if (order.suppressed) return { do: 'skip', because: order.suppressed }
  const due = dueAfter(order, open, settings)
  if (!due) return { do: 'wait', because: 'not-fulfilled' }
  if (order.lastAsked && Math.abs(due.at.getTime() - order.lastAsked.getTime()) < settings.pause * DAYS)
    return { do: 'skip', because: 'asked-lately' }
  return { do: 'ask', ...due, productIds: [...new Set(open.map(({ productId }) => productId ?? ''))] }
}

type Line = OrderToAsk['lines'][number]
const whyGone = (lines: readonly Line[]): 'returned' | 'refunded' => (lines.every(({ cameBack }) => cameBack > 0) ? 'returned' : 'refunded')
const stays = ({ left, goingBack }: Line): boolean => left > goingBack

/** A product of an order that its buyer is not asked about. */
export interface LeftOut {
  productId: ShopifyId
  because: 'being-returned' | 'returned' | 'refunded' | 'already-reviewed'
}

/** Each product that is not asked about although others of its order may be. Of several lines of one, what she keeps counts. */
export function leftOut({ lines, reviewed }: Pick<OrderToAsk, 'lines' | 'reviewed'>, asked: readonly ShopifyId[]): LeftOut[] {
  const ids = [...new Set(lines.flatMap(({ productId }) => productId ?? []))].filter((id) => !asked.includes(id))
  return ids.flatMap((productId): LeftOut[] => {
    const mine = lines.filter((line) => line.productId === productId)
    if (!mine.some(({ left }) => left > 0)) return [{ productId, because: whyGone(mine) }]
    if (!mine.some(stays)) return [{ productId, because: 'being-returned' }]
    return reviewed.includes(productId) ? [{ productId, because: 'already-reviewed' }] : []
  })
}

/** Of these products, those that she keeps. */
export const keptOf = ({ lines }: Pick<OrderToAsk, 'lines'>, productIds: readonly ShopifyId[]): ShopifyId[] =>
  productIds.filter((id) => lines.some((line) => line.productId === id && stays(line)))

/** After the last parcel with anything that she may rate: when it arrived, or long after it left if nobody says that it arrived. */
function dueAfter({ parcels, abroad }: OrderToAsk, lines: readonly Line[], settings: AskingSettings) {
  const holds = (lineIds: readonly string[], line: Line) => lineIds.length === 0 || lineIds.includes(line.id)
  if (!lines.every((line) => parcels.some(({ lineIds }) => holds(lineIds, line)))) return null
  const relevant = parcels.filter(({ lineIds }) => lines.some((line) => holds(lineIds, line)))
  const delays = abroad ? settings.abroad : settings.home
  const days = delayOf(lines, settings) ?? delays.afterDelivery
  const latest = (dates: readonly Date[]) => new Date(Math.max(...dates.map((date) => date.getTime())))
  const arrived = relevant.flatMap(({ deliveredAt }) => deliveredAt ?? [])
  if (arrived.length === relevant.length) return { at: later(latest(arrived), days * DAYS), after: 'delivery' as const }
  // What needs longer to be known needs it just as well when its arrival is only guessed.
  const guessed = delays.afterFulfilment + Math.max(0, days - delays.afterDelivery)
  return { at: later(latest(relevant.map(({ leftAt }) => leftAt)), guessed * DAYS), after: 'fulfilment' as const }
}

/** The longest of the own delays of what is in the order; a product's beats its collections'. */
function delayOf(lines: readonly Line[], { special }: AskingSettings): number | null {
  const found = lines.flatMap(({ productId, collectionIds }) => {
    const own = special.filter(({ kind, id }) => kind === 'product' && id === productId)
    return own.length > 0 ? own : special.filter(({ kind, id }) => kind === 'collection' && collectionIds.includes(id))
  })
  return found.length > 0 ? Math.max(...found.map(({ afterDelivery }) => afterDelivery)) : null
}

/** When a reminder follows, or null: enough was said. */
export const reminderAt = (settings: AskingSettings, sent: number, lastAt: Date): Date | null =>
  sent < settings.reminders ? later(lastAt, Math.max(1, settings.reminderAfter) * DAYS) : null

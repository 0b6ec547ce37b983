import type { SimLine, SimOrder, SimShop } from '../../simulator/model.ts'
import { toMinor } from '../../simulator/money.ts'
import type { Accepted, Seen } from './visit.ts'

/** Written anew from the definitions in words, over the simulator's own records: shares nothing with what it checks. */
export interface Truth {
  visits: number
  impressions: number
  declines: number
  fallbacks: number
  acceptances: number
  acceptedVisits: number
  orders: number
  rest: number
  added: number
  revenue: number
  returned: number
  discount: number
  lines: number
  unknown: number
  known: number
  cost: number
}

const NOTHING: Truth = {
  visits: 0,
  impressions: 0,
  declines: 0,
  fallbacks: 0,
  acceptances: 0,
  acceptedVisits: 0,
  orders: 0,
  rest: 0,
  added: 0,
  revenue: 0,
  returned: 0,
  discount: 0,
  lines: 0,
  unknown: 0,
  known: 0,
  cost: 0,
}
type Amounts = Pick<Truth, 'revenue' | 'returned' | 'discount' | 'lines' | 'unknown' | 'known' | 'cost'>

/** A half is rounded up, as money is. */
const part = (amount: number, of: number, whole: number): number => Math.floor((2 * amount * of + whole) / (2 * whole))
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** One line in minor units of the shop's currency, without its tax. */
function priced(order: SimOrder, line: SimLine) {
  const of = (amount: string) => toMinor(amount, order.currency)
  const discount = total(line.discounts.map(({ amount }) => of(amount.shop)))
  const tax = of(line.tax.shop)
  const net = of(line.unitPrice.shop) * line.quantity - discount - (order.taxesIncluded ? tax : 0)
  const backs = order.refunds.flatMap(({ lines }) => lines.filter(({ lineId }) => lineId === line.id))
  const removed = total(order.edits.flatMap(({ removals }) => removals.filter(({ id }) => id === line.id).map(({ delta }) => delta)))
  return {
    net,
    tax,
    discount,
    stillOwed: net - part(net, removed, line.quantity),
    givenBack: total(backs.map((back) => of(back.subtotal.shop) - (order.taxesIncluded ? of(back.tax.shop) : 0))),
    kept: order.cancelledAt ? 0 : line.quantity - removed - total(backs.map(({ quantity }) => quantity)),
  }
}

/** What came in for the lines of each accepted step: its own charge, or what the merchant received by hand, first come first served. */
function receipts(order: SimOrder, accepted: readonly Accepted[]): Map<number, number> {
  const byHand = order.transactions.filter(({ kind, gateway, status }) => kind === 'SALE' && gateway === 'manual' && status === 'SUCCESS')
  let hand = total(byHand.map(({ amount }) => toMinor(amount.shop, order.currency)))
  const paid = new Map<number, number>()
  for (const { lineIds, charged } of accepted)
    for (const lineId of lineIds) {
      const line = order.lines.find(({ id }) => id === lineId)
      if (!line) throw new Error(`The simulator has lost line ${lineId}`)
      const { net, tax } = priced(order, line)
      const came = charged ? net + tax : Math.min(hand, net + tax)
      if (!charged) hand -= came
      paid.set(lineId, came === 0 ? 0 : part(net, came, net + tax))
    }
  return paid
}

function amountsOf(order: SimOrder, step: Accepted, paid: ReadonlyMap<number, number>): Amounts {
  const sums: Amounts = { revenue: 0, returned: 0, discount: 0, lines: 0, unknown: 0, known: 0, cost: 0 }
  for (const [index, lineId] of step.lineIds.entries()) {
    const line = order.lines.find(({ id }) => id === lineId) as SimLine
    const { net, discount, stillOwed, givenBack, kept } = priced(order, line)
    const came = paid.get(lineId) ?? 0
    const revenue = order.cancelledAt ? 0 : Math.max(0, Math.min(came, stillOwed) - givenBack)
    const cost = step.costs[index] ?? null
    const share = (whole: number) => (net === 0 ? part(whole, kept, line.quantity) : part(whole, kept * came, line.quantity * net))
    sums.revenue += revenue
    sums.returned += came - revenue
    sums.discount += share(discount)
    sums.lines += kept > 0 ? 1 : 0
    sums.unknown += kept > 0 && cost === null ? 1 : 0
    sums.known += cost === null ? 0 : revenue
    sums.cost += cost === null ? 0 : share(toMinor(cost, order.currency) * line.quantity)
  }
  return sums
}

function restOf(order: SimOrder, accepted: readonly Accepted[]): number {
  if (order.cancelledAt) return 0
  const ours = accepted.flatMap(({ lineIds }) => lineIds)
  const others = order.lines.filter(({ id }) => !ours.includes(id)).map((line) => priced(order, line))
  return total(others.map(({ stillOwed, givenBack }) => Math.max(0, stillOwed - givenBack)))
}

/** The calendar day in the shop's zone. */
export const dayIn = ({ timeZone }: SimShop, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)

export class Ledger {
  readonly #shop: SimShop
  readonly figures = new Map<string, Truth>()

  constructor(shop: SimShop) {
    this.#shop = shop
  }

  /** Adds one order; answers what offers earned on it. */
  add(order: SimOrder, seen: Seen | null): number {
    if (!seen) return 0
    const paid = receipts(order, seen.accepted)
    const steps = seen.accepted.map((step) => ({ id: step.stepId, ...amountsOf(order, step, paid) }))
    const rest = restOf(order, seen.accepted)
    const ids = new Set([...seen.shown, ...seen.declined, ...steps.map(({ id }) => id)])
    const keys = [
      ...this.#keys(order, seen).map((key) => ({ key, ids })),
      ...[...ids].map((id) => ({ key: `step/${seen.offerId} ${id}`, ids: new Set([id]) })),
    ]
    for (const { key, ids } of keys)
      this.#count(
        key,
        seen,
        ids,
        steps.filter(({ id }) => ids.has(id)),
        rest,
      )
    return total(steps.map(({ revenue }) => revenue))
  }

  #keys(order: SimOrder, { at, offerId }: Seen): string[] {
    return ['all/', `offer/${offerId}`, 'surface/post-purchase', `day/${dayIn(this.#shop, at)}`, `currency/${order.presentmentCurrency}`]
  }

  #count(key: string, seen: Seen, ids: ReadonlySet<string>, steps: readonly Amounts[], rest: number): void {
    const shown = seen.shown.filter((id) => ids.has(id)).length
    const declines = seen.declined.filter((id) => ids.has(id)).length
    if (shown + declines + steps.length === 0) return
    const before = this.figures.get(key) ?? NOTHING
    const sum = (name: keyof Amounts) => before[name] + total(steps.map((step) => step[name]))
    const earned = total(steps.map(({ revenue }) => revenue))
    this.figures.set(key, {
      visits: before.visits + (shown > 0 ? 1 : 0),
      impressions: before.impressions + shown,
      declines: before.declines + declines,
      fallbacks: before.fallbacks + (shown > 0 && seen.fallback ? 1 : 0),
      acceptances: before.acceptances + steps.length,
      acceptedVisits: before.acceptedVisits + (steps.length > 0 ? 1 : 0),
      orders: before.orders + (steps.length > 0 && rest > 0 ? 1 : 0),
      rest: before.rest + (steps.length > 0 ? rest : 0),
      added: before.added + (rest > 0 ? earned : 0),
      revenue: sum('revenue'),
      returned: sum('returned'),
      discount: sum('discount'),
      lines: sum('lines'),
      unknown: sum('unknown'),
      known: sum('known'),
      cost: sum('cost'),
    })
  }
}

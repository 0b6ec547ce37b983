import type { ShopifyId } from '#app/values/ids.ts'
import { portion } from '#app/values/money.ts'
import { claimLines, type Claim, type OrderLine, type Signing, type Wanted } from './claim.ts'
import { settle, type Due, type Payment } from './payment.ts'

/** One order of the mirror. Amounts are minor units of the shop's currency at the order's own rate; a line's discount and tax are for the whole line. */
export interface PaidOrder {
  currency: string
  originalTotal: number
  taxesIncluded: boolean // unit prices contain the line's tax
  cancelled: boolean
  lines: readonly OrderLine[]
  transactions: readonly Transaction[]
  refundLines: readonly RefundLine[]
}
export interface Transaction {
  kind: string
  status: string
  amount: number
  currency: string
  processedAt: Date
}
export interface RefundLine {
  lineId: ShopifyId
  quantity: number
  subtotal: number // after discounts, without tax
}

/** What was bought before any offer, as Shopify's token told it. */
export interface InitialPurchase {
  total: number | null // null: not told in the shop's currency
  lines: readonly Wanted[]
}

/**
 * What one line that an offer brought has earned: `revenue` is what was paid for it, without tax and shipping, less what went back.
 * `discount` and `cost` are of the units that are paid and kept.
 */
export interface Earning {
  changesetId: string
  lineId: ShopifyId
  offerId: string
  stepId: string
  currency: string
  quantity: number
  kept: number // units that were neither removed nor refunded
  sold: number
  paid: number
  unpaid: number // what is still owed for units that were not removed
  returned: number
  revenue: number
  discount: number
  cost: number | null // null: not known when it was accepted
  acceptedAt: Date
}

/** Depends on nothing but what the order is now: payloads that come late, twice or out of order change no amount. */
export function attribute(order: PaidOrder, initial: InitialPurchase, signings: readonly Signing[]): Earning[] {
  const claims = claimLines(order.lines, initial.lines, signings)
  const left = settle(paymentsOf(order), initial.total ?? order.originalTotal, duesOf(order, claims))
  return claims.map((claim) => {
    const sold = soldFor(order, claim.line)
    const covered = Math.min(left.get(claim.signing.id) ?? 0, sold + claim.line.tax)
    left.set(claim.signing.id, (left.get(claim.signing.id) ?? 0) - covered)
    return earningOf(order, claim, sold, covered === 0 ? 0 : portion(sold, covered, sold + claim.line.tax))
  })
}

/** What each step that is in the order asks for, in the order of signing. */
function duesOf(order: PaidOrder, claims: readonly Claim[]): Due[] {
  const dues = new Map<string, Due>()
  for (const { signing, line } of claims) {
    const { id, shipping, signedAt } = signing
    const lines = (dues.get(id)?.lines ?? 0) + soldFor(order, line) + line.tax
    dues.set(id, { id, lines, shipping, signedAt })
  }
  return [...dues.values()]
}

function earningOf(order: PaidOrder, { signing, line, cost }: Claim, sold: number, paid: number): Earning {
  const state = stateOf(order, line, sold)
  const revenue = order.cancelled ? 0 : Math.max(0, Math.min(paid, state.owed) - state.refunded)
  const isKept = (whole: number): number => ofKept(whole, { ...state, quantity: line.quantity, sold, paid })
  return {
    changesetId: signing.id,
    lineId: line.id,
    offerId: signing.offerId,
    stepId: signing.stepId,
    currency: order.currency,
    quantity: line.quantity,
    kept: state.kept,
    sold,
    paid,
    unpaid: order.cancelled ? 0 : Math.max(0, state.owed - paid),
    returned: paid - revenue,
    revenue,
    discount: isKept(line.discount),
    cost: cost === null ? null : isKept(cost * line.quantity),
    acceptedAt: signing.signedAt,
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const PAYING: ReadonlySet<string> = new Set(['sale', 'capture'])

const paymentsOf = ({ transactions, currency }: PaidOrder): Payment[] =>
  transactions
    .filter((one) => PAYING.has(one.kind) && one.status === 'success' && (one.currency || currency) === currency)
    .map(({ amount, processedAt }) => ({ amount, at: processedAt }))

/** Money has come in; an order whose goods cost nothing has nothing to wait for. */
export const isPaid = (order: PaidOrder): boolean => paymentsOf(order).length > 0 || order.originalTotal === 0

const soldFor = ({ taxesIncluded }: PaidOrder, { unitPrice, quantity, discount, tax }: OrderLine): number =>
  Math.max(0, unitPrice * quantity - discount - (taxesIncluded ? tax : 0))

interface LineState {
  kept: number
  owed: number // of what it was sold for, less removed units
  refunded: number
}

/** A removed unit is no longer owed; a refunded one gives money back. Shopify's current quantity counts both. */
function stateOf({ refundLines, cancelled }: PaidOrder, { id, quantity, currentQuantity }: OrderLine, sold: number): LineState {
  const refunds = refundLines.filter(({ lineId }) => lineId === id)
  const back = sum(refunds.map((refund) => refund.quantity))
  const removed = Math.max(0, quantity - currentQuantity - back)
  return {
    kept: cancelled ? 0 : Math.max(0, quantity - removed - back),
    owed: removed === 0 ? sold : sold - portion(sold, removed, quantity),
    refunded: sum(refunds.map(({ subtotal }) => subtotal)),
  }
}

/** The part of an amount of the whole line that belongs to units paid and kept; a line that cost nothing counts as paid. */
function ofKept(whole: number, { kept, quantity, sold, paid }: { kept: number; quantity: number; sold: number; paid: number }): number {
  if (quantity === 0) return 0
  return sold === 0 ? portion(whole, kept, quantity) : portion(whole, kept * paid, quantity * sold)
}

/** What the order's other lines come to: what it would have been without offers. Refunded and removed units do not count. */
export function withoutOffers(order: PaidOrder, earnings: readonly Pick<Earning, 'lineId'>[]): number {
  if (order.cancelled) return 0
  const ours = new Set(earnings.map(({ lineId }) => lineId))
  const others = order.lines.filter(({ id }) => !ours.has(id))
  return sum(
    others.map((line) => {
      const { owed, refunded } = stateOf(order, line, soldFor(order, line))
      return Math.max(0, owed - refunded)
    }),
  )
}

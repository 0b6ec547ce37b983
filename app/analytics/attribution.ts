import type { ShopifyId } from '#app/values/ids.ts'
import { portion } from '#app/values/money.ts'
import { claimLines, type OrderLine, type Signing, type Wanted } from './claim.ts'

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

/** What one line that an offer brought has earned: `revenue` is what was paid for it, without tax and shipping, less what went back. */
export interface Earning {
  changesetId: string
  lineId: ShopifyId
  offerId: string
  stepId: string
  currency: string
  quantity: number
  sold: number
  paid: number
  returned: number
  revenue: number
  discount: number
  acceptedAt: Date
}

/** Depends on nothing but what the order is now: payloads that come late, twice or out of order change no amount. */
export function attribute(order: PaidOrder, initial: InitialPurchase, signings: readonly Signing[]): Earning[] {
  let left = paidForMore(order, initial)
  return claimLines(order.lines, initial.lines, signings).map(({ signing, line }) => {
    const sold = soldFor(order, line)
    const covered = Math.min(left, sold + line.tax)
    left -= covered
    const paid = covered === 0 ? 0 : portion(sold, covered, sold + line.tax)
    const revenue = order.cancelled ? 0 : kept(order, line, sold, paid)
    return {
      changesetId: signing.id,
      lineId: line.id,
      offerId: signing.offerId,
      stepId: signing.stepId,
      currency: order.currency,
      quantity: line.quantity,
      sold,
      paid,
      returned: paid - revenue,
      revenue,
      discount: line.discount,
      acceptedAt: signing.signedAt,
    }
  })
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const PAYING: ReadonlySet<string> = new Set(['sale', 'capture'])

/** A partial payment covers the first order's lines first; what exceeds that order's total paid for the lines added to it. */
function paidForMore({ transactions, currency, originalTotal }: PaidOrder, initial: InitialPurchase): number {
  const received = transactions.filter((one) => PAYING.has(one.kind) && one.status === 'success' && (one.currency || currency) === currency)
  return Math.max(0, sum(received.map(({ amount }) => amount)) - (initial.total ?? originalTotal))
}

const soldFor = ({ taxesIncluded }: PaidOrder, { unitPrice, quantity, discount, tax }: OrderLine): number =>
  Math.max(0, unitPrice * quantity - discount - (taxesIncluded ? tax : 0))

/** A removed unit is no longer owed; a refunded one gives money back. Shopify's current quantity counts both. */
function kept({ refundLines }: PaidOrder, { id, quantity, currentQuantity }: OrderLine, sold: number, paid: number): number {
  const refunds = refundLines.filter(({ lineId }) => lineId === id)
  const removed = Math.max(0, quantity - currentQuantity - sum(refunds.map((refund) => refund.quantity)))
  const owed = removed === 0 ? sold : sold - portion(sold, removed, quantity)
  return Math.max(0, Math.min(paid, owed) - sum(refunds.map(({ subtotal }) => subtotal)))
}

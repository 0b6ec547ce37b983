import { parseMoney } from '../values/money.ts'

/**
 * Shopify's SellingPlanPricingPolicy, of which a plan has one fixed (`afterCycle` null) and one recurring at most. Amounts in minor units of the
 * shop's currency.
 */
export type PlanPolicy = { afterCycle: number | null } & Adjustment
export type Adjustment =
  { kind: 'percentage'; percent: number } | { kind: 'amount-off'; amount: number } | { kind: 'price'; amount: number }

/** As the Admin API tells it. */
export interface PolicyNode {
  afterCycle?: number | null // only recurring ones have it
  adjustmentType: 'PERCENTAGE' | 'FIXED_AMOUNT' | 'PRICE'
  adjustmentValue: { percentage?: number; amount?: string; currencyCode?: string }
}

const KINDS = { PERCENTAGE: 'percentage', FIXED_AMOUNT: 'amount-off', PRICE: 'price' } as const

export function planPolicy({ afterCycle = null, adjustmentType, adjustmentValue }: PolicyNode): PlanPolicy {
  const { percentage = 0, amount = '0', currencyCode = '' } = adjustmentValue
  const kind = KINDS[adjustmentType]
  return kind === 'percentage' ? { afterCycle, kind, percent: percentage } : { afterCycle, kind, amount: parseMoney(amount, currencyCode) }
}

/**
 * What prices the first delivery: the fixed policy, unless the recurring one takes its place after no delivery at all. That each is taken off
 * the listed price, not off what the other left, is how Shopify's storefronts count.
 */
export function pricingAtStart(policies: readonly PlanPolicy[]): Adjustment | null {
  const policy = policies.find(({ afterCycle }) => afterCycle === 0) ?? policies.find(({ afterCycle }) => afterCycle === null)
  if (!policy) return null
  return policy.kind === 'percentage' ? { kind: policy.kind, percent: policy.percent } : { kind: policy.kind, amount: policy.amount }
}

/** When a plan is paid: with each delivery, ahead for several of them, or wholly or in part later than the checkout. */
export type Payment = 'each-delivery' | 'ahead' | 'later'

interface Rhythm {
  interval?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' // only recurring policies have it
  intervalCount?: number
}
/** As the Admin API tells it. */
export interface PaymentNode {
  billingPolicy: Rhythm
  deliveryPolicy: Rhythm
}

const DAYS_OF = { DAY: 1, WEEK: 7, MONTH: 30, YEAR: 360 } as const
const daysOf = ({ interval, intervalCount = 1 }: Rhythm): number => (interval ? DAYS_OF[interval] * intervalCount : 0)

/** A fixed billing policy charges a part at the checkout, as of a pre-order: it is no subscription that is paid with each delivery. */
export function paymentOf({ billingPolicy, deliveryPolicy }: PaymentNode): Payment {
  if (!billingPolicy.interval || !deliveryPolicy.interval) return 'later'
  return Math.round(daysOf(billingPolicy) / daysOf(deliveryPolicy)) > 1 ? 'ahead' : 'each-delivery'
}

import { allocate } from '../values/money.ts'
import { sameCode } from '../values/code.ts'

/** An order that used rewards, as money sees it now. Amounts are minor units of the shop's currency. */
export interface PaidOrder {
  customerId: string | null
  codes: readonly { code: string; amount: number | null }[] // null: not told for each code
  /** All that was taken off its lines. */
  discount: number
  /** Its goods after discounts, without tax and shipping, less what went back; nothing while nothing is paid. */
  revenue: number
  cancelled: boolean
  at: Date
}

export interface Redeemed {
  rewardKey: string
  discount: number
  revenue: number
  at: Date
}

/** What an order has spent of a reward's store credit, less what came back. */
interface CreditUsed {
  rewardKey: string
  amount: number
}

/** What our rewards did in an order. It depends on nothing but what the order and the account are now, so it may be computed in any order and any number of times. */
export function redemptionsOf(
  order: PaidOrder,
  rewards: readonly { key: string; code: string }[],
  credits: readonly CreditUsed[] = [],
): Redeemed[] {
  const byCode = order.codes.flatMap(({ code, amount }) => {
    const reward = rewards.find((one) => sameCode(one.code) === sameCode(code))
    if (!reward) return []
    const discount = order.cancelled ? 0 : (amount ?? Math.round(order.discount / order.codes.length))
    return [{ rewardKey: reward.key, discount }]
  })
  const used = [...byCode, ...credits.map(({ rewardKey, amount }) => ({ rewardKey, discount: amount }))]
  if (used.length === 0) return []
  // A code is taken off the price and credit is not, but the shop gets neither.
  const credited = credits.reduce((sum, { amount }) => sum + amount, 0)
  const revenue = order.cancelled ? 0 : Math.max(0, order.revenue - credited)
  // Two of our rewards in one order did not sell it twice.
  const revenues = allocate(
    revenue,
    used.map(({ discount }) => discount),
  )
  return used.map((one, index) => ({ ...one, revenue: revenues[index] ?? 0, at: order.at }))
}

import { allocate } from '../values/money.ts'
import { sameCode } from '../values/code.ts'

/** An order that used codes, as money sees it now. Amounts are minor units of the shop's currency. */
export interface PaidOrder {
  codes: readonly { code: string; amount: number | null }[] // null: not told for each code
  /** All that was taken off its lines. */
  discount: number
  /** Its goods after discounts, without tax and shipping, less what went back; nothing while nothing is paid. */
  revenue: number
  cancelled: boolean
  at: Date
}

export interface Redeemed {
  code: string
  rewardKey: string
  discount: number
  revenue: number
  at: Date
}

/** What our codes did in an order. It depends on nothing but what the order is now, so it may be computed in any order and any number of times. */
export function redemptionsOf(order: PaidOrder, rewards: readonly { key: string; code: string }[]): Redeemed[] {
  const ours = order.codes.flatMap(({ code, amount }) => {
    const reward = rewards.find((one) => sameCode(one.code) === sameCode(code))
    return reward ? [{ code: reward.code, rewardKey: reward.key, told: amount }] : []
  })
  if (ours.length === 0) return []
  const discounts = ours.map(({ told }) => (order.cancelled ? 0 : (told ?? Math.round(order.discount / order.codes.length))))
  // Two of our codes in one order did not sell it twice.
  const revenues = allocate(order.cancelled ? 0 : order.revenue, discounts)
  return ours.map(({ code, rewardKey }, index) => ({
    code,
    rewardKey,
    discount: discounts[index] ?? 0,
    revenue: revenues[index] ?? 0,
    at: order.at,
  }))
}

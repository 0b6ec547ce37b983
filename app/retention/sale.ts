import { sameCode } from '../values/code.ts'

/** An order that a code of ours took part in. Amounts are minor units of the shop's currency. */
export interface SoldOrder {
  cancelled: boolean
  codes: readonly { code: string; amount: number | null }[] // null: not told for each code
  discount: number
  revenue: number
}

/** What it earned, and what the code took off. It depends on nothing but what the order is now. */
export function saleOf({ cancelled, codes, discount, revenue }: SoldOrder, ours: readonly string[]): { revenue: number; discount: number } {
  if (cancelled) return { revenue: 0, discount: 0 }
  const told = codes.filter(({ code }) => ours.includes(sameCode(code))).flatMap(({ amount }) => amount ?? [])
  return { revenue, discount: told.length > 0 ? told.reduce((sum, amount) => sum + amount, 0) : discount }
}

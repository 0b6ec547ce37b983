import { formatMoney, money } from '../../values/money.ts'

/** What reviews brought and what they cost, over some days. Money is minor units of the shop's currency. */
export interface Totals {
  requests: number
  reviews: number
  issued: number
  redeemed: number
  discounts: number
  revenue: number
}

/** Discounts really given for each review that was thanked for; null before the first. */
export const costPerReview = ({ discounts, issued }: Totals): number | null => (issued === 0 ? null : Math.round(discounts / issued))

export interface Budget {
  spent: number
  budget: number
  isSpent: boolean
}

/** What the merchant is told when the month's budget has stopped the program; null while it has not. */
export function budgetSaid(budget: Budget | null, currency: string): { spent: string; budget: string } | null {
  if (!budget?.isSpent) return null
  return { spent: formatMoney(money(budget.spent, currency), 'en'), budget: formatMoney(money(budget.budget, currency), 'en') }
}

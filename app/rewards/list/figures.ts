import { formatMoney, money } from '../../values/money.ts'
import { words } from '../editor/words.ts'
import { costPerReview, type Totals } from './totals.ts'

/** The way from the request to the redeemed order, as the page shows it. */
export function rewardFigures(totals: Totals, currency: string): { label: string; value: string }[] {
  const count = (value: number) => value.toLocaleString('en')
  const say = (amount: number | null) => (amount === null ? '–' : formatMoney(money(amount, currency), 'en'))
  return [
    { label: words.requests, value: count(totals.requests) },
    { label: words.reviews, value: count(totals.reviews) },
    { label: words.rewards, value: count(totals.issued) },
    { label: words.redeemed, value: count(totals.redeemed) },
    { label: words.discounts, value: say(totals.discounts) },
    { label: words.costPerReview, value: say(costPerReview(totals)) },
    { label: words.revenue, value: say(totals.revenue) },
  ]
}

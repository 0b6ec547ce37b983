import { formatMoney } from '../values/money.ts'
import type { AutomationKind } from './settings.ts'

/** What an automation did in the last 30 days. */
export interface Tally {
  planned: number
  sent: number
  skipped: Readonly<Record<string, number>>
  followed: number
  sales: number
  revenue: number
}

export interface AutomationView {
  kind: AutomationKind
  active: boolean
  planned: number
  sent: number
  followed: number
  sales: number
  earned: string
  skipped: number
  /** The most common reasons first. */
  reasons: readonly { because: string; count: number }[]
}

const MOST_REASONS = 4

export function viewAutomation(kind: AutomationKind, active: boolean, tally: Tally, currency: string): AutomationView {
  const reasons = Object.entries(tally.skipped)
    .map(([because, count]) => ({ because, count }))
    .sort((a, b) => b.count - a.count || (a.because < b.because ? -1 : 1))
  const { planned, sent, followed, sales, revenue } = tally
  const skipped = reasons.reduce((sum, { count }) => sum + count, 0)
  const earned = formatMoney({ amount: revenue, currency }, 'en')
  return { kind, active, planned, sent, followed, sales, earned, skipped, reasons: reasons.slice(0, MOST_REASONS) }
}

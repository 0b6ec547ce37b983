import type { Money } from '#app/values/money.ts'
import type { TraceView } from './trace-view.ts'

export interface EligibilityView {
  state: 'yes' | 'no' | 'not-known'
  because: string
}
export interface VerdictView {
  offerId: string
  title: string
  version: number
  tone: 'success' | 'warning' | null
  verdict: string
  because: string | null
  trace: TraceView | null // null: what was known was not kept
}
export interface SignedView {
  id: string
  title: string
  at: string
  outcome: string
  lines: readonly { name: string; quantity: number; price: Money; was: Money | null }[]
}
export interface EarnedView {
  sold: Money
  paid: Money
  returned: Money
  revenue: Money
}

/** What the order's page shows, in the merchant's words. */
export interface OrderView {
  id: string
  name: string
  placed: string
  payment: string | null
  total: Money
  eligibility: EligibilityView
  reconstructed: boolean
  silence: string | null
  verdicts: readonly VerdictView[]
  replayable: boolean
  unlisted: number // offers that were considered too, beyond what a page can hold
  timeline: readonly { at: string; what: string }[]
  signed: readonly SignedView[]
  earned: EarnedView | null
}

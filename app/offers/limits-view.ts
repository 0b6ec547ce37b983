import { formatMoney } from '#app/values/money.ts'
import { sayTime } from '#app/values/time.ts'
import { stopsAt, type Use } from './caps.ts'
import type { Terms } from './editor/draft.ts'
import { LIMIT_WORDS as words } from './limit-words.ts'
import type { Caps } from './offer.ts'

/** How far an offer is from its limits, in words and in hundredths; null: no such limit. */
export interface LimitsView {
  stopped: string | null
  total: Progress | null
  budget: Progress | null
}
export interface Progress {
  text: string
  percent: number
}

const NOTHING_YET: Use = { accepted: 0, discount: 0, stepDiscount: 0 }

export function limitsView(caps: Pick<Caps, 'total' | 'budget'>, use: Use = NOTHING_YET, { currency, timeZone }: Terms): LimitsView {
  const { total, budget } = caps
  const stop = stopsAt(caps, use)
  const say = (amount: number) => formatMoney({ amount, currency }, 'en')
  return {
    stopped: stop && words.stopped[stop](use.stoppedAt ? sayTime(use.stoppedAt, timeZone) : null),
    total:
      total === null ? null : progress(use.accepted, total, words.accepted(use.accepted.toLocaleString('en'), total.toLocaleString('en'))),
    budget: budget === null ? null : progress(use.discount, budget, words.given(say(use.discount), say(budget))),
  }
}

const progress = (used: number, most: number, text: string): Progress => ({ text, percent: Math.min(100, Math.floor((100 * used) / most)) })

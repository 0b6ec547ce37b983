import type { Explained } from '#app/offers/decide.ts'
import type { Facts } from '#app/offers/facts.ts'
import type { Words } from '#app/offers/rules/words.ts'
import { trace } from '#app/offers/trace.ts'
import type { OfferVerdict } from '../verdicts.ts'
import type { VerdictView } from './order-view.ts'
import { sayVerdict, type Said } from './order-words.ts'
import { traceView } from './trace-view.ts'

const MOST = 50
const FIRST: Record<Explained['verdict'], number> = {
  chosen: 0,
  unavailable: 1,
  matched: 2,
  outranked: 2,
  'other-arm': 3,
  'no-match': 3,
  'other-surface': 4,
  'not-started': 4,
  ended: 4,
}

/** The offers that were considered, the nearest to being shown first. Without facts there is no trace of their rules. */
export function verdictViews(
  verdicts: readonly OfferVerdict[],
  facts: Facts | null,
  words: Words,
  say: (verdict: OfferVerdict) => Said = ({ explained, definition }) => sayVerdict(explained, definition, words),
): { verdicts: VerdictView[]; unlisted: number } {
  const sorted = verdicts.toSorted((a, b) => FIRST[a.explained.verdict] - FIRST[b.explained.verdict])
  return {
    verdicts: sorted.slice(0, MOST).map((verdict) => {
      const { offerId, version, definition } = verdict
      const traced = facts && traceView(trace(definition.rules, facts, words))
      return { offerId, title: definition.title, version, trace: traced, ...say(verdict) }
    }),
    unlisted: Math.max(0, sorted.length - MOST),
  }
}

import type { Explained, Silence } from '#app/offers/decide.ts'
import type { Words } from '#app/offers/rules/words.ts'
import { saySilence, sayVerdict } from './order-words.ts'
import type { Verdict } from './verdict-views.ts'

export interface Decided {
  because: Silence | null
  verdicts: readonly Verdict[]
}

/** What one purchase would see today, and why that is not what it saw. */
export interface ReplayView {
  same: boolean
  before: string
  today: string
  differences: readonly string[]
}

const MOST = 8

export function replayView(then: Decided, today: Decided, words: Words): ReplayView {
  const [before, after] = [chosenOf(then), chosenOf(today)]
  const ids = [...new Set([...then.verdicts, ...today.verdicts].map(({ offerId }) => offerId))]
  const find = ({ verdicts }: Decided, id: string) => verdicts.find(({ offerId }) => offerId === id)
  const differences = ids.flatMap((id) => difference(find(then, id), find(today, id), after, words) ?? [])
  return {
    same: before?.offerId === after?.offerId,
    before: before ? `“${before.definition.title}”` : (saySilence(then.because) ?? 'Nothing.'),
    today: after ? `“${after.definition.title}”` : (saySilence(today.because) ?? 'Nothing.'),
    differences: differences.slice(0, MOST),
  }
}

const chosenOf = ({ verdicts }: Decided) => verdicts.find(({ explained }) => explained.verdict === 'chosen')
const FITTING: readonly Explained['verdict'][] = ['chosen', 'matched', 'outranked']
const fits = ({ explained }: Verdict) => FITTING.includes(explained.verdict)

/** In words, where an offer's part in the purchase is another today; null where it is not. */
function difference(then: Verdict | undefined, today: Verdict | undefined, winner: Verdict | undefined, words: Words): string | null {
  if (!then) return today && fits(today) ? `“${today.definition.title}” was not active then. Today it fits.` : null
  const name = `“${then.definition.title}”`
  if (!today) return fits(then) ? `${name} fitted then. Today it is not active.` : null
  const changed =
    today.version === then.version ? '' : ` It has been changed since: version ${then.version} then, version ${today.version} today.`
  const { because } = sayVerdict(today.explained, today.definition, words)
  if (fits(then) !== fits(today)) {
    const turned = fits(today) ? `${name} did not fit then. Today it does.` : `${name} fitted then. Today it does not: ${because ?? ''}`
    return `${turned}${changed}`
  }
  if (then.explained.verdict === 'chosen' && today.explained.verdict !== 'chosen' && winner)
    return `${name} still fits, but today “${winner.definition.title}” comes first.`
  return null
}

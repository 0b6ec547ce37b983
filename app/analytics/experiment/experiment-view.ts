import { stopsAt, type Use } from '#app/offers/caps.ts'
import { differsIn, aligned, isSame, stageOf, type Experiment } from '#app/offers/experiment/experiment.ts'
import type { StoredOffer } from '#app/offers/list/listing.ts'
import type { Words } from '#app/offers/rules/words.ts'
import { changesBetween, type Change } from '#app/offers/versions/changes.ts'
import { formatMoney } from '#app/values/money.ts'
import { sayDate, sayTime } from '#app/values/time.ts'
import { compare, type Comparison, type Side } from './comparison.ts'
import { EXPERIMENT_WORDS as words } from './experiment-words.ts'

export type Letter = (typeof words.letters)[number]

/** One side, in words. */
export interface SideRow {
  letter: Letter
  id: string
  title: string
  kept: boolean
  says: Readonly<Record<'share' | 'shoppers' | 'rate' | 'each' | 'revenue' | 'discount', string>>
}
export interface VerdictSaid {
  tone: 'success' | 'info'
  title: string
  text: readonly string[]
  better: Letter | null
}
export interface Prepared {
  stage: 'prepared'
  id: string
  original: { id: string; title: string }
  challenger: { id: string; title: string }
  changes: readonly Change[]
  same: boolean
  active: boolean // B is shown already, and drawn for nobody
  replaced: boolean // B says something else of what both have in common
}
export interface Compared {
  stage: 'running' | 'ended'
  id: string
  title: string // when it ran
  rows: readonly [SideRow, SideRow]
  verdict: VerdictSaid
  alerts: readonly string[]
  misaligned: string | null
}

/** What the view is made of; the amounts are minor units of `currency`. */
export interface Told {
  experiment: Experiment
  original: StoredOffer
  challenger: StoredOffer
}
export interface Sums extends Side {
  discount: number
}

export function preparedView({ experiment, original, challenger }: Told, naming: Words, timeZone: string): Prepared {
  const same = isSame(original.definition, challenger.definition)
  const named = ({ id, definition: { title } }: StoredOffer) => ({ id, title })
  const { title } = original.definition // what it is called is nothing that a shopper sees
  const changes = changesBetween(original.definition, { ...aligned(original.definition, challenger.definition), title }, naming, timeZone)
  return {
    stage: 'prepared',
    id: experiment.id,
    original: named(original),
    challenger: named(challenger),
    changes: same ? [] : changes,
    same,
    active: challenger.status === 'active' && !challenger.archived,
    replaced: differsIn(original.definition, challenger.definition).length > 0,
  }
}

/** A version that was saved of either side while the test ran. */
export interface Edit {
  offerId: string
  version: number
  savedAt: Date
}

/** What happened while the test ran, and what has become of each offer's limits. */
interface Happened {
  sides: readonly [Sums, Sums]
  edits: readonly Edit[]
  uses: ReadonlyMap<string, Use>
  currency: string
  timeZone: string
}

export function comparedView(told: Told, { sides, edits, uses, currency, timeZone }: Happened): Compared {
  const { experiment, original, challenger } = told
  const stage = stageOf(experiment) === 'ended' ? 'ended' : 'running'
  const row = (offer: StoredOffer, letter: Letter, sums: Sums, share: number): SideRow => ({
    letter,
    id: offer.id,
    title: offer.definition.title,
    kept: experiment.keptId === offer.id,
    says: saySide(sums, share, currency),
  })
  const since = experiment.startedAt ?? experiment.createdAt
  const differing = stage === 'running' ? differsIn(original.definition, challenger.definition) : []
  return {
    stage,
    id: experiment.id,
    title: experiment.endedAt
      ? words.ended.title(sayDate(since, timeZone), sayDate(experiment.endedAt, timeZone))
      : words.running.title(sayTime(since, timeZone)),
    rows: [row(original, 'A', sides[0], 100 - experiment.share), row(challenger, 'B', sides[1], experiment.share)],
    verdict: sayVerdict(compare(...sides), currency),
    alerts: stage === 'running' ? alertsOf(told, edits, uses, timeZone) : [],
    misaligned: differing.length > 0 ? words.running.misaligned(differing.map((part) => words.shared[part]).join(', ')) : null,
  }
}

function alertsOf({ original, challenger }: Told, edits: readonly Edit[], uses: ReadonlyMap<string, Use>, timeZone: string): string[] {
  const sides = [
    ['A', original],
    ['B', challenger],
  ] as const
  return sides.flatMap(([letter, { id, status, archived, definition }]) => {
    const last = edits.findLast(({ offerId }) => offerId === id)
    const use = uses.get(id)
    const stop = use ? stopsAt(definition.caps, use) : null
    return [
      ...(stop ? [words.running.stopped(letter, words.limits[stop])] : []),
      ...(status === 'active' && !archived ? [] : [words.running.notActive(letter)]),
      ...(last ? [words.running.edited(letter, last.version, sayTime(last.savedAt, timeZone))] : []),
    ]
  })
}

function saySide({ shoppers, takers, revenue, discount }: Sums, share: number, currency: string): SideRow['says'] {
  const amount = (minor: number) => formatMoney({ amount: Math.round(minor), currency }, 'en')
  return {
    share: words.prepared.percent(share),
    shoppers: shoppers.toLocaleString('en'),
    rate: shoppers > 0 ? `${((100 * takers) / shoppers).toFixed(1)} %` : '–',
    each: shoppers > 0 ? amount(revenue / shoppers) : '–',
    revenue: amount(revenue),
    discount: amount(discount),
  }
}

/** Which earns more, in words, and never more than can be known. */
export function sayVerdict(comparison: Comparison | null, currency: string): VerdictSaid {
  const said = words.verdicts
  if (!comparison) return { tone: 'info', title: said.early, text: [said.earlyText], better: null }
  const { difference, low, high, more } = comparison
  const amount = (minor: number) => formatMoney({ amount: Math.round(Math.abs(minor)), currency }, 'en')
  const ahead = difference > 0 ? 'B' : 'A'
  if (low > 0 || high < 0) {
    const [least, most] = low > 0 ? [low, high] : [high, low]
    return { tone: 'success', title: said.better(ahead), text: [said.certain(amount(least), amount(most)), said.method], better: ahead }
  }
  const sofar = difference === 0 ? said.equal : said.sofar(ahead, amount(difference))
  const wait = more === null ? said.never : said.more(more)
  return { tone: 'info', title: said.open, text: [`${sofar} ${said.between(amount(low), amount(high))}`, wait, said.method], better: null }
}

import type { Explained, Silence } from '#app/offers/decide.ts'
import type { Words } from '#app/offers/rules/words.ts'
import { shutAmong } from '#app/offers/shut.ts'
import type { Eligibility } from '../decide/eligibility.ts'
import type { Surface } from '../placements/placement.ts'
import type { OfferVerdict } from '../verdicts.ts'
import { words as says } from '../words.ts'
import { sayNothing, type Later } from './later.ts'
import { LATER_WORDS, sayLaterVerdict } from './later-words.ts'
import type { NotAsked } from './not-asked.ts'
import type { VerdictView } from './order-view.ts'
import { sayEligibility, sayVerdict, type Said } from './order-words.ts'
import { stepChanges } from './replay-changes.ts'
import type { PlaceToday } from './replay-places.ts'
import type { StepToday } from './replay-steps.ts'
import { REPLAY_WORDS, STEP_WORDS, type Change } from './replay-words.ts'
import { verdictViews } from './verdict-views.ts'

/** What a place decided at the time; `notAsked` says why it did not. */
export interface PlaceThen {
  because: Silence | null
  verdicts: readonly OfferVerdict[]
  notAsked: string | null
}

/** One place's part in the same purchase: what it showed, what it would show, and why that is another thing. */
export interface PlaceReplayed {
  surface: string
  change: Change
  before: string
  today: string
  settings: string | null // where the merchant opens what is shut
  differences: readonly string[]
  otherSteps: readonly string[] // how those of the same offer differ
  steps: readonly StepReplayed[]
  verdicts: readonly VerdictView[]
  unlisted: number
}

/** One step of the offer that a place would show. */
export interface StepReplayed {
  title: string
  says: readonly string[] // why it is skipped; else what follows, and what is not known
}
export interface ReplayView {
  summary: string
  places: readonly PlaceReplayed[]
}

const MOST = 8

interface Story {
  placement: { because: Silence | null; reconstructed: boolean } | null
  verdicts: readonly OfferVerdict[]
  eligibility: Eligibility
}

/** By place what it decided at the time, and of the others why they were not asked. */
export function placesThen(
  { placement, verdicts, eligibility }: Story,
  later: readonly Later[],
  notAsked: readonly NotAsked[],
): Record<Surface, PlaceThen> {
  const unasked = !placement || placement.reconstructed ? sayEligibility(eligibility).because : null
  return Object.fromEntries([
    ['post-purchase', { because: placement?.because ?? null, verdicts, notAsked: unasked }],
    ...later.map((row) => [row.surface, { ...row, notAsked: null }]),
    ...notAsked.map(({ surface, because }) => [surface, { because: null, verdicts: [], notAsked: LATER_WORDS.notAsked[because] }]),
  ]) as Record<Surface, PlaceThen>
}

export function replayView(then: Readonly<Record<Surface, PlaceThen>>, today: readonly PlaceToday[], words: Words): ReplayView {
  const places = today.map((place) => placeReplayed(then[place.surface], place, words))
  const named = (wanted: PlaceReplayed['change']) => places.flatMap(({ change, surface }) => (change === wanted ? [surface] : []))
  return { summary: REPLAY_WORDS.summary(named('other'), named('steps')), places }
}

function placeReplayed(then: PlaceThen, today: PlaceToday, words: Words): PlaceReplayed {
  const { surface, facts, not } = today
  const [before, after] = [chosenOf(then), chosenOf(today)]
  const say = (verdict: OfferVerdict) => sayToday(verdict, today, words)
  const otherSteps = then.notAsked === null && before && after ? otherStepsOf(before, after, today, words) : []
  const changed = before?.offerId !== after?.offerId ? 'other' : otherSteps.length > 0 ? 'steps' : 'same'
  // Of a page that is shut the same is known of both days.
  const shutThen = surface !== 'email' && (not === 'off' || not === 'not-placed') ? then.notAsked : null
  const shown = shutThen ?? (after ? named(after) : not ? REPLAY_WORDS.not(surface, not) : sayNothing(today.because, today.verdicts))
  return {
    surface: says.surfaces[surface],
    change: then.notAsked === null ? changed : 'not-asked',
    before: then.notAsked ?? (before ? named(before) : sayNothing(then.because, then.verdicts)),
    today: after && then.notAsked !== null ? REPLAY_WORDS.ifAsked(surface, shown) : shown,
    settings: shutAmong([surface], not === 'off' || not === 'not-placed' ? { [surface]: not } : {}).places[0]?.settings ?? null,
    differences: then.notAsked === null && !not ? differencesOf(then, today, after, say) : [],
    otherSteps,
    steps: stepsReplayed(today),
    ...verdictViews(today.verdicts, facts, words, say),
  }
}

function otherStepsOf(before: OfferVerdict, after: OfferVerdict, { surface, steps, stepsThen }: PlaceToday, words: Words): string[] {
  if (before.offerId !== after.offerId) return []
  const then = { definition: before.definition.steps, met: stepsThen }
  return stepChanges(surface, then, { definition: after.definition.steps, steps }, words).slice(0, MOST)
}

/** A message sells the first step that it can, and no other. */
function stepsReplayed({ surface, steps }: PlaceToday): StepReplayed[] {
  const first = steps.findIndex(({ met }) => met)
  const listed = surface === 'email' ? steps.slice(0, first + 1) : steps
  return listed.map((step) => ({ title: STEP_WORDS.title(step), says: sayStep(surface, step) }))
}

function sayStep(surface: Surface, { closed, met, unsure, onAccept, onDecline }: StepToday): string[] {
  if (closed) return [STEP_WORDS.skipped(closed)]
  if (!met) return [STEP_WORDS.unmet]
  const open = unsure ? [STEP_WORDS.unsure] : []
  const ways = surface === 'email' ? [STEP_WORDS.firstOnly] : [STEP_WORDS.accepted(surface, onAccept), STEP_WORDS.declined(onDecline)]
  return [...ways, ...open]
}

const named = ({ definition }: OfferVerdict): string => `“${definition.title}”`

const sayToday = (verdict: OfferVerdict, { surface, elsewhere }: PlaceToday, words: Words): Said =>
  surface === 'post-purchase' ? sayVerdict(verdict.explained, verdict.definition, words) : sayLaterVerdict(verdict, elsewhere, words)

type Verdicts = Pick<PlaceThen, 'verdicts'>

const chosenOf = ({ verdicts }: Verdicts) => verdicts.find(({ explained }) => explained.verdict === 'chosen')
const FITTING: readonly Explained['verdict'][] = ['chosen', 'matched', 'outranked']
const fits = ({ explained }: OfferVerdict) => FITTING.includes(explained.verdict)

function differencesOf(then: Verdicts, today: Verdicts, winner: OfferVerdict | undefined, say: (verdict: OfferVerdict) => Said): string[] {
  const ids = [...new Set([...then.verdicts, ...today.verdicts].map(({ offerId }) => offerId))]
  const find = ({ verdicts }: Verdicts, id: string) => verdicts.find(({ offerId }) => offerId === id)
  return ids.flatMap((id) => difference(find(then, id), find(today, id), winner, say) ?? []).slice(0, MOST)
}

/** In words, where an offer's part in the purchase is another today; null where it is not. */
function difference(
  then: OfferVerdict | undefined,
  today: OfferVerdict | undefined,
  winner: OfferVerdict | undefined,
  say: (verdict: OfferVerdict) => Said,
): string | null {
  if (!then) return today && fits(today) ? `${named(today)} was not active then. Today it fits.` : null
  const name = named(then)
  if (!today) return fits(then) ? `${name} fitted then. Today it is not active.` : null
  const changed =
    today.version === then.version ? '' : ` It has been changed since: version ${then.version} then, version ${today.version} today.`
  if (fits(then) !== fits(today)) {
    const turned = fits(today)
      ? `${name} did not fit then. Today it does.`
      : `${name} fitted then. Today it does not: ${say(today).because ?? ''}`
    return `${turned}${changed}`
  }
  if (then.explained.verdict === 'chosen' && today.explained.verdict !== 'chosen' && winner)
    return `${name} still fits, but today ${named(winner)} comes first.`
  return null
}

import { formatMoney } from '#app/values/money.ts'
import { sayTime } from '#app/values/time.ts'
import { EDITOR_WORDS } from '../editor/editor-words.ts'
import type { OfferDefinition } from '../offer.ts'
import { RULE_WORDS } from '../editor/rule-words.ts'
import type { Words } from '../rules/words.ts'
import { sentenceOf } from '../sentence.ts'
import { isEverywhere } from '../surface.ts'
import { sayPlaces, SURFACE_WORDS } from '../surface-words.ts'
import { STEP_PARTS } from '../editor/step-sayings.ts'
import type { Step } from '../step.ts'
import { STEP_WORDS } from '../editor/step-words.ts'

/** One thing that differs between two versions; null: it was not there. */
export interface Change {
  part: string
  before: string | null
  after: string | null
}

/** What an offer is, part by part: all of it but the steps. */
const OFFER_PARTS: Readonly<Record<string, (offer: OfferDefinition, words: Words, timeZone: string) => string>> = {
  [EDITOR_WORDS.name]: ({ title }) => title,
  [RULE_WORDS.title]: ({ rules }, words) => sentenceOf(rules, words),
  [EDITOR_WORDS.schedule]: ({ schedule: { startsAt, endsAt } }, _, timeZone) => {
    const say = (at: string) => sayTime(new Date(at), timeZone)
    return `${startsAt ? `from ${say(startsAt)}` : 'at once'}, ${endsAt ? `until ${say(endsAt)}` : 'without end'}`
  },
  [SURFACE_WORDS.title]: (offer) => (isEverywhere(offer) ? SURFACE_WORDS.everywhere : sayPlaces(offer.shownOn)),
  [EDITOR_WORDS.limits]: ({ caps }, { currency }) => sayCaps(caps, currency),
  [EDITOR_WORDS.chooseBy]: ({ chooseBy }) => EDITOR_WORDS.choose[chooseBy],
  [EDITOR_WORDS.experiment]: ({ arm }) => (arm ? `shown to ${arm.to - arm.from} % of shoppers` : 'none'),
}

const sayTimes = (times: number): string => (times === 1 ? 'once' : `${times} times`)
const sayDays = (days: number): string => (days === 1 ? 'a day' : `${days} days`)

function sayCaps({ perShopper, total, budget }: OfferDefinition['caps'], currency: string): string {
  const said = [
    perShopper ? `${sayTimes(perShopper.times)} per shopper within ${sayDays(perShopper.days)}` : '',
    total === null ? '' : `${total.toLocaleString('en')} in all`,
    budget === null ? '' : `${formatMoney({ amount: budget, currency }, 'en')} of discount in all`,
  ].filter(Boolean)
  return said.length > 0 ? said.join(', ') : 'none'
}

/** An offer part by part, as a table of name and words. */
export const partsOf = (offer: OfferDefinition, words: Words, timeZone: string): Change[] => changesBetween(null, offer, words, timeZone)

/** What differs, in words. The place in the list is not part of a version. */
export function changesBetween(before: OfferDefinition | null, after: OfferDefinition, words: Words, timeZone: string): Change[] {
  const offer = Object.entries(OFFER_PARTS).map(([part, say]) => ({
    part,
    before: before && say(before, words, timeZone),
    after: say(after, words, timeZone),
  }))
  const ids = [...new Set([...(before?.steps ?? []), ...after.steps].map(({ id }) => id))]
  const steps = ids.flatMap((id) => stepChanges(id, before?.steps ?? [], after.steps, words))
  return [...offer, ...steps].filter((change) => change.before !== change.after)
}

function stepChanges(id: string, before: readonly Step[], after: readonly Step[], words: Words): Change[] {
  const [was, is] = [before.find((step) => step.id === id), after.find((step) => step.id === id)]
  const place = is ? after.indexOf(is) : was ? before.indexOf(was) : 0
  const title = `Step ${place + 1}`
  if (was && !is) return [{ part: title, before: STEP_PARTS[STEP_WORDS.items.label]?.(was, words, before) ?? '', after: null }]
  return Object.entries(STEP_PARTS).map(([part, say]) => ({
    part: `${title}, ${part.toLowerCase()}`,
    before: was ? say(was, words, before) : null,
    after: is ? say(is, words, after) : null,
  }))
}

import { DateTime } from 'luxon'
import { amountTyped, formatDecimal } from '#app/values/money.ts'
import { wholeTyped } from '#app/values/typed.ts'
import type { StoredOffer } from '../list/listing.ts'
import type { Caps, OfferDefinition, OfferStatus } from '../offer.ts'
import { groupDraftOf, ruleOfDraft, type GroupDraft } from '../rules/rule-draft.ts'
import { SURFACES } from '../surface.ts'
import { emptyStep, stepDraftOf, stepOfDraft, type StepDraft } from './step-draft.ts'

/** An offer while it is being written: what the fields hold, so amounts, numbers and times are still text. */
export interface OfferDraft {
  title: string
  status: OfferStatus
  rules: GroupDraft
  steps: StepDraft[]
  priority: string
  schedule: { startsAt: string; endsAt: string } // local, as <input type="datetime-local"> holds it
  chooseBy: OfferDefinition['chooseBy']
  caps: { times: string; days: string; total: string; budget: string } // empty: no limit
  shownOn: OfferDefinition['shownOn']
}

/** The shop's currency and time zone: what an amount and a time of day mean. */
export interface Terms {
  currency: string
  timeZone: string
}

const LOCAL = "yyyy-MM-dd'T'HH:mm"

export const emptyDraft = (): OfferDraft => ({
  title: '',
  status: 'draft',
  rules: { key: 'root', kind: 'all', rules: [] },
  steps: [emptyStep('step-1')],
  priority: '0',
  schedule: { startsAt: '', endsAt: '' },
  chooseBy: 'priority',
  caps: { times: '', days: '', total: '', budget: '' },
  shownOn: [...SURFACES],
})

export function draftOf({ definition, status }: Pick<StoredOffer, 'definition' | 'status'>, terms: Terms): OfferDraft {
  const local = (time: string | null) => (time ? DateTime.fromISO(time, { zone: terms.timeZone }).toFormat(LOCAL) : '')
  return {
    title: definition.title,
    status,
    rules: groupDraftOf(definition.rules, 'root', terms.currency),
    steps: definition.steps.map((step) => stepDraftOf(step, terms.currency)),
    priority: String(definition.priority),
    schedule: { startsAt: local(definition.schedule.startsAt), endsAt: local(definition.schedule.endsAt) },
    chooseBy: definition.chooseBy,
    caps: capsDraftOf(definition.caps, terms),
    shownOn: definition.shownOn,
  }
}

/** What the draft says, for `checkOffer` to judge: text that is no number stays NaN and a time that is none stays text. */
export function candidateOf(draft: OfferDraft, terms: Terms): unknown {
  return {
    title: draft.title,
    rules: ruleOfDraft(draft.rules, terms.currency),
    steps: draft.steps.map((step) => stepOfDraft(step, terms.currency)),
    priority: wholeTyped(draft.priority),
    schedule: { startsAt: instant(draft.schedule.startsAt, terms), endsAt: instant(draft.schedule.endsAt, terms) },
    chooseBy: draft.chooseBy,
    caps: capsOf(draft.caps, terms),
    shownOn: draft.shownOn,
  }
}

/** Of what the list changes too: what was not touched in the editor is left as the list has it by now. */
export const changedSince = (opened: OfferDraft, { status, priority }: OfferDraft): { status?: OfferStatus; moved: boolean } => ({
  ...(status === opened.status ? {} : { status }),
  moved: priority !== opened.priority,
})

function capsDraftOf({ perShopper, total, budget }: Caps, { currency }: Terms): OfferDraft['caps'] {
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
  return {
    times: text(perShopper?.times),
    days: text(perShopper?.days),
    total: text(total),
    budget: budget === null ? '' : formatDecimal(budget, currency),
  }
}

function capsOf({ times, days, total, budget }: OfferDraft['caps'], { currency }: Terms): unknown {
  const limited = times.trim() !== '' || days.trim() !== ''
  return {
    perShopper: limited ? { times: wholeTyped(times), days: wholeTyped(days) } : null,
    total: total.trim() === '' ? null : wholeTyped(total),
    budget: budget.trim() === '' ? null : amountTyped(budget, currency),
  }
}

function instant(local: string, { timeZone }: Terms): string | null {
  return local ? (DateTime.fromISO(local, { zone: timeZone }).toISO({ suppressMilliseconds: true }) ?? local) : null
}

import type { SignedChangeset } from '../accept/changeset.ts'
import { sayRefusal } from './refusal-words.ts'

export interface Event {
  offerId: string
  stepId: string
  kind: string // shown | declined
  at: Date
}
export interface Refused {
  request: string
  reason: string
  at: Date
}
interface Told {
  placement: { offerId: string | null; fallback: boolean; reconstructed: boolean; decidedAt: Date } | null
  events: readonly Event[]
  changesets: readonly SignedChangeset[]
  refusals: readonly Refused[]
}

type Happening = { time: Date; what: string }
type Label = (offerId: string, stepId: string) => string

/** What happened to one purchase, in its order; what was reconstructed did not happen at that time and is left out. */
export function happenings({ placement, events, changesets, refusals }: Told, label: Label): Happening[] {
  return [
    ...(placement && !placement.reconstructed ? [{ time: placement.decidedAt, what: sayDecision(placement) }] : []),
    ...events.map((event) => ({
      time: happenedAt(event, events),
      what: `${event.kind === 'declined' ? 'Declined' : 'Saw'} ${label(event.offerId, event.stepId)}`,
    })),
    ...changesets.flatMap((changeset) => ofChangeset(changeset, label)),
    ...refusals.map(({ request, reason, at }) => ({
      time: at,
      what: sayRefusal(request, reason),
    })),
  ].sort((a, b) => a.time.getTime() - b.time.getTime())
}

/** The browser reports side by side: a step was declined before the next one was seen, whichever was told first. */
function happenedAt({ kind, stepId, at }: Event, events: readonly Event[]): Date {
  if (kind !== 'declined') return at
  const seen = events.find((event) => event.kind === 'shown' && event.stepId === stepId)?.at
  const next = events
    .filter((event) => event.kind === 'shown' && event.stepId !== stepId && seen && event.at > seen)
    .map((event) => event.at)
  return new Date(Math.min(at.getTime(), ...next.map((time) => time.getTime() - 1)))
}

const sayDecision = ({ offerId, fallback }: { offerId: string | null; fallback: boolean }): string => {
  if (!offerId) return 'Reached the page after payment; there was nothing to show'
  return fallback ? 'Was shown the fallback, because Encore’s answer came too late' : 'Reached the page after payment'
}

function ofChangeset({ offerId, stepId, signedAt, reportedAt, reported }: SignedChangeset, label: Label): Happening[] {
  const accepted = { time: signedAt, what: `Accepted ${label(offerId, stepId)}` }
  if (!reportedAt) return [accepted]
  return [accepted, { time: reportedAt, what: reported === 'processed' ? 'It was charged and added' : 'It was not, or not wholly, added' }]
}

import type { Instant } from './records.ts'

/** A customer's tags as read at one moment, with what was added or removed after it: the latest word on each tag counts. */
export interface Tags {
  tags: string[]
  tagsAt: Instant
  tagChanges: Record<string, { on: boolean; at: Instant }>
}

export interface TagChange {
  tags: readonly string[]
  on: boolean
  at: Instant
}

/** Comes to the same in whatever order the changes arrive. Instants are ISO 8601 in UTC with milliseconds, so they compare as text. */
export function changeTags(known: Tags, change: TagChange): Tags {
  if (change.at <= known.tagsAt) return known
  const heard = change.tags.filter((tag) => isLater(change, known.tagChanges[tag]))
  const tagChanges = { ...known.tagChanges, ...Object.fromEntries(heard.map((tag) => [tag, { on: change.on, at: change.at }])) }
  const kept = known.tags.filter((tag) => !heard.includes(tag))
  return { ...known, tags: [...new Set(change.on ? [...kept, ...heard] : kept)].sort(), tagChanges }
}

// Added and removed at the same instant: added counts, whichever comes first.
const isLater = (change: TagChange, last: { on: boolean; at: Instant } | undefined): boolean =>
  !last || change.at > last.at || (change.at === last.at && change.on)

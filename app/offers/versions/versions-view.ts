import { sayTime } from '#app/values/time.ts'
import { changesBetween, type Change } from './changes.ts'
import type { OfferDefinition } from '../offer.ts'
import type { Words } from '../rules/words.ts'

export interface VersionRow {
  version: number
  savedAt: string
  current: boolean
  changes: Change[]
}

/** Each version with what it changed; the very first has nothing to be compared with. */
export const versionRows = (
  versions: readonly { version: number; savedAt: Date; definition: OfferDefinition }[],
  current: number,
  words: Words,
  timeZone: string,
): VersionRow[] =>
  versions.map(({ version, savedAt, definition }, index) => ({
    version,
    savedAt: sayTime(savedAt, timeZone),
    current: version === current,
    changes: versions[index + 1] ? changesBetween(versions[index + 1]?.definition ?? null, definition, words, timeZone) : [],
  }))

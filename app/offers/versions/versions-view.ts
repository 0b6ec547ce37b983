import { sayTime } from '#app/values/time.ts'
import { changesBetween, type Change } from './changes.ts'
import type { OfferDefinition } from '../offer.ts'
import type { Words } from '../rules/words.ts'

export interface VersionRow {
  version: number
  savedAt: string
  current: boolean
  saw: number // orders
  changes: Change[]
}

export interface VersionsView {
  rows: readonly VersionRow[]
  page: number
  pages: number
}

export const VERSIONS_A_PAGE = 20

/** Each version of a page with what it changed; the one after the page is there to compare with, and the very first has none. */
export const versionRows = (
  versions: readonly { version: number; savedAt: Date; definition: OfferDefinition }[],
  { current, saw }: { current: number; saw: ReadonlyMap<number, number> },
  words: Words,
  timeZone: string,
): VersionRow[] =>
  versions.slice(0, VERSIONS_A_PAGE).map(({ version, savedAt, definition }, index) => ({
    version,
    savedAt: sayTime(savedAt, timeZone),
    current: version === current,
    saw: saw.get(version) ?? 0,
    changes: versions[index + 1] ? changesBetween(versions[index + 1]?.definition ?? null, definition, words, timeZone) : [],
  }))

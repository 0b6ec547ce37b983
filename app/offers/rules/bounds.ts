import { z } from 'zod'
import type { Truth } from '../truth.ts'

/** Both ends count; null is no end. */
export interface Bounds {
  atLeast: number | null
  atMost: number | null
}

export const pieces = z.number().int().min(0).max(100_000).nullable()
export const minorUnits = z.number().int().nonnegative().nullable()

export const within = ({ atLeast, atMost }: Bounds, value: number): boolean =>
  value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity)

/** Of a value of which only bounds are known. */
export function surelyWithin(wanted: Bounds, known: { atLeast: number; atMost: number | null } | null): Truth {
  if (!known) return 'unknown'
  const high = known.atMost ?? Infinity
  const [least, most] = [wanted.atLeast ?? -Infinity, wanted.atMost ?? Infinity]
  if (known.atLeast >= least && high <= most) return true
  return high < least || known.atLeast > most ? false : 'unknown'
}

/** `at least 2`, `at most 5`, `2 to 5`, `exactly 3`; an end that is not written yet reads as `…`. */
export function saysBetween({ atLeast, atMost }: Bounds, say: (value: number) => string = (value) => value.toLocaleString('en')): string {
  const shown = (value: number) => (Number.isNaN(value) ? '…' : say(value))
  if (atLeast !== null && atMost !== null) return atLeast === atMost ? `exactly ${shown(atLeast)}` : `${shown(atLeast)} to ${shown(atMost)}`
  return atMost === null ? `at least ${atLeast === null ? '…' : shown(atLeast)}` : `at most ${shown(atMost)}`
}

export function boundProblems({ atLeast, atMost }: Bounds): Readonly<Record<string, string>> {
  if (atLeast === null && atMost === null) return { atLeast: 'Enter the least, the most or both' }
  return atLeast !== null && atMost !== null && atMost < atLeast ? { atMost: 'The most cannot be below the least' } : {}
}

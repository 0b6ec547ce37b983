/** Both ends count; null is no end. */
export interface Bounds {
  atLeast: number | null
  atMost: number | null
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

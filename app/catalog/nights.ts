import { sayTime } from '../values/time.ts'
import { words } from './words.ts'

interface Part {
  run: string
  kind: string
  state: string
  changed: number
  finishedAt: Date | null
}
export interface NightRow {
  night: string
  state: 'running' | 'failed' | 'done'
  found: string
  finished: string | null
}

/** One row a night, newest first, out of what each kind of thing was found to be. */
export function nightRows(parts: readonly Part[], timeZone: string): NightRow[] {
  const nights = Map.groupBy(parts, ({ run }) => run)
  return [...nights].map(([night, of]) => {
    const state = of.some((part) => part.state === 'failed') ? 'failed' : of.every((part) => part.state === 'done') ? 'done' : 'running'
    const finished = of.flatMap(({ finishedAt }) => finishedAt ?? []).toSorted((a, b) => b.getTime() - a.getTime())[0]
    return { night, state, found: sayFound(state, of), finished: state === 'done' && finished ? sayTime(finished, timeZone) : null }
  })
}

function sayFound(state: NightRow['state'], parts: readonly Part[]): string {
  if (state === 'failed') return words.nightFailed
  if (state === 'running') return words.nightUnderWay
  const repaired = parts.flatMap(({ kind, changed }) => (changed > 0 ? [words.repaired[kind]?.(changed) ?? `${changed} ${kind}`] : []))
  return repaired.length > 0 ? words.nightRepaired(repaired.join(', ')) : words.nightClean
}

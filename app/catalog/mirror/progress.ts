export interface SyncPart {
  kind: string
  state: string
  read: number
  loaded: number
  total: number | null
  reason: string | null
}

export interface SyncProgress {
  state: 'running' | 'done' | 'failed'
  percent: number // 0 to 100, never falling back while nothing starts over
  parts: SyncPart[]
}

// While Shopify collects, nobody knows how much there is: the share grows ever slower and never reaches its end.
const COLLECTING = 0.3
const HALFWAY = 20_000

function share({ state, read, loaded, total }: SyncPart): number {
  if (state === 'done') return 1
  if (state === 'running') return (COLLECTING * read) / (read + HALFWAY)
  if (state === 'loading') return COLLECTING + (1 - COLLECTING) * (total ? Math.min(1, loaded / total) : 1)
  return 0
}

/** One number for the bar, out of the parts of a sync; null when there are none. */
export function overallProgress(rows: readonly SyncPart[]): SyncProgress | null {
  if (rows.length === 0) return null
  const parts = rows.map(({ kind, state, read, loaded, total, reason }) => ({ kind, state, read, loaded, total, reason }))
  const isOver = parts.every((part) => part.state === 'done' || part.state === 'failed')
  const hasFailed = parts.some((part) => part.state === 'failed')
  const percent = Math.floor((100 * parts.reduce((total, part) => total + share(part), 0)) / parts.length)
  return { state: !isOver ? 'running' : hasFailed ? 'failed' : 'done', percent, parts }
}

import { DownloadButton } from '#app/ui/download-button.tsx'
import type { Dashboard } from './dashboard-view.ts'
import { words } from './words.ts'

/** Asks for just the days and the breakdown on the page, whichever preset they came from. */
export const ExportButton = ({ period: { from, to }, by }: Pick<Dashboard, 'period' | 'by'>) => (
  <DownloadButton
    address={`/analytics/export?${new URLSearchParams({ from, to, by }).toString()}`}
    name={`encore-${by}-${from}-${to}.csv`}
    label={words.dashboard.exportLabel}
  >
    {words.dashboard.export}
  </DownloadButton>
)

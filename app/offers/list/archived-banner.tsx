import { Banner } from '@shopify/polaris'
import { EDITOR_WORDS as words } from '../editor/editor-words.ts'

export const ArchivedBanner = ({ busy, onRestore }: { busy: boolean; onRestore: () => void }) => (
  <Banner tone="warning" title={words.archivedTitle} action={{ content: words.restore, onAction: onRestore, loading: busy }}>
    <p>{words.archivedText}</p>
  </Banner>
)

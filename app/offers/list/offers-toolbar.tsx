import { Button, InlineStack, Text } from '@shopify/polaris'
import { SearchField } from '#app/ui/search-field.tsx'
import { useFocusAfterSelection } from '#app/ui/use-focus-return.tsx'
import type { Tab } from './listing.ts'
import type { BulkAction } from '../requests.ts'
import { LIST_WORDS as words } from './words.ts'

interface ToolbarProps {
  tab: Tab
  search: string
  selected: number
  busy: boolean
  onSearch: (search: string) => void
  onBulk: (action: BulkAction) => void
  onClear: () => void
}

const OF_LIVE: readonly BulkAction[] = ['activate', 'pause', 'duplicate', 'archive']

/** The search, or what can be done with the selected offers: one in the place of the other, so that the table stays where it is. */
export function OffersToolbar({ tab, search, selected, busy, onSearch, onBulk, onClear }: ToolbarProps) {
  useFocusAfterSelection(selected)
  const actions = tab === 'archived' ? (['restore'] as const) : OF_LIVE
  return (
    <div className="toolbar">
      {selected === 0 ? (
        <SearchField search={search} label={words.search} slim onSearch={onSearch} />
      ) : (
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="semibold">
            {words.selected(selected)}
          </Text>
          {actions.map((action) => (
            <Button key={action} size="slim" disabled={busy} onClick={() => onBulk(action)}>
              {words.actions[action]}
            </Button>
          ))}
          <Button variant="plain" onClick={onClear}>
            {words.clearSelection}
          </Button>
        </InlineStack>
      )}
    </div>
  )
}

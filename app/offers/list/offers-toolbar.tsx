import { Button, InlineStack, Text, TextField } from '@shopify/polaris'
import { useEffect, useState } from 'react'
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
  const actions = tab === 'archived' ? (['restore'] as const) : OF_LIVE
  return (
    <div className="toolbar">
      {selected === 0 ? (
        <Search search={search} onSearch={onSearch} />
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

const PATIENCE = 250 // ms without a key before the list is asked

function Search({ search, onSearch }: Pick<ToolbarProps, 'search' | 'onSearch'>) {
  const [text, setText] = useState(search)
  useEffect(() => {
    if (text.trim() === search) return
    const timer = setTimeout(() => onSearch(text.trim()), PATIENCE)
    return () => clearTimeout(timer)
  }, [text, search, onSearch])
  return (
    <TextField
      label={words.search}
      labelHidden
      placeholder={words.search}
      type="search"
      autoComplete="off"
      size="slim"
      value={text}
      onChange={setText}
      clearButton
      onClearButtonClick={() => setText('')}
    />
  )
}

import { Button, InlineStack, Text } from '@shopify/polaris'
import { useRef, useState } from 'react'
import { NothingFits } from '#app/ui/list-filters.tsx'
import { Nothing } from '#app/ui/nothing.tsx'
import { useFocusAfterSelection } from '#app/ui/use-focus-return.tsx'
import { isNarrowed, NO_FILTER, type Filters } from './filters.ts'
import { QueueRowView } from './queue-row.tsx'
import type { QueueRow } from './queue-view.ts'
import { Shortcuts, useKeptPlace, useKeys } from './shortcuts.tsx'
import { words } from './words.ts'

export interface QueueListProps {
  rows: readonly QueueRow[]
  filters: Filters
  busy: boolean
  onGo: (to: Partial<Filters>) => void
  onPublish: (ids: readonly string[]) => void
  onFeature: (ids: readonly string[], on: boolean) => void
  onOpen: (id: string, reply: boolean) => void
  onAskHide: (ids: readonly string[], hidden?: () => void) => void
}

const toId = ({ id }: { id: string }): string => id

export function QueueList({ rows, filters, busy, onPublish, onFeature, onOpen, onGo, onAskHide }: QueueListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [help, setHelp] = useState(false)
  const here = rows.map(toId).filter((id) => selected.has(id))
  const choose = (ids: readonly string[], on: boolean) =>
    setSelected((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  const selectNone = () => setSelected(new Set())
  const act = (deed: (ids: readonly string[]) => void) => {
    deed(here)
    selectNone()
  }
  const onKeyDown = useKeys(list, {
    x: (id) => choose([id], !selected.has(id)),
    p: (id) => onPublish([id]),
    h: (id) => onAskHide([id]),
    r: (id) => onOpen(id, true),
    Enter: (id) => onOpen(id, false),
    '?': () => setHelp((shown) => !shown),
  })
  const onFocus = useKeptPlace(list, rows)
  useFocusAfterSelection(here.length)
  if (rows.length === 0 && isNarrowed(filters)) return <NothingFits heading={words.nothingFits} onClear={() => onGo(NO_FILTER)} />
  if (rows.length === 0) return <Nothing heading={words.nothing.heading}>{words.nothing.text}</Nothing>
  return (
    <>
      <div className="toolbar">
        <InlineStack gap="200" blockAlign="center" align="space-between">
          <InlineStack gap="200" blockAlign="center">
            <label className="tick">
              <input
                type="checkbox"
                checked={here.length === rows.length}
                aria-label={words.selectAll}
                onChange={({ currentTarget }) => choose(rows.map(toId), currentTarget.checked)}
              />
            </label>
            {here.length > 0 ? (
              <>
                <Text as="span" fontWeight="semibold">
                  {words.selected(here.length)}
                </Text>
                <Button size="slim" disabled={busy} onClick={() => act(onPublish)}>
                  {words.publish}
                </Button>
                <Button size="slim" disabled={busy} onClick={() => onAskHide(here, selectNone)}>
                  {words.hide}
                </Button>
                <Button size="slim" disabled={busy} onClick={() => act((ids) => onFeature(ids, true))}>
                  {words.feature}
                </Button>
              </>
            ) : null}
          </InlineStack>
          <Shortcuts open={help} onToggle={setHelp} />
        </InlineStack>
      </div>
      <ul className="review-list" ref={list} aria-label={words.list} onKeyDown={onKeyDown} onFocus={onFocus}>
        {rows.map((row, index) => (
          <QueueRowView
            key={row.id}
            row={row}
            first={index === 0}
            selected={selected.has(row.id)}
            busy={busy}
            onSelect={(on) => choose([row.id], on)}
            onPublish={() => onPublish([row.id])}
            onHide={() => onAskHide([row.id])}
            onFeature={() => onFeature([row.id], !row.featured)}
            onProduct={() => onGo({ product: row.product.id, page: 1 })}
          />
        ))}
      </ul>
    </>
  )
}

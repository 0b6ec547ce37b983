import { Box, Button, Popover, Text } from '@shopify/polaris'
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { words } from './words.ts'

type Keys = Readonly<Record<string, (id: string) => void>>

/** One key each, and only while the focus is in the list: whoever speaks to the computer, or types, sets nothing off (WCAG 2.1.4). */
export function useKeys(list: RefObject<HTMLUListElement>, keys: Keys) {
  const rows = () => [...(list.current?.children ?? [])] as HTMLElement[]
  return (event: KeyboardEvent<HTMLUListElement>) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
    const at = rows().findIndex((row) => row.contains(target))
    const id = rows()[at]?.dataset['id']
    if (event.key === 'j' || event.key === 'k') return void rows()[at + (event.key === 'j' ? 1 : -1)]?.focus()
    // Enter on a button or a link is that button's.
    if (!id || (event.key === 'Enter' && target.tagName !== 'LI')) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act(id)
  }
}

/**
 * A row that is done with may leave the list: the one in its place gets the focus, so that the next key works. Polaris gives it to a tab
 * whose number changes, which is taken back.
 */
export function useKeptPlace(list: RefObject<HTMLUListElement>, rows: readonly unknown[]) {
  const at = useRef(-1)
  useEffect(() => {
    const now = document.activeElement
    if (at.current < 0 || (now !== document.body && now?.getAttribute('role') !== 'tab')) return
    const heir = list.current?.children[Math.min(at.current, rows.length - 1)]
    if (heir instanceof HTMLElement) heir.focus()
  }, [list, rows])
  return (event: FocusEvent<HTMLUListElement>) => {
    at.current = [...event.currentTarget.children].findIndex((row) => row.contains(event.target))
  }
}

interface ShortcutsProps {
  open: boolean
  onToggle: (open: boolean) => void
}

export const Shortcuts = ({ open, onToggle }: ShortcutsProps) => (
  <Popover
    active={open}
    autofocusTarget="none"
    onClose={() => onToggle(false)}
    activator={
      <Button variant="plain" disclosure={open ? 'up' : 'down'} onClick={() => onToggle(!open)}>
        {words.shortcuts}
      </Button>
    }
  >
    <Box padding="300">
      <Text as="p" tone="subdued">
        {words.shortcutsHint}
      </Text>
      <dl className="keys">
        {words.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Box>
  </Popover>
)

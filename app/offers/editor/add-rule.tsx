import { ActionList, Box, Button, Popover, Text, TextField } from '@shopify/polaris'
import { PlusCircleIcon } from '@shopify/polaris-icons'
import { useState } from 'react'
import { KINDS, type Condition } from '../rules/kinds.ts'
import { SUBJECTS } from '../rules/kind.ts'
import { RULE_WORDS as words } from './rule-words.ts'

interface AddRuleProps {
  label: string
  onAdd: (kind: Condition['kind']) => void
}

/** Every kind of condition by what it is about; a few letters find one. */
export function AddRule({ label, onAdd }: AddRuleProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const activator = (
    <Button icon={PlusCircleIcon} variant="plain" textAlign="left" disclosure onClick={() => setOpen(!open)} accessibilityLabel={label}>
      {words.addCondition}
    </Button>
  )
  return (
    <div>
      <Popover active={open} activator={activator} onClose={close} autofocusTarget="none" fluidContent>
        {open ? (
          <Kinds
            onChoose={(kind) => {
              onAdd(kind)
              close()
            }}
          />
        ) : null}
      </Popover>
    </div>
  )
}

function Kinds({ onChoose }: { onChoose: AddRuleProps['onAdd'] }) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const sections = SUBJECTS.map((subject) => ({
    title: words.subjects[subject],
    items: KINDS.filter(({ group, title }) => group === subject && title.toLowerCase().includes(wanted)).map(({ kind, title }) => ({
      content: title,
      onAction: () => onChoose(kind),
    })),
  })).filter(({ items }) => items.length > 0)
  const first = sections[0]?.items[0]
  return (
    <>
      <Popover.Pane fixed>
        <Box padding="200">
          <div
            onKeyDown={(event) => {
              if (event.key === 'Enter') first?.onAction()
              if (event.key === 'ArrowDown') focusFirst(event.currentTarget)
            }}
          >
            <TextField
              label={words.searchKinds}
              labelHidden
              placeholder={words.searchKinds}
              autoComplete="off"
              autoFocus
              value={search}
              onChange={setSearch}
            />
          </div>
        </Box>
      </Popover.Pane>
      <Popover.Pane>
        {sections.length > 0 ? (
          <ActionList actionRole="menuitem" sections={sections} />
        ) : (
          <Box padding="300">
            <Text as="p">{words.noKind}</Text>
          </Box>
        )}
      </Popover.Pane>
    </>
  )
}

/** From the search into the list below it. */
function focusFirst(search: HTMLElement): void {
  const item = search.closest('.Polaris-Popover__Content, .Polaris-Popover')?.querySelector<HTMLElement>('[role="menuitem"]')
  item?.focus()
}

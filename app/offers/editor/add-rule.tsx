import { ActionList, Box, Button, Popover, Text, TextField } from '@shopify/polaris'
import { PlusCircleIcon } from '@shopify/polaris-icons'
import { useEffect, useId, useState } from 'react'
import { KINDS, type Condition } from '../rules/kinds.ts'
import type { Field } from '../rules/field.ts'
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
  const field = useId()
  // The list is not at its place yet: scrolled to, it would take the page to its top, away from the button, and so be closed.
  useEffect(() => document.getElementById(field)?.focus({ preventScroll: true }), [field])
  const found = kindsFound(search)
  const sections = SUBJECTS.map((subject) => ({
    title: words.subjects[subject],
    items: found.filter(({ group }) => group === subject).map(({ kind, title }) => ({ content: title, onAction: () => onChoose(kind) })),
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
              id={field}
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

/** By name; by what their fields say where no name has it: “total” is the order value, “new” a first order. */
function kindsFound(search: string) {
  const wanted = plain(search.trim())
  const named = KINDS.filter(({ title }) => plain(title).includes(wanted))
  return named.length > 0 ? named : KINDS.filter(({ fields }) => fields.some((field) => plain(saidBy(field)).includes(wanted)))
}

const plain = (text: string): string => text.toLowerCase().replaceAll('-', '')

const saidBy = (field: Field): string =>
  [field.label, field.help ?? '', ...(field.type === 'choice' ? field.options.map(({ label }) => label) : [])].join('\n')

/** From the search into the list below it. */
function focusFirst(search: HTMLElement): void {
  const item = search.closest('.Polaris-Popover__Content, .Polaris-Popover')?.querySelector<HTMLElement>('[role="menuitem"]')
  item?.focus()
}

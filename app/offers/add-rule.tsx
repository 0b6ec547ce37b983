import { ActionList, Button, Popover } from '@shopify/polaris'
import { PlusCircleIcon } from '@shopify/polaris-icons'
import { useState } from 'react'
import { KINDS, type Condition } from './rules/kinds.ts'

export function AddRule({ label, onAdd }: { label: string; onAdd: (kind: Condition['kind']) => void }) {
  const [open, setOpen] = useState(false)
  const items = KINDS.map(({ kind, title }) => ({
    content: title,
    onAction: () => {
      onAdd(kind)
      setOpen(false)
    },
  }))
  const activator = (
    <Button icon={PlusCircleIcon} variant="plain" textAlign="left" disclosure onClick={() => setOpen(!open)} accessibilityLabel={label}>
      Add condition
    </Button>
  )
  return (
    <div>
      <Popover active={open} activator={activator} onClose={() => setOpen(false)} autofocusTarget="first-node">
        <ActionList actionRole="menuitem" items={items} />
      </Popover>
    </div>
  )
}

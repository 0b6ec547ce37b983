import { ActionList, Button, Popover } from '@shopify/polaris'
import { PlusCircleIcon } from '@shopify/polaris-icons'
import { useState } from 'react'
import type { Rule } from './rules/rules.ts'

export const RULE_NAMES: Record<Rule['kind'], string> = {
  product: 'Bought a product',
  variant: 'Bought a variant',
  collection: 'Bought from a collection',
  'order-value': 'Order value',
  country: 'Shipping country',
  'order-count': 'First-time or returning shopper',
}

export function AddRule({ label, onAdd }: { label: string; onAdd: (kind: Rule['kind']) => void }) {
  const [open, setOpen] = useState(false)
  const items = (Object.keys(RULE_NAMES) as Rule['kind'][]).map((kind) => ({
    content: RULE_NAMES[kind],
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

import { BlockStack, Button, Collapsible, InlineGrid, InlineStack, Select, TextField } from '@shopify/polaris'
import { useState, type ReactNode } from 'react'
import { Nothing } from './nothing.tsx'
import { SearchField } from './search-field.tsx'
import { useTyped } from './use-typed.tsx'
import { words } from './words.ts'

interface ListFiltersProps {
  search: string
  /** What may be searched for. */
  label: string
  onSearch: (search: string) => void
  /** Something is left out of the list. */
  narrowed: boolean
  onClear: () => void
  children: ReactNode
  /** What is needed seldom, and how much of it is in use. */
  more?: { fields: ReactNode; used: number }
}

/** Above a list: its search, what narrows it further, and the way back to all of it. */
export function ListFilters({ search, label, onSearch, narrowed, onClear, children, more }: ListFiltersProps) {
  const [open, setOpen] = useState(more !== undefined && more.used > 0)
  return (
    <div className="toolbar">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <div className="twice">
            <SearchField search={search} label={label} onSearch={onSearch} />
          </div>
          {children}
          {more ? (
            <Button disclosure={open ? 'up' : 'down'} ariaExpanded={open} ariaControls="more-filters" onClick={() => setOpen(!open)}>
              {words.moreFilters(more.used)}
            </Button>
          ) : null}
          {narrowed ? (
            <Button variant="plain" onClick={onClear}>
              {words.clearFilters}
            </Button>
          ) : null}
        </InlineStack>
        {more ? (
          <Collapsible id="more-filters" open={open}>
            <InlineGrid columns={{ xs: 1, sm: 2, md: 5 }} gap="200">
              {more.fields}
            </InlineGrid>
          </Collapsible>
        ) : null}
      </BlockStack>
    </div>
  )
}

interface OnlyProps<Value extends string> {
  label: string
  labelShown?: boolean
  /** In this order: names that are numbers would sort themselves in an object. */
  choices: readonly (readonly [Value, string])[]
  value: Value
  onChange: (value: Value) => void
}

/** One thing by which a list is narrowed. */
export function Only<Value extends string>({ label, labelShown = false, choices, value, onChange }: OnlyProps<Value>) {
  const options = choices.map(([each, said]) => ({ value: each, label: said }))
  return <Select label={label} labelHidden={!labelShown} options={options} value={value} onChange={onChange} />
}

/** A calendar day, told once it is whole. */
export function OnlyDay({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const [day, setDay] = useTyped(value, onChange)
  return <TextField label={label} type="date" autoComplete="off" value={day} onChange={setDay} />
}

/** The filters leave nothing: says so, and how to see all again. */
export const NothingFits = ({ heading, onClear }: { heading: string; onClear: () => void }) => (
  <Nothing heading={heading} action={<Button onClick={onClear}>{words.clearFilters}</Button>}>
    {words.nothingFits}
  </Nothing>
)

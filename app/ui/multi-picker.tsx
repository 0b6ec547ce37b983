import { Autocomplete, BlockStack, InlineStack, Tag, Text } from '@shopify/polaris'
import { useState } from 'react'
import { words } from './words.ts'

export interface Choice {
  value: string
  label: string
}
interface MultiPickerProps {
  id: string
  label: string
  placeholder: string
  choices: readonly Choice[]
  chosen: readonly string[]
  error: string | false
  helpText?: string | undefined
  /** What is typed and not in the list may be chosen too, as this value; null where it is none. */
  asValue?: (typed: string) => string | null
  onType?: (text: string) => void
  onBlur: () => void
  onChange: (chosen: string[]) => void
}

const SHOWN = 50

/** Several of a list that can be searched, as tags that can be taken away. */
export function MultiPicker({
  id,
  label,
  placeholder,
  choices,
  chosen,
  error,
  helpText,
  asValue = () => null,
  onType,
  onBlur,
  onChange,
}: MultiPickerProps) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = choices.filter((choice) => choice.label.toLowerCase().includes(wanted) || choice.value.toLowerCase() === wanted)
  const own = search.trim() ? asValue(search.trim()) : null
  const typed = own !== null && !found.some(({ value }) => value === own) ? [{ value: own, label: words.add(own) }] : []
  const type = (text: string) => {
    setSearch(text)
    onType?.(text)
  }
  const select = (selected: string[]) => {
    onChange([...new Set(selected)])
    setSearch('')
  }
  const leave = () => {
    // Typed and left without a choice, it would look entered and count for nothing.
    if (own !== null) select([...chosen, own])
    onBlur()
  }
  const field = (
    <Autocomplete.TextField
      id={id}
      label={label}
      placeholder={placeholder}
      autoComplete="off"
      value={search}
      error={error}
      {...(helpText ? { helpText } : {})}
      onBlur={leave}
      onChange={type}
    />
  )
  return (
    <BlockStack gap="200">
      <Autocomplete
        allowMultiple
        options={[...typed, ...found.slice(0, SHOWN)]}
        selected={[...chosen]}
        textField={field}
        onSelect={select}
        emptyState={wanted ? <Text as="span">{words.nothingFound}</Text> : null}
      />
      {chosen.length > 0 ? (
        <InlineStack gap="200">
          {chosen.map((value) => (
            <Tag key={value} onRemove={() => onChange(chosen.filter((one) => one !== value))}>
              {choices.find((choice) => choice.value === value)?.label ?? value}
            </Tag>
          ))}
        </InlineStack>
      ) : null}
    </BlockStack>
  )
}

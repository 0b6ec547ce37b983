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
  /** What is typed and not in the list may be chosen too, as these values; none where it means nothing. */
  asValues?: (typed: string) => readonly string[]
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
  asValues,
  onType,
  onBlur,
  onChange,
}: MultiPickerProps) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const own = (wanted && asValues?.(search.trim())) || []
  const isChosen = (value: string) => chosen.some((one) => one.toLowerCase() === value.toLowerCase())
  const fresh = own.filter((value) => !isChosen(value))
  const known = own.length > 0 && fresh.length === 0
  const found = choices.filter(
    ({ value, label }) =>
      (label.toLowerCase().includes(wanted) || value.toLowerCase() === wanted) &&
      // Return takes the first that is chosen, so what is typed would take away what is there: as a tag it can be taken away all the same.
      !(asValues && isChosen(value)),
  )
  const all = fresh.join(', ')
  const typed = fresh.length > 0 && !found.some(({ value }) => value === all) ? [{ value: all, label: words.add(fresh) }] : []
  const type = (text: string) => {
    setSearch(text)
    onType?.(text)
  }
  const select = (selected: string[]) => {
    onChange([...new Set(selected.flatMap((value) => (value === all ? fresh : [value])))])
    setSearch('')
  }
  const leave = () => {
    // Typed and left without a choice, it would look entered and count for nothing.
    if (own.length > 0) select([...chosen, ...fresh])
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
        options={known ? [] : [...typed, ...found.slice(0, SHOWN)]}
        selected={[...chosen]}
        textField={field}
        onSelect={select}
        emptyState={wanted ? <Text as="span">{known ? words.chosenAlready(own) : words.nothingFound}</Text> : null}
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

import { Autocomplete, BlockStack, InlineStack, Tag } from '@shopify/polaris'
import { useState } from 'react'
import { COUNTRIES, countryName } from './countries.ts'

interface CountryPickerProps {
  countries: string[]
  error: string | false
  onBlur: () => void
  onChange: (countries: string[]) => void
}

export function CountryPicker({ countries, error, onBlur, onChange }: CountryPickerProps) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const options = COUNTRIES.filter(({ code, name }) => name.toLowerCase().includes(wanted) || code.toLowerCase() === wanted).map(
    ({ code, name }) => ({ value: code, label: name }),
  )
  const select = (chosen: string[]) => {
    onChange(chosen)
    setSearch('')
  }
  const field = (
    <Autocomplete.TextField
      label="Countries"
      placeholder="Search countries"
      autoComplete="off"
      value={search}
      error={error}
      onBlur={onBlur}
      onChange={setSearch}
    />
  )
  return (
    <BlockStack gap="200">
      <Autocomplete allowMultiple options={options} selected={countries} textField={field} onSelect={select} />
      <InlineStack gap="200">
        {countries.map((code) => (
          <Tag key={code} onRemove={() => onChange(countries.filter((one) => one !== code))}>
            {countryName(code)}
          </Tag>
        ))}
      </InlineStack>
    </BlockStack>
  )
}

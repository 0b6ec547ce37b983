import { TextField } from '@shopify/polaris'
import { useState } from 'react'
import { countriesTyped } from '#app/values/countries.ts'
import { words } from './words.ts'

interface CountriesFieldProps {
  label: string
  helpText: string
  codes: readonly string[]
  onChange: (codes: string[]) => void
}

/** Countries by their codes. A word that is none is named: who believes that it counts would write to people who may not be written to. */
export function CountriesField({ label, helpText, codes, onChange }: CountriesFieldProps) {
  const told = codes.join(', ')
  const [text, setText] = useState(told)
  const [known, know] = useState(told)
  const typed = countriesTyped(text)
  // Taken back, or stored by someone else.
  if (known !== told) {
    know(told)
    if (typed.codes.join(', ') !== told) setText(told)
  }
  const write = (next: string) => {
    setText(next)
    onChange(countriesTyped(next).codes)
  }
  return (
    <TextField
      label={label}
      helpText={helpText}
      autoComplete="off"
      value={text}
      error={typed.unknown.length > 0 ? words.noCountries(typed.unknown.join(', ')) : false}
      onChange={write}
    />
  )
}

import { TextField } from '@shopify/polaris'
import { useState } from 'react'
import { wholeTyped } from '#app/values/typed.ts'
import { words } from './words.ts'

interface NumberFieldProps {
  label: string
  value: number
  least?: number
  most: number
  helpText?: string
  onChange: (value: number) => void
}

/** A whole number as it is typed; what is none is NaN, and what is wrong is said once the field is left: half of a number is none yet. */
export function NumberField({ label, value, least = 0, most, helpText, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value))
  const [known, know] = useState(value)
  const [typing, setTyping] = useState(false)
  // Taken back, or stored by someone else.
  if (!Object.is(known, value)) {
    know(value)
    if (!Object.is(wholeTyped(text), value)) setText(String(value))
  }
  const write = (next: string) => {
    setTyping(true)
    setText(next)
    onChange(wholeTyped(next))
  }
  const isRight = least <= value && value <= most
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      error={typing || isRight ? false : words.noWhole(least, most)}
      {...(helpText ? { helpText } : {})}
      onBlur={() => setTyping(false)}
      onChange={write}
    />
  )
}

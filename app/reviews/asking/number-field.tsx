import { TextField } from '@shopify/polaris'

interface NumberFieldProps {
  label: string
  value: number
  most: number
  helpText?: string
  onChange: (value: number) => void
}

/** Whole numbers; what is no number, or too large, never becomes one. */
export const NumberField = ({ label, value, most, helpText, onChange }: NumberFieldProps) => (
  <TextField
    label={label}
    type="integer"
    inputMode="numeric"
    min={0}
    max={most}
    autoComplete="off"
    value={String(value)}
    {...(helpText ? { helpText } : {})}
    onChange={(text) => onChange(Math.min(most, Math.max(0, Math.trunc(Number(text)) || 0)))}
  />
)

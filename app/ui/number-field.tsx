import { TextField } from '@shopify/polaris'

interface NumberFieldProps {
  label: string
  value: number
  least?: number
  most: number
  helpText?: string
  onChange: (value: number) => void
}

/** Whole numbers; what is no number, or too large, never becomes one. */
export const NumberField = ({ label, value, least = 0, most, helpText, onChange }: NumberFieldProps) => (
  <TextField
    label={label}
    type="integer"
    inputMode="numeric"
    min={least}
    max={most}
    autoComplete="off"
    value={String(value)}
    {...(helpText ? { helpText } : {})}
    onBlur={() => value < least && onChange(least)}
    onChange={(text) => onChange(Math.min(most, Math.max(0, Math.trunc(Number(text)) || 0)))}
  />
)

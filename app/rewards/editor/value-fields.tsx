import { InlineGrid, Select, TextField } from '@shopify/polaris'
import { TIERS, type Tier } from '../program.ts'
import type { Draft, ValueKind } from './draft.ts'
import { words } from './words.ts'

const KINDS: readonly ValueKind[] = ['none', 'percentage', 'amount', 'free-shipping']

interface ValueFieldsProps {
  values: Draft['values']
  currency: string
  errorOf: (field: string) => string | false
  onChange: (values: Draft['values']) => void
}

/** What each kind of review gets. */
export const ValueFields = ({ values, currency, errorOf, onChange }: ValueFieldsProps) => (
  <>
    {TIERS.map((tier) => (
      <ValueField
        key={tier}
        {...{ tier, currency, errorOf }}
        value={values[tier]}
        onChange={(value) => onChange({ ...values, [tier]: value })}
      />
    ))}
  </>
)

interface ValueFieldProps extends Pick<ValueFieldsProps, 'currency' | 'errorOf'> {
  tier: Tier
  value: Draft['values'][Tier]
  onChange: (value: Draft['values'][Tier]) => void
}

function ValueField({ tier, value, currency, errorOf, onChange }: ValueFieldProps) {
  const { kind, number } = value
  const error = errorOf(`values.${tier}`)
  const unit = kind === 'percentage' ? { suffix: '%' } : { prefix: currency }
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
      <Select
        label={words.tier[tier]}
        options={KINDS.map((one) => ({ value: one, label: words.kind[one] }))}
        value={kind}
        error={kind === 'none' ? error : false}
        onChange={(chosen) => onChange({ kind: chosen as ValueKind, number: chosen === kind ? number : '' })}
      />
      {kind === 'none' ? null : (
        <TextField
          label={words.number[kind]}
          autoComplete="off"
          inputMode="decimal"
          value={number}
          error={error}
          {...unit}
          {...(kind === 'percentage' ? { helpText: words.percentHelp } : kind === 'free-shipping' ? { helpText: words.worthHelp } : {})}
          onChange={(text) => onChange({ kind, number: text })}
        />
      )}
    </InlineGrid>
  )
}

import { BlockStack, InlineGrid, Select, TextField } from '@shopify/polaris'
import type { FieldsProps } from './code-fields.tsx'
import { CAPS, type Draft } from './draft.ts'
import { words } from './words.ts'

/** Who is thanked, how often, and for how much in a month. */
export const LimitFields = ({ draft, currency, errorOf, onChange }: FieldsProps) => (
  <BlockStack gap="400">
    <Select
      label={words.who}
      options={(['verified', 'all'] as const).map((value) => ({ value, label: words[value] }))}
      value={draft.who}
      error={errorOf('creditWho')}
      onChange={(who) => onChange({ who: who as Draft['who'] })}
    />
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
      {CAPS.map((cap) => (
        <TextField
          key={cap}
          label={words.caps[cap]}
          inputMode="numeric"
          autoComplete="off"
          placeholder={words.noLimit}
          value={draft.caps[cap]}
          error={errorOf(`caps.${cap}`)}
          onChange={(text) => onChange({ caps: { ...draft.caps, [cap]: text } })}
        />
      ))}
    </InlineGrid>
    <TextField
      label={words.budget}
      prefix={currency}
      inputMode="decimal"
      autoComplete="off"
      placeholder={words.noLimit}
      value={draft.budget}
      error={errorOf('budget')}
      helpText={words.budgetHelp}
      onChange={(budget) => onChange({ budget })}
    />
    <TextField
      label={words.settleMinutes}
      suffix={words.settleUnit}
      inputMode="numeric"
      autoComplete="off"
      value={draft.settleMinutes}
      error={errorOf('settleMinutes')}
      helpText={words.settleHelp}
      onChange={(settleMinutes) => onChange({ settleMinutes })}
    />
  </BlockStack>
)

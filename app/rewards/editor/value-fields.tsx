import { BlockStack, InlineGrid, Select, TextField } from '@shopify/polaris'
import { Chosen } from '#app/ui/chosen.tsx'
import { useResourcePicker } from '#app/ui/resource-picker.tsx'
import { TIERS, type Tier } from '../program.ts'
import type { Draft, ValueKind } from './draft.ts'
import { words } from './words.ts'

const KINDS: readonly ValueKind[] = ['none', 'percentage', 'amount', 'free-shipping', 'gift', 'store-credit']

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

const HELP: Partial<Record<ValueKind, string>> = {
  percentage: words.percentHelp,
  'free-shipping': words.worthHelp,
  gift: words.giftHelp,
  'store-credit': words.creditHelp,
}

const problemOf = (kind: ValueKind): string => (kind === 'percentage' ? words.problems.percentage : words.problems.values)

function ValueField({ tier, value, currency, errorOf, onChange }: ValueFieldProps) {
  const { kind, number } = value
  const wrong = errorOf(`values.${tier}`) !== false
  const unit = kind === 'percentage' ? { suffix: '%' } : { prefix: currency }
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <Select
          label={words.tier[tier]}
          options={KINDS.map((one) => ({ value: one, label: words.kind[one] }))}
          value={kind}
          error={wrong && kind === 'none' ? words.problems['values.text'] : false}
          onChange={(chosen) => onChange({ kind: chosen as ValueKind, number: chosen === kind ? number : '', gift: null })}
        />
        {kind === 'none' ? null : (
          <TextField
            label={words.number[kind]}
            autoComplete="off"
            inputMode="decimal"
            value={number}
            error={wrong && (kind !== 'gift' || value.gift) ? problemOf(kind) : false}
            {...unit}
            {...(HELP[kind] ? { helpText: HELP[kind] } : {})}
            onChange={(text) => onChange({ ...value, number: text })}
          />
        )}
      </InlineGrid>
      {kind === 'gift' ? <GiftField {...{ tier, value, onChange }} missing={wrong && !value.gift} /> : null}
    </BlockStack>
  )
}

function GiftField({ tier, value, missing, onChange }: Pick<ValueFieldProps, 'tier' | 'value' | 'onChange'> & { missing: boolean }) {
  const pick = useResourcePicker()
  const choose = async () => {
    const [picked] = (await pick('variant', value.gift ? [value.gift.id] : [], 1)) ?? []
    if (picked) onChange({ ...value, gift: { id: picked.id, title: picked.title } })
  }
  return (
    <Chosen
      items={value.gift ? [value.gift] : []}
      choose={words.chooseGift}
      error={missing ? words.giftMissing : false}
      fieldId={`gift-${tier}`}
      onChoose={() => void choose()}
      onRemove={() => onChange({ ...value, gift: null })}
    />
  )
}

import { Box, Button, InlineStack, Select, Text, TextField, BlockStack } from '@shopify/polaris'
import { DeleteIcon } from '@shopify/polaris-icons'
import { Chosen } from '#app/ui/chosen.tsx'
import { useResourcePicker, type Pickable, type Picked } from '#app/ui/resource-picker.tsx'
import { CountryPicker } from './country-picker.tsx'
import { useEditor } from './editor-state.tsx'
import type { Field } from './rules/field.ts'
import { kindOf } from './rules/kinds.ts'
import type { ConditionDraft } from './rules/rule-draft.ts'
import type { Names } from './rules/words.ts'

interface RuleProps {
  rule: ConditionDraft
  path: string
  onChange: (rule: ConditionDraft) => void
  onRemove: () => void
}

export function RuleRow({ rule, path, onChange, onRemove }: RuleProps) {
  const { title, fields } = kindOf(rule.kind)
  return (
    <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" wrap={false}>
          <Text as="h4" variant="headingSm">
            {title}
          </Text>
          <Button icon={DeleteIcon} variant="tertiary" onClick={onRemove} accessibilityLabel={`Remove condition: ${title}`} />
        </InlineStack>
        {fields.map((field) => (
          <RuleField
            key={field.name}
            field={field}
            path={`${path}.${field.name}`}
            value={rule.values[field.name] ?? ''}
            onChange={(value) => onChange({ ...rule, values: { ...rule.values, [field.name]: value } })}
          />
        ))}
      </BlockStack>
    </Box>
  )
}

interface FieldProps {
  field: Field
  path: string
  value: string | string[]
  onChange: (value: string | string[]) => void
}

function RuleField({ field, path, value, onChange }: FieldProps) {
  const { field: fieldAt, terms } = useEditor()
  switch (field.type) {
    case 'products':
    case 'variants':
    case 'collections':
      return <Resources type={PICKABLE[field.type]} ids={[value].flat().filter(Boolean)} path={path} onIds={onChange} />
    case 'countries':
      return <CountryPicker {...fieldAt(path)} countries={[value].flat().filter(Boolean)} onChange={onChange} />
    case 'choice':
      return <Select label={field.label} labelHidden options={[...field.options]} value={String(value)} onChange={onChange} />
    default:
      return (
        <TextField
          {...fieldAt(path)}
          label={field.label}
          helpText={field.help}
          autoComplete="off"
          suffix={field.type === 'amount' ? terms.currency : undefined}
          value={[value].flat().join(', ')}
          onChange={(text) => onChange(Array.isArray(value) ? text.split(', ') : text)}
        />
      )
  }
}

const PICKABLE = { products: 'product', variants: 'variant', collections: 'collection' } as const
const CHOOSE: Record<Pickable, string> = { product: 'Choose products', variant: 'Choose variants', collection: 'Choose collections' }
const AT_MOST = 250

interface ResourcesProps {
  type: Pickable
  ids: string[]
  path: string
  onIds: (ids: string[]) => void
}

function Resources({ type, ids, path, onIds }: ResourcesProps) {
  const { names, learn, field } = useEditor()
  const pick = useResourcePicker()
  const { error, onBlur } = field(path)
  const known = names[`${type}s`]
  const choose = async () => {
    const picked = await pick(type, ids, AT_MOST)
    onBlur()
    if (!picked) return
    learn(namesOf(type, picked))
    onIds(picked.map(({ id }) => id))
  }
  return (
    <Chosen
      items={ids.map((id) => ({ id, title: known[id]?.title ?? 'No longer in the shop' }))}
      choose={CHOOSE[type]}
      error={error}
      fieldId={path}
      onChoose={() => void choose()}
      onRemove={(id) => onIds(ids.filter((one) => one !== id))}
    />
  )
}

export const namesOf = (type: Pickable, picked: readonly Picked[]): Partial<Names> => ({
  [`${type}s`]: Object.fromEntries(picked.map((one) => [one.id, one])),
})

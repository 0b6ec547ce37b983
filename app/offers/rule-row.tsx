import { Box, Button, FormLayout, InlineStack, Select, Text, TextField, BlockStack } from '@shopify/polaris'
import { DeleteIcon } from '@shopify/polaris-icons'
import type { ReactNode } from 'react'
import { Chosen } from '#app/ui/chosen.tsx'
import { useResourcePicker, type Pickable, type Picked } from '#app/ui/resource-picker.tsx'
import { RULE_NAMES } from './add-rule.tsx'
import { CountryPicker } from './country-picker.tsx'
import type { RuleDraft } from './draft.ts'
import { useEditor } from './editor-state.tsx'
import type { Names } from './rules/words.ts'

interface RuleProps<R extends RuleDraft = RuleDraft> {
  rule: R
  path: string
  onChange: (rule: RuleDraft) => void
}
type Of<K extends RuleDraft['kind']> = Extract<RuleDraft, { kind: K }>

export function RuleRow({ onRemove, ...props }: RuleProps & { onRemove: () => void }) {
  const name = RULE_NAMES[props.rule.kind]
  return (
    <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" wrap={false}>
          <Text as="h4" variant="headingSm">
            {name}
          </Text>
          <Button icon={DeleteIcon} variant="tertiary" onClick={onRemove} accessibilityLabel={`Remove condition: ${name}`} />
        </InlineStack>
        {fieldsOf(props)}
      </BlockStack>
    </Box>
  )
}

function fieldsOf({ rule, ...rest }: RuleProps): ReactNode {
  switch (rule.kind) {
    case 'product':
      return (
        <Resources
          {...rest}
          type="product"
          ids={rule.productIds}
          part="productIds"
          onIds={(productIds) => rest.onChange({ ...rule, productIds })}
        />
      )
    case 'variant':
      return (
        <Resources
          {...rest}
          type="variant"
          ids={rule.variantIds}
          part="variantIds"
          onIds={(variantIds) => rest.onChange({ ...rule, variantIds })}
        />
      )
    case 'collection':
      return (
        <Resources
          {...rest}
          type="collection"
          ids={rule.collectionIds}
          part="collectionIds"
          onIds={(collectionIds) => rest.onChange({ ...rule, collectionIds })}
        />
      )
    case 'order-value':
      return <OrderValue rule={rule} {...rest} />
    case 'country':
      return <Countries rule={rule} {...rest} />
    case 'order-count':
      return <OrderCount rule={rule} {...rest} />
  }
}

const CHOOSE: Record<Pickable, string> = { product: 'Choose products', variant: 'Choose variants', collection: 'Choose collections' }
const AT_MOST = 250

interface ResourcesProps {
  type: Pickable
  ids: string[]
  path: string
  part: string
  onIds: (ids: string[]) => void
}

function Resources({ type, ids, path, part, onIds }: ResourcesProps) {
  const { names, learn, field } = useEditor()
  const pick = useResourcePicker()
  const { error, onBlur } = field(`${path}.${part}`)
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
      fieldId={`${path}.${part}`}
      onChoose={() => void choose()}
      onRemove={(id) => onIds(ids.filter((one) => one !== id))}
    />
  )
}

export const namesOf = (type: Pickable, picked: readonly Picked[]): Partial<Names> => ({
  [`${type}s`]: Object.fromEntries(picked.map((one) => [one.id, one])),
})

function OrderValue({ rule, path, onChange }: RuleProps<Of<'order-value'>>) {
  const { field, terms } = useEditor()
  const common = { autoComplete: 'off', inputMode: 'decimal', suffix: terms.currency } as const
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <TextField
          {...common}
          {...field(`${path}.atLeast`)}
          label="At least"
          value={rule.atLeast}
          onChange={(atLeast) => onChange({ ...rule, atLeast })}
        />
        <TextField
          {...common}
          {...field(`${path}.atMost`)}
          label="At most"
          value={rule.atMost}
          onChange={(atMost) => onChange({ ...rule, atMost })}
        />
      </FormLayout.Group>
      <Text as="p" tone="subdued">
        The order’s total with tax and shipping, in the shop’s currency. Either may stay empty.
      </Text>
    </FormLayout>
  )
}

function Countries({ rule, path, onChange }: RuleProps<Of<'country'>>) {
  const { field } = useEditor()
  return (
    <CountryPicker {...field(`${path}.countries`)} countries={rule.countries} onChange={(countries) => onChange({ ...rule, countries })} />
  )
}

const SHOPPERS = [
  { value: 'first-time', label: 'This is the first order' },
  { value: 'returning', label: 'Has ordered before' },
]

const OrderCount = ({ rule, onChange }: RuleProps<Of<'order-count'>>) => (
  <Select
    label="Shopper"
    labelHidden
    options={SHOPPERS}
    value={rule.is}
    onChange={(is) => onChange({ ...rule, is: is === 'returning' ? 'returning' : 'first-time' })}
  />
)

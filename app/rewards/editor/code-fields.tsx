import { BlockStack, Checkbox, InlineGrid, Select, Text, TextField } from '@shopify/polaris'
import { Chosen } from '#app/ui/chosen.tsx'
import { useResourcePicker } from '#app/ui/resource-picker.tsx'
import type { Draft } from './draft.ts'
import { words } from './words.ts'

export interface FieldsProps {
  draft: Draft
  currency: string
  titles: Readonly<Record<string, string>>
  errorOf: (field: string) => string | false
  onChange: (changes: Partial<Draft>) => void
  onTitles: (titles: Readonly<Record<string, string>>) => void
}

/** How long the code lives, what it is good for and with what it may be combined. */
export const CodeFields = (props: FieldsProps) => {
  const { draft, currency, errorOf, onChange } = props
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <TextField
          label={words.days}
          suffix={words.daysUnit}
          inputMode="numeric"
          autoComplete="off"
          value={draft.days}
          error={errorOf('days')}
          onChange={(days) => onChange({ days })}
        />
        <TextField
          label={words.prefix}
          autoComplete="off"
          value={draft.prefix}
          error={errorOf('prefix')}
          helpText={words.prefixHelp(draft.prefix.trim().toUpperCase())}
          onChange={(prefix) => onChange({ prefix })}
        />
      </InlineGrid>
      <TextField
        label={words.minimumOrder}
        prefix={currency}
        inputMode="decimal"
        autoComplete="off"
        placeholder={words.noMinimum}
        value={draft.minimumOrder}
        error={errorOf('minimumOrder') || errorOf('giftMinimum')}
        onChange={(minimumOrder) => onChange({ minimumOrder })}
      />
      <BuysField {...props} />
      <Checkbox label={words.subscriptions} checked={draft.subscriptions} onChange={(subscriptions) => onChange({ subscriptions })} />
      <Checkbox label={words.bound} helpText={words.boundHelp} checked={draft.bound} onChange={(bound) => onChange({ bound })} />
      <CombinesField {...props} />
    </BlockStack>
  )
}

function BuysField({ draft: { buys }, titles, errorOf, onChange, onTitles }: FieldsProps) {
  const pick = useResourcePicker()
  const choose = async () => {
    const picked = await pick(buys.kind === 'products' ? 'product' : 'collection', buys.ids, 100)
    if (!picked) return
    onTitles({ ...titles, ...Object.fromEntries(picked.map(({ id, title }) => [id, title])) })
    onChange({ buys: { ...buys, ids: picked.map(({ id }) => id) } })
  }
  return (
    <BlockStack gap="200">
      <Select
        label={words.buys}
        options={(['everything', 'products', 'collections'] as const).map((value) => ({ value, label: words[value] }))}
        value={buys.kind}
        onChange={(kind) => onChange({ buys: { kind: kind as Draft['buys']['kind'], ids: [] } })}
      />
      {buys.kind === 'everything' ? null : (
        <Chosen
          items={buys.ids.map((id) => ({ id, title: titles[id] ?? id }))}
          choose={buys.kind === 'products' ? words.chooseProducts : words.chooseCollections}
          error={errorOf('buys')}
          fieldId="buys"
          onChoose={() => void choose()}
          onRemove={(id) => onChange({ buys: { ...buys, ids: buys.ids.filter((one) => one !== id) } })}
        />
      )}
    </BlockStack>
  )
}

const CLASSES = { orders: words.orders, products: words.productDiscounts, shipping: words.shipping } as const

const CombinesField = ({ draft: { combinesWith }, onChange }: FieldsProps) => (
  <BlockStack gap="100">
    <Text as="p">{words.combines}</Text>
    {(Object.keys(CLASSES) as (keyof typeof CLASSES)[]).map((name) => (
      <Checkbox
        key={name}
        label={CLASSES[name]}
        checked={combinesWith[name]}
        onChange={(on) => onChange({ combinesWith: { ...combinesWith, [name]: on } })}
      />
    ))}
  </BlockStack>
)

import { BlockStack, Card, Checkbox, FormLayout, Layout, Select, Text } from '@shopify/polaris'
import { Chosen } from '#app/ui/chosen.tsx'
import { useResourcePicker } from '#app/ui/resource-picker.tsx'
import type { PartProps } from './asking-form.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { words } from './words.ts'

export function WhenCard({ part, onChange }: PartProps<'asking'>) {
  return (
    <Layout.AnnotatedSection title={words.when} description={words.whenText}>
      <Card>
        <BlockStack gap="400">
          <Checkbox label={words.ask} checked={part.active} onChange={(active) => onChange({ active })} />
          {(['home', 'abroad'] as const).map((where) => (
            <FormLayout key={where}>
              <FormLayout.Group title={words[where]} {...(where === 'home' ? { helpText: words.shopAsks } : {})}>
                <NumberField
                  label={words.afterDelivery}
                  value={part[where].afterDelivery}
                  most={180}
                  onChange={(afterDelivery) => onChange({ [where]: { ...part[where], afterDelivery } })}
                />
                <NumberField
                  label={words.afterFulfilment}
                  value={part[where].afterFulfilment}
                  most={365}
                  onChange={(afterFulfilment) => onChange({ [where]: { ...part[where], afterFulfilment } })}
                />
              </FormLayout.Group>
            </FormLayout>
          ))}
          <Special part={part} onChange={onChange} />
          <FormLayout>
            <FormLayout.Group>
              <Select
                label={words.reminders}
                options={words.reminderChoices.map((label, index) => ({ label, value: String(index) }))}
                value={String(part.reminders)}
                onChange={(value) => onChange({ reminders: Number(value) })}
              />
              <NumberField
                label={words.reminderAfter}
                value={part.reminderAfter}
                most={60}
                onChange={(reminderAfter) => onChange({ reminderAfter })}
              />
            </FormLayout.Group>
            <NumberField label={words.pause} value={part.pause} most={365} onChange={(pause) => onChange({ pause })} />
          </FormLayout>
        </BlockStack>
      </Card>
    </Layout.AnnotatedSection>
  )
}

const KINDS = [
  ['product', words.chooseProducts],
  ['collection', words.chooseCollections],
] as const

function Special({ part: { special, home }, onChange }: PartProps<'asking'>) {
  const pick = useResourcePicker()
  const choose = async (kind: 'product' | 'collection') => {
    const mine = special.filter((one) => one.kind === kind)
    const picked = await pick(
      kind,
      mine.map(({ id }) => id),
      25,
    )
    if (!picked) return
    const kept = picked.map(({ id, title }) => mine.find((one) => one.id === id) ?? { kind, id, title, afterDelivery: home.afterDelivery })
    onChange({ special: [...special.filter((one) => one.kind !== kind), ...kept] })
  }
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.special}
      </Text>
      <Text as="p" tone="subdued">
        {words.specialText}
      </Text>
      {KINDS.map(([kind, label]) => (
        <Chosen
          key={kind}
          fieldId={`special-${kind}`}
          items={special.filter((one) => one.kind === kind)}
          choose={label}
          error={false}
          onChoose={() => void choose(kind)}
          onRemove={(id) => onChange({ special: special.filter((one) => !(one.kind === kind && one.id === id)) })}
        />
      ))}
      {special.map((one) => (
        <NumberField
          key={`${one.kind}${one.id}`}
          label={words.daysFor(one.title)}
          value={one.afterDelivery}
          most={365}
          onChange={(afterDelivery) => onChange({ special: special.map((other) => (other === one ? { ...one, afterDelivery } : other)) })}
        />
      ))}
    </BlockStack>
  )
}

import { BlockStack, Card, Checkbox, FormLayout, Layout, Text } from '@shopify/polaris'
import { NumberField } from '#app/ui/number-field.tsx'
import type { PartProps } from './retention-form.ts'
import { words } from './words.ts'

export const WhenCard = ({ kind, form, onChange }: PartProps) => {
  const { waitMinutes, validDays } = form.retention[kind]
  return (
    <Layout.AnnotatedSection title={words.when} description={words.whenText}>
      <Card>
        <FormLayout>
          <FormLayout.Group>
            <NumberField
              label={words.waitMinutes}
              value={waitMinutes}
              least={5}
              most={72 * 60}
              onChange={(minutes) => onChange({ waitMinutes: minutes })}
            />
            <NumberField label={words.validDays} value={validDays} least={1} most={30} onChange={(days) => onChange({ validDays: days })} />
          </FormLayout.Group>
        </FormLayout>
      </Card>
    </Layout.AnnotatedSection>
  )
}

/** The one chooses by itself; of the other the merchant says how much comes off. */
export const WhatCard = ({ kind, form, onChange, onChangeForm }: PartProps) => {
  const { percent, products } = form.retention['bounce-back']
  return (
    <Layout.AnnotatedSection title={words.what} description={kind === 'bounce-back' ? words.goods : words.engine}>
      <Card>
        <BlockStack gap="400">
          {kind === 'bounce-back' ? (
            <FormLayout>
              <FormLayout.Group>
                <NumberField label={words.percent} value={percent} most={90} onChange={(off) => onChange({ percent: off })} />
                <NumberField label={words.products} value={products} least={1} most={3} onChange={(most) => onChange({ products: most })} />
              </FormLayout.Group>
            </FormLayout>
          ) : null}
          <Checkbox
            label={<Text as="span">{words.together}</Text>}
            helpText={words.togetherHelp}
            checked={form.retention.shipTogether}
            onChange={(shipTogether) => onChangeForm({ retention: { shipTogether } })}
          />
        </BlockStack>
      </Card>
    </Layout.AnnotatedSection>
  )
}

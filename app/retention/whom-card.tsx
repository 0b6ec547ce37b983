import { Card, Checkbox, FormLayout, Layout, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { NumberField } from '#app/ui/number-field.tsx'
import type { PartProps } from './retention-form.ts'
import { words } from './words.ts'

export function WhomCard({ kind, form, onChange, onChangeForm }: PartProps) {
  const { offerCountries, mostPerWeek } = form.manners
  const [countries, setCountries] = useState(offerCountries.join(', '))
  const write = (text: string) => {
    setCountries(text)
    onChangeForm({ manners: { offerCountries: [...new Set(text.toUpperCase().match(/\b[A-Z]{2}\b/g) ?? [])] } })
  }
  return (
    <Layout.AnnotatedSection title={words.whom} description={words.whomText}>
      <Card>
        <FormLayout>
          <TextField
            label={words.offerCountries}
            helpText={words.offerCountriesHelp}
            autoComplete="off"
            value={countries}
            onChange={write}
          />
          <NumberField
            label={words.mostPerWeek}
            helpText={words.mostPerWeekHelp}
            value={mostPerWeek}
            least={1}
            most={14}
            onChange={(most) => onChangeForm({ manners: { mostPerWeek: most } })}
          />
          <Checkbox label={words.sms} helpText={words.smsHelp} checked={form.retention[kind].sms} onChange={(sms) => onChange({ sms })} />
          <Text as="p" tone="subdued">
            {words.quiet}
          </Text>
        </FormLayout>
      </Card>
    </Layout.AnnotatedSection>
  )
}

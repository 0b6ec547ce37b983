import { Card, Checkbox, FormLayout, Layout, Text } from '@shopify/polaris'
import { CountriesField } from '#app/ui/countries-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import type { PartProps } from './retention-form.ts'
import { words } from './words.ts'

export function WhomCard({ kind, form, onChange, onChangeForm }: PartProps) {
  const { offerCountries, mostPerWeek } = form.manners
  return (
    <Layout.AnnotatedSection title={words.whom} description={words.whomText}>
      <Card>
        <FormLayout>
          <CountriesField
            label={words.offerCountries}
            helpText={words.offerCountriesHelp}
            codes={offerCountries}
            onChange={(countries) => onChangeForm({ manners: { offerCountries: countries } })}
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

import { Card, FormLayout, Layout, Select } from '@shopify/polaris'
import { CountriesField } from '#app/ui/countries-field.tsx'
import type { PartProps } from './asking-form.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { words } from './words.ts'

type Consent = keyof typeof words.consentChoices

export function WhomCard({ part, onChange }: PartProps<'manners'>) {
  return (
    <Layout.AnnotatedSection title={words.whom} description={words.whomText}>
      <Card>
        <FormLayout>
          <Select
            label={words.consent}
            options={Object.entries(words.consentChoices).map(([value, label]) => ({ value, label }))}
            value={part.consent}
            onChange={(consent) => onChange({ consent: consent as Consent })}
          />
          <CountriesField
            label={words.strictCountries}
            helpText={words.strictCountriesHelp}
            codes={part.consentCountries}
            onChange={(consentCountries) => onChange({ consentCountries })}
          />
          <FormLayout.Group helpText={words.quietHelp}>
            <NumberField label={words.quietFrom} value={part.quietFrom} most={23} onChange={(quietFrom) => onChange({ quietFrom })} />
            <NumberField label={words.quietUntil} value={part.quietUntil} most={23} onChange={(quietUntil) => onChange({ quietUntil })} />
          </FormLayout.Group>
        </FormLayout>
      </Card>
    </Layout.AnnotatedSection>
  )
}

import { Card, FormLayout, Layout, TextField } from '@shopify/polaris'
import type { PartProps } from './asking-form.ts'
import { words } from './words.ts'

const FIELDS = [
  ['senderName', words.senderName, 'text'],
  ['replyTo', words.replyTo, 'email'],
  ['postalAddress', words.postalAddress, 'text'],
  ['logoUrl', words.logoUrl, 'url'],
  ['color', words.color, 'text'],
] as const

export const LookCard = ({ part, onChange }: PartProps<'look'>) => (
  <Layout.AnnotatedSection title={words.look}>
    <Card>
      <FormLayout>
        {FIELDS.map(([name, label, type]) => (
          <TextField
            key={name}
            label={label}
            type={type}
            autoComplete="off"
            value={part[name]}
            onChange={(value) => onChange({ [name]: value })}
            {...(name === 'color' ? { helpText: words.colorHelp } : {})}
          />
        ))}
      </FormLayout>
    </Card>
  </Layout.AnnotatedSection>
)

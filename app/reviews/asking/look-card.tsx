import { Card, FormLayout, Layout, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { Look } from '#app/values/manners.ts'
import type { PartProps } from './asking-form.ts'
import { words } from './words.ts'

const FIELDS = [
  ['senderName', words.senderName, 'text'],
  ['replyTo', words.replyTo, 'email'],
  ['postalAddress', words.postalAddress, 'text'],
  ['logoUrl', words.logoUrl, 'url'],
  ['color', words.color, 'text'],
] as const

/** What is wrong with a field is said once it is left: half of an address is none yet. */
export function LookCard({ part, onChange }: PartProps<'look'>) {
  const [at, setAt] = useState<keyof Look | null>(null)
  const isWrong = (name: keyof Look) => at !== name && !Look.shape[name].safeParse(part[name]).success
  return (
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
              error={isWrong(name) ? words.lookProblems[name] : false}
              onBlur={() => setAt(null)}
              onChange={(value) => {
                setAt(name)
                onChange({ [name]: value })
              }}
              {...(name === 'color' ? { helpText: words.colorHelp } : {})}
            />
          ))}
        </FormLayout>
      </Card>
    </Layout.AnnotatedSection>
  )
}

import { BlockStack, Card, FormLayout, Layout, Select, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { MailPreview } from '#app/ui/mail-preview.tsx'
import { TestMail } from '#app/ui/test-mail.tsx'
import { TextMessageField } from '#app/ui/text-message-field.tsx'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import { LANGUAGES, type Language } from '#app/values/languages.ts'
import type { PartProps } from './retention-form.ts'
import { faultIn, type Fault } from './lint.ts'
import { MESSAGE_WORDS } from './message-words.ts'
import type { AutomationIntent } from './retention-form.ts'
import type { AutomationKind } from './settings.ts'
import { FAULTS, words } from './words.ts'

interface WordingProps extends PartProps {
  isRight: boolean
  faults: Readonly<Record<string, Fault>>
  done: unknown // what came of the last wish
  onAsk: (asked: AutomationIntent) => void
}

const FIELDS = [
  ['subject', words.subject],
  ['intro', words.intro],
] as const
const OURS = {
  'missed-offer': { subject: 'missed', intro: 'missedIntro' },
  'bounce-back': { subject: 'bounce', intro: 'bounceIntro' },
} as const

const placeholderOf = (kind: AutomationKind, field: 'subject' | 'intro', language: Language): string =>
  MESSAGE_WORDS[language][OURS[kind][field]]

export function WordingCard({ kind, form, isRight, faults, onChange, done, onAsk }: WordingProps) {
  const [language, setLanguage] = useState<Language>('en')
  const all = form.retention[kind].words
  const own = { subject: '', intro: '', text: '', ...all[language] }
  const write = (field: keyof typeof own, text: string) => onChange({ words: { ...all, [language]: { ...own, [field]: text } } })
  const errorOf = (field: keyof typeof own) => {
    const fault = faultIn(own[field], field) ?? (own[field] === '' ? null : faults[`${language}.${field}`])
    return fault ? FAULTS[fault.because](fault.found) : false
  }
  return (
    <Layout.AnnotatedSection title={words.wording} description={words.wordingText}>
      <Card>
        <BlockStack gap="400">
          <FormLayout>
            <Select
              label={words.language}
              options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              value={language}
              onChange={(value) => setLanguage(value as Language)}
            />
            {FIELDS.map(([field, label]) => (
              <TextField
                key={`${language}${field}`}
                label={label}
                autoComplete="off"
                value={own[field]}
                placeholder={placeholderOf(kind, field, language)}
                error={errorOf(field)}
                onChange={(text) => write(field, text)}
                {...(field === 'intro' ? { multiline: 3 } : {})}
              />
            ))}
            {form.retention[kind].sms ? (
              <TextMessageField
                key={`${language}text`}
                label={words.textWording}
                helpText={words.textWordingHelp}
                value={own.text}
                placeholder={`${placeholderOf(kind, 'subject', language)}.`}
                error={errorOf('text')}
                onChange={(text) => write('text', text)}
              />
            ) : null}
          </FormLayout>
          <MailPreview url="/automations/preview" asked={{ kind, form }} isRight={isRight} language={language} />
          <TestMail done={done} onSend={(asked) => onAsk({ intent: 'test', form, language, ...asked })} />
        </BlockStack>
      </Card>
    </Layout.AnnotatedSection>
  )
}

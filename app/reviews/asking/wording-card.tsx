import { BlockStack, Card, FormLayout, Layout, Select, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { MailPreview } from '#app/ui/mail-preview.tsx'
import { TestMail } from '#app/ui/test-mail.tsx'
import { TextMessageField } from '#app/ui/text-message-field.tsx'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import { isRightToLeft, LANGUAGES, type Language } from '#app/values/languages.ts'
import type { AskingForm, AskingIntent } from './asking-form.ts'
import type { PartProps } from './asking-form.ts'
import { leadingWords } from './lint.ts'
import { TEXT_WORDS } from './text-words.ts'
import { REQUEST_WORDS } from './request-words.ts'
import { words } from './words.ts'

interface WordingProps extends PartProps<'asking'> {
  form: AskingForm
  isRight: boolean
  leading: Readonly<Record<string, string>>
  done: unknown // what came of the last wish
  onAsk: (asked: AskingIntent) => void
}

const FIELDS = [
  ['subject', words.subject, 'subject'],
  ['intro', words.intro, 'intro'],
  ['reminder', words.reminderSubject, 'reminder'],
] as const

export function WordingCard({ part, onChange, form, isRight, leading, done, onAsk }: WordingProps) {
  const [language, setLanguage] = useState<Language>('en')
  const own = { subject: '', intro: '', reminder: '', text: '', ...part.words[language] }
  const write = (field: keyof typeof own, text: string) => onChange({ words: { ...part.words, [language]: { ...own, [field]: text } } })
  const errorOf = (field: keyof typeof own) => {
    const found = leadingWords(own[field]) ?? (own[field] === '' ? undefined : leading[`${language}.${field}`])
    return found ? words.leading(found) : false
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
            <div className={isRightToLeft(language) ? 'writes-rtl' : ''}>
              <FormLayout>
                {FIELDS.map(([field, label, ours]) => (
                  <TextField
                    key={`${language}${field}`}
                    label={label}
                    autoComplete="off"
                    value={own[field]}
                    placeholder={REQUEST_WORDS[language][ours]}
                    error={errorOf(field)}
                    onChange={(text) => write(field, text)}
                    {...(field === 'intro' ? { multiline: 3 } : {})}
                  />
                ))}
                {part.texts === 'never' ? null : (
                  <TextMessageField
                    key={`${language}text`}
                    label={words.textWording}
                    helpText={words.textWordingHelp}
                    value={own.text}
                    placeholder={TEXT_WORDS[language].ask}
                    error={errorOf('text')}
                    onChange={(text) => write('text', text)}
                  />
                )}
              </FormLayout>
            </div>
          </FormLayout>
          <MailPreview url="/reviews/preview" asked={{ form }} isRight={isRight} language={language} />
          <TestMail done={done} onSend={(asked) => onAsk({ intent: 'test', form, language, ...asked })} />
        </BlockStack>
      </Card>
    </Layout.AnnotatedSection>
  )
}

import { BlockStack, Text } from '@shopify/polaris'
import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import type { Language } from '#app/values/languages.ts'
import type { AskingForm } from './asking-form.ts'
import { words } from './words.ts'

const PAUSE = 400 // ms without a keystroke

/** The very mail, made by the server that would send it. */
export function MailPreview({ form, language }: { form: AskingForm; language: Language }) {
  const { submit, data, state } = useFetcher<{ subject: string; html: string } | { error: string }>()
  const asked = JSON.stringify({ form, language })
  useEffect(() => {
    const timer = setTimeout(() => submit(asked, { method: 'POST', action: '/reviews/preview', encType: 'application/json' }), PAUSE)
    return () => clearTimeout(timer)
    // `submit` is a new function after each answer: depending on it would ask for ever.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])
  const mail = data && 'html' in data ? data : null
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.preview}
      </Text>
      {data && !mail && state === 'idle' ? <Text as="p">{words.previewFailed}</Text> : null}
      {mail ? (
        <>
          <Text as="p" fontWeight="semibold">
            <bdi>{mail.subject}</bdi>
          </Text>
          <iframe className="mail-preview" title={words.previewOf(LANGUAGE_NAMES[language])} sandbox="" srcDoc={mail.html} />
        </>
      ) : null}
    </BlockStack>
  )
}

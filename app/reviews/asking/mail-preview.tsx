import { BlockStack, Text } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import type { Language } from '#app/values/languages.ts'
import type { AskingForm } from './asking-form.ts'
import { words } from './words.ts'

const PAUSE = 400 // ms without a keystroke

interface Shown {
  subject: string
  html: string
}

/** The very mail, made by the server that would send it. */
export function MailPreview({ form, language }: { form: AskingForm; language: Language }) {
  const [shown, setShown] = useState<Shown | 'failed' | null>(null)
  const asked = JSON.stringify({ form, language })
  useEffect(() => {
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      void readPreview(asked, leaving.signal).then((answer) => leaving.signal.aborted || setShown(answer))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [asked])
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.preview}
      </Text>
      {shown === 'failed' ? <Text as="p">{words.previewFailed}</Text> : null}
      {shown && shown !== 'failed' ? (
        <>
          <Text as="p" fontWeight="semibold">
            <bdi>{shown.subject}</bdi>
          </Text>
          <iframe className="mail-preview" title={words.previewOf(LANGUAGE_NAMES[language])} sandbox="" srcDoc={shown.html} />
        </>
      ) : null}
    </BlockStack>
  )
}

async function readPreview(body: string, signal: AbortSignal): Promise<Shown | 'failed'> {
  const answer = await fetch('/reviews/preview', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal }).catch(
    () => null,
  )
  return answer?.ok ? ((await answer.json()) as Shown) : 'failed'
}

import { BlockStack, Text } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import type { Language } from '#app/values/languages.ts'
import { segmentsOf } from '#app/values/text-segments.ts'
import { words } from './words.ts'

const PAUSE = 400 // ms without a keystroke

interface Shown {
  subject: string
  html: string
  /** The same as a text message, where it can be one. */
  short?: string
}

interface MailPreviewProps {
  /** What makes the mail: it is posted `asked`, and answers subject and HTML. */
  url: string
  asked: object
  language: Language
}

/** The very mail, made by the server that would send it. */
export function MailPreview({ url, asked, language }: MailPreviewProps) {
  const [shown, setShown] = useState<Shown | 'failed' | null>(null)
  const body = JSON.stringify({ ...asked, language })
  useEffect(() => {
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      void readPreview(url, body, leaving.signal).then((answer) => leaving.signal.aborted || setShown(answer))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [url, body])
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
          {shown.short ? (
            <Text as="p" tone="subdued">
              {words.asText} <bdi>{shown.short}</bdi> ({sizeOf(shown.short)})
            </Text>
          ) : null}
        </>
      ) : null}
    </BlockStack>
  )
}

function sizeOf(text: string): string {
  const { letters, segments, plain } = segmentsOf(text)
  return words.segments(letters, segments, plain)
}

async function readPreview(url: string, body: string, signal: AbortSignal): Promise<Shown | 'failed'> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Shown) : 'failed'
}

import { BlockStack, Text } from '@shopify/polaris'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import type { Language } from '#app/values/languages.ts'
import { segmentsOf } from '#app/values/text-segments.ts'
import { Unanswered } from './unanswered.tsx'
import { useAnswer } from './use-answer.tsx'
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
  /** Of wrong fields no mail can be made. */
  isRight: boolean
  language: Language
}

/** The very mail, made by the server that would send it. */
export function MailPreview({ url, asked, isRight, language }: MailPreviewProps) {
  const { answer: shown, ...question } = useAnswer<Shown>(isRight ? url : null, {
    body: JSON.stringify({ ...asked, language }),
    patience: PAUSE,
  })
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.preview}
      </Text>
      <Unanswered {...question} />
      {isRight ? null : (
        <Text as="p" tone="subdued">
          {words.mailBefore}
        </Text>
      )}
      {shown ? (
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

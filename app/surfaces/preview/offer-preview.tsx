import { BlockStack, Button, ButtonGroup, Card, InlineStack, Select, Text } from '@shopify/polaris'
import { useMemo, useState } from 'react'
import { useAnswer } from '#app/ui/one-at-a-time.tsx'
import { isRightToLeft, LANGUAGES, type Language } from '#app/values/languages.ts'
import type { PreviewAnswer } from '../preview.ts'
import { PreviewFrame } from './preview-frame.tsx'
import type { Preview } from './run.tsx'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import { PREVIEW_WORDS as words } from './words.ts'

interface OfferPreviewProps {
  steps: readonly { id: string }[] // as the editor holds them, finished or not
  language: Language
  onLanguage: (language: Language) => void
  wording?: Readonly<Record<string, string>> // the shop's own, where it is being written; else what is saved
}

const PATIENCE = 350 // ms without a change before the server is asked
const OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))

/** What a shopper will see of the offer as it is being written, drawn by the extension that Shopify will run. */
export function OfferPreview({ steps, language, onLanguage, wording }: OfferPreviewProps) {
  const asked = useMemo(() => JSON.stringify({ steps, language, wording }), [steps, language, wording])
  const answer = useAnswer<PreviewAnswer>('/preview', asked, PATIENCE)
  const [wide, setWide] = useState(false)
  const [turn, setTurn] = useState(0)
  const preview = useMemo((): Preview | null => {
    return answer?.offer ? { offer: answer.offer, prices: answer.prices, locale: answer.language } : null
  }, [answer])
  const number = (id: string) => steps.findIndex((step) => step.id === id) + 1
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Button variant="plain" disabled={!preview} onClick={() => setTurn(turn + 1)}>
            {words.again}
          </Button>
        </InlineStack>
        <InlineStack gap="200" align="space-between" blockAlign="end">
          <Select
            label={words.language}
            labelInline
            options={OPTIONS}
            value={language}
            onChange={(chosen) => onLanguage(chosen as Language)}
          />
          <ButtonGroup variant="segmented">
            <Button pressed={!wide} size="slim" onClick={() => setWide(false)}>
              {words.phone}
            </Button>
            <Button pressed={wide} size="slim" onClick={() => setWide(true)}>
              {words.desktop}
            </Button>
          </ButtonGroup>
        </InlineStack>
        {preview ? (
          <PreviewFrame key={turn} preview={preview} wide={wide} rightToLeft={isRightToLeft(language)} />
        ) : (
          <Text as="p" tone="subdued">
            {answer ? words.empty : words.loading}
          </Text>
        )}
        {answer?.unfinished.map((id) => (
          <Note key={id}>{words.unfinished(number(id))}</Note>
        ))}
        {answer?.closed.map(({ stepId, because }) => (
          <Note key={stepId}>{words.closed(number(stepId), because)}</Note>
        ))}
        <Note>{words.note}</Note>
        {JSON.stringify(steps).includes('{first_name}') ? <Note>{words.named(words.firstName)}</Note> : null}
        {answer ? <Note>{answer.prices.tax ? words.taxed(answer.prices.tax.rate) : words.noTax}</Note> : null}
      </BlockStack>
    </Card>
  )
}

const Note = ({ children }: { children: string }) => (
  <Text as="p" variant="bodySm" tone="subdued">
    {children}
  </Text>
)

import { BlockStack, Button, ButtonGroup, Card, InlineStack, Select, Text } from '@shopify/polaris'
import { useMemo, useState } from 'react'
import { Unanswered } from '#app/ui/unanswered.tsx'
import { useAnswer } from '#app/ui/use-answer.tsx'
import { SURFACES, type Surface } from '#app/offers/surface.ts'
import { isRightToLeft, LANGUAGES, type Language } from '#app/values/languages.ts'
import { PREVIEWED, type PreviewAnswer, type Previewed } from './preview.ts'
import type { BlockSettings } from '../block/settings.ts'
import { BlockFrame } from './block/block-frame.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import type { Preview } from './run.tsx'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import { PREVIEW_WORDS as words } from './words.ts'

interface OfferPreviewProps {
  steps: readonly { id: string }[] // as the editor holds them, finished or not
  language: Language
  onLanguage: (language: Language) => void
  shownOn?: readonly Surface[] // where the offer is met; else everywhere
  surface?: Previewed // where it is looked at to begin with
  wording?: Readonly<Record<string, string>> // the shop's own, where it is being written; else what is saved
  blocks?: BlockSettings // where they are being changed; else what is saved
}

const PATIENCE = 350 // ms without a change before the server is asked
const PLACES = PREVIEWED.map((value) => ({ value, label: words.places[value] }))
const OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))

/** What a shopper will see of the offer as it is being written, drawn by the extension that Shopify will run. */
export function OfferPreview({ steps, language, onLanguage, wording, blocks, shownOn = SURFACES, surface: given }: OfferPreviewProps) {
  const [surface, setSurface] = useState<Previewed>(given ?? PREVIEWED.find((place) => shownOn.includes(place)) ?? 'post-purchase')
  const body = useMemo(() => JSON.stringify({ steps, language, surface, wording, blocks }), [steps, language, surface, wording, blocks])
  const { answer, ...question } = useAnswer<PreviewAnswer>('/preview', { body, patience: PATIENCE })
  const [wide, setWide] = useState(false)
  const [turn, setTurn] = useState(0)
  const number = (id: string) => steps.findIndex((step) => step.id === id) + 1
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Button variant="plain" disabled={!answer} onClick={() => setTurn(turn + 1)}>
            {words.again}
          </Button>
        </InlineStack>
        <InlineStack gap="200" align="space-between" blockAlign="end">
          <Select label={words.place} labelInline options={PLACES} value={surface} onChange={(chosen) => setSurface(chosen as Previewed)} />
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
        <Shown key={turn} answer={answer} asking={question.asking} wide={wide} />
        <Unanswered {...question} />
        {shownOn.includes(surface) ? null : <Note>{words.elsewhere}</Note>}
        {answer?.unfinished.map((id) => (
          <Note key={id}>{words.unfinished(number(id))}</Note>
        ))}
        {answer?.closed.map(({ stepId, because }) => (
          <Note key={stepId}>{words.closed(number(stepId), because)}</Note>
        ))}
        <Note>{words.note}</Note>
        {JSON.stringify(steps).includes('{first_name}') ? <Note>{words.named(words.firstName)}</Note> : null}
        {answer?.block ? <Note>{words.theme}</Note> : null}
        {answer?.block && steps.length === 0 ? <Note>{words.madeUp}</Note> : null}
        {answer?.surface === 'post-purchase' ? <Note>{answer.prices.tax ? words.taxed(answer.prices.tax.rate) : words.noTax}</Note> : null}
      </BlockStack>
    </Card>
  )
}

function Shown({ answer, asking, wide }: { answer: PreviewAnswer | undefined; asking: boolean; wide: boolean }) {
  const preview = useMemo((): Preview | null => {
    return answer?.offer ? { offer: answer.offer, prices: answer.prices, locale: answer.language } : null
  }, [answer])
  if (answer?.block && answer.surface !== 'post-purchase') {
    const given = { answer: answer.block, surface: answer.surface, locale: answer.language }
    return <BlockFrame key={JSON.stringify(given)} {...given} wide={wide} />
  }
  if (preview && answer?.surface === 'post-purchase')
    return <PreviewFrame preview={preview} wide={wide} rightToLeft={isRightToLeft(preview.locale as Language)} />
  if (!answer && !asking) return null
  return (
    <Text as="p" tone="subdued">
      {answer ? words.empty : words.loading}
    </Text>
  )
}

const Note = ({ children }: { children: string }) => (
  <Text as="p" variant="bodySm" tone="subdued">
    {children}
  </Text>
)

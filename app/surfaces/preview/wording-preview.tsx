import { BlockStack, Text } from '@shopify/polaris'
import type { Language } from '#app/values/languages.ts'
import { catalogueOf } from '../wording/catalogue.ts'
import { fitTexts } from '../wording/wording-view.ts'
import { WORDING_WORDS as words } from '../wording/wording-words.ts'
import { OfferPreview } from './offer-preview.tsx'

interface WordingPreviewProps {
  offer: { title: string; steps: readonly { id: string }[] } | null
  language: Language
  onLanguage: (language: Language) => void
  texts: Readonly<Record<string, string>> // as they are being written
}

/** One of the shop's offers in the words that are being written. */
export const WordingPreview = ({ offer, language, onLanguage, texts }: WordingPreviewProps) =>
  offer ? (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {words.previewOf(offer.title)}
      </Text>
      <OfferPreview steps={offer.steps} language={language} onLanguage={onLanguage} wording={fitTexts(texts, catalogueOf(language))} />
    </BlockStack>
  ) : (
    <Text as="p" tone="subdued">
      {words.noOffer}
    </Text>
  )

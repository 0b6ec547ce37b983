import { Banner, BlockStack, Card, Layout, Select, Text } from '@shopify/polaris'
import type { PartProps } from './asking-form.ts'
import type { AskingSettings } from './settings.ts'
import { words } from './words.ts'

const OPTIONS = Object.entries(words.textsChoices).map(([value, label]) => ({ value, label }))

export const TextsCard = ({ part, onChange, canText }: PartProps<'asking'> & { canText: boolean }) => (
  <Layout.AnnotatedSection title={words.texts} description={words.textsText}>
    <Card>
      <BlockStack gap="400">
        <Select
          label={words.texts}
          options={OPTIONS}
          value={part.texts}
          onChange={(texts) => onChange({ texts: texts as AskingSettings['texts'] })}
        />
        {part.texts === 'never' ? null : (
          <Text as="p" tone="subdued">
            {words.textsAnswers}
          </Text>
        )}
        {part.texts !== 'never' && !canText ? (
          <Banner tone="warning" title={words.noTextsTitle}>
            {words.noTextsText}
          </Banner>
        ) : null}
      </BlockStack>
    </Card>
  </Layout.AnnotatedSection>
)

import { Badge, BlockStack, Card, InlineStack, Layout, Text } from '@shopify/polaris'
import type { NightRow } from './nights.ts'
import { words } from './words.ts'

const TONES = { done: 'success', running: 'info', failed: 'attention' } as const

/** What the nights found that webhooks had lost. */
export const NightlyChecks = ({ nights }: { nights: readonly NightRow[] }) => (
  <Layout.AnnotatedSection title={words.nights} description={words.nightsAbout}>
    <Card>
      <BlockStack gap="300">
        {nights.length === 0 ? <Text as="p">{words.nightsNone}</Text> : null}
        {nights.map(({ night, state, found, finished }) => (
          <InlineStack key={night} gap="300" align="space-between" blockAlign="center">
            <Text as="span">{finished ?? night}</Text>
            <Badge tone={TONES[state]}>{found}</Badge>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  </Layout.AnnotatedSection>
)

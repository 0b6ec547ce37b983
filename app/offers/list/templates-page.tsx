import { BlockStack, Button, Card, InlineGrid, InlineStack, Page, Text } from '@shopify/polaris'
import { EDITOR_WORDS as words } from '../editor/editor-words.ts'
import { TEMPLATES } from './templates.ts'

/** Where a new offer begins: with nothing, or with what most shops need. */
export const TemplatesPage = () => (
  <Page
    title={words.templates}
    subtitle={words.templatesAbout}
    backAction={{ content: words.back, url: '/offers' }}
    primaryAction={{ content: words.scratch, url: '/offers/new' }}
  >
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      {TEMPLATES.map(({ id, title, about }) => (
        <Card key={id}>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            <Text as="p">{about}</Text>
            <InlineStack>
              <Button url={`/offers/new?template=${id}`} accessibilityLabel={words.takeTemplate(title)}>
                {words.take}
              </Button>
            </InlineStack>
          </BlockStack>
        </Card>
      ))}
    </InlineGrid>
  </Page>
)

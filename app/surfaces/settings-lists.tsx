import { Badge, BlockStack, Card, InlineStack, Layout, Text } from '@shopify/polaris'
import { DownloadButton } from '#app/ui/download-button.tsx'
import type { LackingScope, PrivacyRow } from './settings-view.ts'

export const ScopesLacking = ({ lacking }: { lacking: readonly LackingScope[] }) => (
  <Layout.AnnotatedSection title="Permissions" description="What Shopify lets Encore read and do in this shop.">
    <Card>
      <BlockStack gap="300">
        {lacking.length === 0 ? <Text as="p">Encore has every permission that it asks for.</Text> : null}
        {lacking.map(({ scope, without }) => (
          <BlockStack key={scope} gap="100">
            <InlineStack gap="200">
              <Badge tone="attention">Missing</Badge>
              <Text as="span" fontWeight="semibold" breakWord>
                {scope}
              </Text>
            </InlineStack>
            <Text as="p">{without}</Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  </Layout.AnnotatedSection>
)

export const PrivacyRequests = ({ requests }: { requests: readonly PrivacyRow[] }) => (
  <Layout.AnnotatedSection title="Privacy requests" description="What Shopify asked Encore to report or to erase, and when it was done.">
    <Card>
      <BlockStack gap="300">
        {requests.length === 0 ? <Text as="p">There was none so far. Encore carries them out by itself.</Text> : null}
        {requests.map(({ id, what, requested, done, hasReport }) => (
          <InlineStack key={id} gap="300" align="space-between">
            <BlockStack>
              <Text as="span">{what}</Text>
              <Text as="span" variant="bodySm" tone="subdued">
                {`Asked ${requested}`}
              </Text>
            </BlockStack>
            <InlineStack gap="300" blockAlign="center">
              {hasReport ? (
                <DownloadButton
                  address={`/privacy/${id}`}
                  name={`privacy-request-${id}.json`}
                  label={`Download the report asked ${requested}`}
                >
                  Download
                </DownloadButton>
              ) : null}
              <Badge tone={done ? 'success' : 'attention'}>{done ? `Done ${done}` : 'Under way'}</Badge>
            </InlineStack>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  </Layout.AnnotatedSection>
)

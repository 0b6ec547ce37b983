import { Badge, BlockStack, Box, Card, InlineStack, Layout, Text } from '@shopify/polaris'
import { Pages } from '#app/ui/pages.tsx'
import type { Paged } from '#app/values/listed.ts'
import { DownloadButton } from '#app/ui/download-button.tsx'
import type { LackingScope, PrivacyRow } from './settings-view.ts'
import { words } from '../words.ts'

export const ScopesLacking = ({ lacking }: { lacking: readonly LackingScope[] }) => (
  <Layout.AnnotatedSection title={words.permissions} description={words.permissionsAbout}>
    <Card>
      <BlockStack gap="300">
        {lacking.length === 0 ? <Text as="p">{words.permissionsComplete}</Text> : null}
        {lacking.map(({ scope, without }) => (
          <BlockStack key={scope} gap="100">
            <InlineStack gap="200">
              <Badge tone="attention">{words.missing}</Badge>
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

interface RequestsProps extends Paged {
  requests: readonly PrivacyRow[]
  onGo: (to: { page: number }) => void
}

export const PrivacyRequests = ({ requests, ...paged }: RequestsProps) => (
  <Layout.AnnotatedSection title={words.privacyRequests} description={words.privacyAbout}>
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          {requests.length === 0 ? <Text as="p">{words.privacyNone}</Text> : null}
          {requests.map((request) => (
            <Request key={request.id} {...request} />
          ))}
        </BlockStack>
      </Box>
      <Pages {...paged} />
    </Card>
  </Layout.AnnotatedSection>
)

const Request = ({ id, what, requested, done, hasReport }: PrivacyRow) => (
  <InlineStack gap="300" align="space-between">
    <BlockStack>
      <Text as="span">{what}</Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {words.asked(requested)}
      </Text>
    </BlockStack>
    <InlineStack gap="300" blockAlign="center">
      {hasReport ? (
        <DownloadButton address={`/privacy/${id}`} name={`privacy-request-${id}.json`} label={words.downloadLabel(requested)}>
          {words.download}
        </DownloadButton>
      ) : null}
      <Badge tone={done ? 'success' : 'attention'}>{done ? words.done(done) : words.underWay}</Badge>
    </InlineStack>
  </InlineStack>
)

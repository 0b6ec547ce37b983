import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris'

export interface Trouble {
  source: string
  id: string
  topic: string
  failed: boolean
  attempts: number
  reason: string
  received: string
}

/** What Shopify told us and we could not use yet, each with its reason. */
export const Troubles = ({ troubles, busy, onRetry }: { troubles: readonly Trouble[]; busy: boolean; onRetry: (trouble: Trouble) => void }) => (
  <Card>
    <BlockStack gap="400">
      <BlockStack gap="100">
        <Text as="h2" variant="headingMd">
          Messages from Shopify that need attention
        </Text>
        <Text as="p" tone="subdued">
          None is lost: each waits here with its reason until it was used. What still has tries left is repeated by itself.
        </Text>
      </BlockStack>
      {troubles.map((trouble) => (
        <InlineStack key={`${trouble.source}-${trouble.id}`} gap="300" align="space-between" blockAlign="start">
          <div className="grow">
            <InlineStack gap="200">
              <Text as="span" fontWeight="semibold" breakWord>
                {trouble.topic}
              </Text>
              <Badge tone={trouble.failed ? 'critical' : 'attention'}>{trouble.failed ? 'Failed' : 'Trying again'}</Badge>
            </InlineStack>
            <Text as="p" breakWord>
              {trouble.reason}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {`${trouble.received}, tried ${trouble.attempts === 1 ? 'once' : `${trouble.attempts} times`}`}
            </Text>
          </div>
          <Button disabled={busy} onClick={() => onRetry(trouble)} accessibilityLabel={`Try ${trouble.topic} of ${trouble.received} again`}>
            Try again
          </Button>
        </InlineStack>
      ))}
    </BlockStack>
  </Card>
)

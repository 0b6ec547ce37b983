import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris'
import type { TroubleRow } from './home-view.ts'

interface TroublesProps {
  troubles: readonly TroubleRow[]
  busy: boolean
  onRetry: (trouble: TroubleRow) => void
}

/** What has not worked, each with its reason. */
export const Troubles = ({ troubles, busy, onRetry }: TroublesProps) => (
  <Card>
    <BlockStack gap="400">
      <BlockStack gap="100">
        <Text as="h2" variant="headingMd">
          Needs attention
        </Text>
        <Text as="p" tone="subdued">
          Messages from Shopify and tasks that did not work. None is lost: each waits here until it has. What has tries left is repeated by
          itself.
        </Text>
      </BlockStack>
      {troubles.map((trouble) => (
        <InlineStack key={`${trouble.kind}-${trouble.source}-${trouble.id}`} gap="300" align="space-between" blockAlign="start">
          <div className="grow">
            <InlineStack gap="200">
              <Text as="span" fontWeight="semibold" breakWord>
                {trouble.name}
              </Text>
              <Badge tone={trouble.failed ? 'critical' : 'attention'}>{trouble.failed ? 'Failed' : 'Trying again'}</Badge>
            </InlineStack>
            <Text as="p" breakWord>
              {trouble.reason}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {`${trouble.when}, tried ${trouble.attempts === 1 ? 'once' : `${trouble.attempts} times`}`}
            </Text>
          </div>
          <Button disabled={busy} onClick={() => onRetry(trouble)} accessibilityLabel={`Try ${trouble.name} of ${trouble.when} again`}>
            Try again
          </Button>
        </InlineStack>
      ))}
    </BlockStack>
  </Card>
)

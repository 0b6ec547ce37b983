import { Badge, Button, InlineStack, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import type { TroubleRow } from './home-view.ts'
import { homeWords } from './home-words.ts'

interface TroublesProps {
  troubles: readonly TroubleRow[]
  busy: boolean
  onRetry: (trouble: TroubleRow) => void
}

/** What has not worked, each with its reason. */
export const Troubles = ({ troubles, busy, onRetry }: TroublesProps) => (
  <Section title={homeWords.troublesTitle} about={homeWords.troublesAbout} gap="400">
    {troubles.map((trouble) => (
      <InlineStack key={`${trouble.kind}-${trouble.source}-${trouble.id}`} gap="300" align="space-between" blockAlign="start">
        <div className="grow">
          <InlineStack gap="200">
            <Text as="span" fontWeight="semibold" breakWord>
              {trouble.name}
            </Text>
            <Badge tone={trouble.failed ? 'critical' : 'attention'}>{trouble.failed ? homeWords.failed : homeWords.tryingAgain}</Badge>
          </InlineStack>
          <Text as="p" breakWord>
            {trouble.reason}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {homeWords.tried(trouble.when, trouble.attempts === 1 ? 'once' : `${trouble.attempts} times`)}
          </Text>
        </div>
        <Button disabled={busy} onClick={() => onRetry(trouble)} accessibilityLabel={homeWords.tryAgainLabel(trouble.name, trouble.when)}>
          {homeWords.tryAgain}
        </Button>
      </InlineStack>
    ))}
  </Section>
)

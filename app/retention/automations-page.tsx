import { Badge, Banner, BlockStack, Button, Card, InlineGrid, InlineStack, List, Page, Text } from '@shopify/polaris'
import { Figure } from '#app/ui/figure.tsx'
import type { AutomationView } from './figures.ts'
import { NAMES, REASONS, words } from './words.ts'

export interface AutomationsProps {
  automations: readonly AutomationView[]
  canSend: boolean
}

/** Each automation with what it did lately, and what held it back. */
export const AutomationsPage = ({ automations, canSend }: AutomationsProps) => (
  <Page title={words.title} subtitle={words.about}>
    <BlockStack gap="400">
      {canSend ? null : (
        <Banner tone="warning" title={words.noCarrierTitle}>
          {words.noCarrierText}
        </Banner>
      )}
      {automations.map((view) => (
        <AutomationCard key={view.kind} view={view} />
      ))}
    </BlockStack>
  </Page>
)

function AutomationCard({ view }: { view: AutomationView }) {
  const { name, about } = NAMES[view.kind]
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {name}
            </Text>
            <OnOff active={view.active} />
          </InlineStack>
          <Button url={`/automations/${view.kind}`} accessibilityLabel={words.openOne(name)}>
            {words.open}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {about}
        </Text>
        <Tally view={view} />
      </BlockStack>
    </Card>
  )
}

export const OnOff = ({ active }: { active: boolean }) => (
  <Badge {...(active ? { tone: 'success' } : {})}>{active ? words.on : words.off}</Badge>
)

/** What it did in the last 30 days, and the reasons for what it did not. */
export function Tally({ view }: { view: AutomationView }) {
  const number = (value: number) => value.toLocaleString('en')
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {words.lately}
      </Text>
      <InlineGrid columns={{ xs: 2, sm: 3, md: 6 }} gap="300">
        <Figure label={words.planned} value={number(view.planned)} />
        <Figure label={words.sent} value={number(view.sent)} />
        <Figure label={words.followed} value={number(view.followed)} />
        <Figure label={words.sales} value={number(view.sales)} />
        <Figure label={words.earned} value={view.earned} />
        <Figure label={words.skipped} value={number(view.skipped)} />
      </InlineGrid>
      <Reasons reasons={view.reasons} />
    </BlockStack>
  )
}

export const Reasons = ({ reasons }: { reasons: AutomationView['reasons'] }) =>
  reasons.length === 0 ? null : (
    <List>
      {reasons.map(({ because, count }) => (
        <List.Item key={because}>{words.skippedOf(count, REASONS[because] ?? because)}</List.Item>
      ))}
    </List>
  )

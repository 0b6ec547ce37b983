import { Banner, BlockStack, Box, InlineStack, Link, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import { words } from '../words.ts'
import type { LaterView, NotAskedView, Origin } from './later.ts'
import { LATER_WORDS } from './later-words.ts'
import { VerdictList } from './order-verdicts.tsx'

interface LaterCardProps {
  later: readonly LaterView[]
  notAsked: readonly NotAskedView[]
}

/** The same purchase on the thank-you page, on the order's page and in messages. */
export const LaterCard = ({ later, notAsked }: LaterCardProps) =>
  later.length + notAsked.length > 0 ? (
    <Section title={words.later.title}>
      {later.map((place) => (
        <Asked key={place.surface} {...place} />
      ))}
      {notAsked.map(({ surface, because, settings }) => (
        <BlockStack key={surface} gap="100">
          <Text as="h3" variant="headingSm">
            {surface}
          </Text>
          <Text as="p" tone="subdued">
            {because}{' '}
            {settings ? (
              <Link url={settings} accessibilityLabel={LATER_WORDS.changeLabel(surface)}>
                {LATER_WORDS.change}
              </Link>
            ) : null}
          </Text>
        </BlockStack>
      ))}
    </Section>
  ) : null

const Asked = ({ surface, offer, nothing, verdicts, unlisted, happened }: LaterView) => {
  const count = (verdicts.length + unlisted).toLocaleString('en')
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {surface}
      </Text>
      <Text as="p">{offer ? words.later.offer(offer) : nothing}</Text>
      {happened.map(({ what, at, order }) => (
        <InlineStack key={what + at} align="space-between" gap="200">
          <Text as="span">
            {what} {order ? <Link url={`/orders/${order.id}`}>{order.name}</Link> : null}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {at}
          </Text>
        </InlineStack>
      ))}
      {verdicts.length > 0 ? (
        <details>
          <summary aria-label={LATER_WORDS.consideredAt(count, surface)}>{LATER_WORDS.considered(count)}</summary>
          <Box paddingBlockStart="200">
            <VerdictList verdicts={verdicts} unlisted={unlisted} />
          </Box>
        </details>
      ) : null}
    </BlockStack>
  )
}

/** On an order that came of an offer's link: which offer, and with which order she had met it. */
export const OriginBanner = ({ origin: { surface, title, orderId, orderName } }: { origin: Origin }) => (
  <Banner tone="info" title={words.later.origin(title, words.surfaces[surface])}>
    {orderId && orderName ? (
      <p>
        {words.later.originOf} <Link url={`/orders/${orderId}`}>{orderName}</Link>
      </p>
    ) : null}
  </Banner>
)

import { Banner, BlockStack, InlineStack, Link, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import { words } from '../words.ts'
import type { LaterView, Origin } from './later.ts'

/** The same purchase on the thank-you page, on the order's page and in messages. */
export const LaterCard = ({ later }: { later: readonly LaterView[] }) =>
  later.length > 0 ? (
    <Section title={words.later.title}>
      {later.map(({ surface, offer, nothing, happened }) => (
        <BlockStack key={surface} gap="100">
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
        </BlockStack>
      ))}
    </Section>
  ) : null

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

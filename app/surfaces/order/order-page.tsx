import { Badge, Banner, BlockStack, InlineStack, Layout, Page, Text } from '@shopify/polaris'
import type { ReactNode } from 'react'
import { Section } from '#app/ui/section.tsx'
import { formatMoney } from '#app/values/money.ts'
import { Earned, Signed } from './order-money.tsx'
import { Replay } from './order-replay.tsx'
import { Verdicts } from './order-verdicts.tsx'
import type { EligibilityView, OrderView } from './order-view.ts'
import { LaterCard, OriginBanner } from './later-card.tsx'
import type { LaterView, NotAskedView, Origin } from './later.ts'
import { words } from '../words.ts'

interface OrderPageProps {
  order: OrderView
  later: readonly LaterView[]
  notAsked: readonly NotAskedView[]
  origin: Origin | null
  unpaid?: ReactNode
  returns?: ReactNode
}

/** Everything Encore knows about one order, and why it did what it did. */
export function OrderPage({ order, later, notAsked, origin, unpaid, returns }: OrderPageProps) {
  return (
    <Page
      title={words.order(order.name)}
      subtitle={`${order.placed}, ${formatMoney(order.total, 'en')}`}
      backAction={{ content: words.orders, url: '/orders' }}
      secondaryActions={[{ content: words.openInShopify, url: `shopify://admin/orders/${order.id}`, target: '_top' }]}
      {...(order.payment ? { titleMetadata: <Badge>{order.payment}</Badge> } : {})}
    >
      <BlockStack gap="400">
        {origin ? <OriginBanner origin={origin} /> : null}
        {order.reconstructed ? <Reconstructed /> : null}
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              {unpaid}
              <Eligibility {...order.eligibility} />
              <Verdicts {...order} />
              <Signed changesets={order.signed} />
              <LaterCard later={later} notAsked={notAsked} />
              {order.replayable ? <Replay orderId={order.id} /> : null}
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              {returns}
              <Earned earned={order.earned} />
              <Timeline events={order.timeline} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  )
}

const Reconstructed = () => (
  <Banner tone="info" title={words.reconstructed}>
    <p>{words.reconstructedExplained}</p>
  </Banner>
)

const STATES: Record<EligibilityView['state'], { tone: 'success' | 'warning' | 'info'; text: string }> = {
  yes: { tone: 'success', text: words.yes },
  no: { tone: 'warning', text: words.no },
  'not-known': { tone: 'info', text: words.notKnown },
}

const Eligibility = ({ state, because }: EligibilityView) => (
  <Section title={words.eligibility}>
    <InlineStack gap="200" blockAlign="start" wrap={false}>
      <Badge tone={STATES[state].tone}>{STATES[state].text}</Badge>
      <Text as="p">{because}</Text>
    </InlineStack>
  </Section>
)

const Timeline = ({ events }: { events: OrderView['timeline'] }) => (
  <Section title={words.timeline}>
    {events.length === 0 ? (
      <Text as="p" tone="subdued">
        {words.timelineEmpty}
      </Text>
    ) : (
      <ol className="timeline">
        {events.map(({ at, what }, index) => (
          <li key={index}>
            <Text as="p">{what}</Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {at}
            </Text>
          </li>
        ))}
      </ol>
    )}
  </Section>
)
